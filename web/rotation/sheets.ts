import {
  badges,
  type CardLine,
  daySheet,
  groupCards,
  organisationCards,
  type PlaceCard,
  roomDoors,
} from '#shared/domain/rotation/cards.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { Cell, Column, Sheet } from '#shared/kernel/sheets/sheet.ts';
import { sayForGroup, sayForHost, sayForVisitor, sayOnDoor } from './card-lines.ts';
import { cardsContent as words } from './cards.en.ts';

const text = (name: string): Column => ({ name, kind: 'text' });
const number = (name: string): Column => ({ name, kind: 'number' });
const time = [text(words.starts), text(words.ends)];

/** A rotation as the sheets of one file: the master timetable, each kind of card, the day sheet and the badges. */
export function rotationSheets(rotation: Rotation): Sheet[] {
  return [
    masterSheet(rotation),
    groupsSheet(rotation),
    cardsSheet(rotation),
    doorsSheet(rotation),
    hostSheet(rotation),
    badgesSheet(rotation),
  ];
}

function timeOf({ starts, ends }: CardLine): Cell[] {
  return [starts, ends];
}

/** Stretch by stretch, a column for each group. */
function masterSheet(rotation: Rotation): Sheet {
  const cards = groupCards(rotation);
  const rows = daySheet(rotation).map((stretch, index) => [
    ...timeOf(stretch),
    ...cards.map(({ lines }) => lines[index]).map((line) => (line ? sayForGroup(line).join('; ') : '')),
  ]);
  return { name: words.master, columns: [...time, ...cards.map(({ group }) => text(words.group(group)))], rows };
}

function groupsSheet(rotation: Rotation): Sheet {
  return {
    name: words.groups,
    columns: [text(words.groupName), text(words.leads), text(words.pupils), text(words.schools), ...time, text(words.meets)],
    rows: groupCards(rotation).flatMap((card) =>
      card.lines.map((line) => [
        words.group(card.group),
        words.leader(card.adult, card.adultSchool),
        String(card.pupils),
        card.schools.map(({ name, pupils }) => words.from(name, String(pupils))).join('; '),
        ...timeOf(line),
        sayForGroup(line).join('; '),
      ]),
    ),
  };
}

function placesSheet(name: string, column: string, cards: readonly PlaceCard[], say: (line: CardLine) => string[]): Sheet {
  const rows = cards.flatMap(({ title, lines }) => lines.map((line) => [title, ...timeOf(line), say(line).join('; ')]));
  return { name, columns: [text(column), ...time, text(words.meets)], rows };
}

function cardsSheet(rotation: Rotation): Sheet {
  return placesSheet(words.organisations, words.organisation, organisationCards(rotation), sayForVisitor);
}

function doorsSheet(rotation: Rotation): Sheet {
  return placesSheet(words.doors, words.room, roomDoors(rotation), sayOnDoor);
}

function hostSheet(rotation: Rotation): Sheet {
  const rows = daySheet(rotation).flatMap((line) => sayForHost(line).map((said) => [...timeOf(line), said]));
  return { name: words.day, columns: [...time, text(words.meets)], rows };
}

function badgesSheet(rotation: Rotation): Sheet {
  const rows = badges(rotation).map(({ title, under, count }) => [title, under, count]);
  return { name: words.badges, columns: [text(words.badge), text(words.under), number(words.count)], rows };
}
