import type { CardLine, GroupCard, PlaceCard } from '#shared/domain/rotation/cards.ts';
import { summaryList } from '../components/summary-list.ts';
import { table, type TableCell } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { row } from '../links/held.ts';
import { heading2, lines } from '../prose.ts';
import { sayPupils } from '../say.ts';
import { sayForGroup, sayForHost, sayForVisitor, sayOnDoor, sayTime } from './card-lines.ts';
import { cardsContent as words } from './cards.en.ts';

/** A group's card on a sheet of its own: who it is, and where it is when. */
export function groupSheet(card: GroupCard): Html {
  const rows = [
    row(words.leads, words.leader(card.adult, card.adultSchool)),
    row(words.pupils, sayPupils(card.pupils)),
    row(words.schools, lines(card.schools.map(({ name, pupils }) => words.from(name, sayPupils(pupils))))),
    card.lost.length > 0 ? row(words.lost, lines(card.lost)) : undefined,
  ];
  const happens = (line: CardLine) => cell(sayForGroup(line));
  return sheet(words.group(card.group), html`${summaryList({ rows })}${timeTable(card.lines, happens)}`);
}

/** An organisation's card: which group comes when, and where. */
export function organisationSheet(card: PlaceCard): Html {
  return sheet(
    card.title,
    timeTable(card.lines, (line) => cell(sayForVisitor(line))),
  );
}

/** What hangs on a room's door: who is inside when. */
export function doorSheet(card: PlaceCard): Html {
  return sheet(
    words.door(card.title),
    timeTable(card.lines, (line) => cell(sayOnDoor(line))),
  );
}

/** The whole half-day for the host. */
export function daySheetTable(day: readonly CardLine[]): Html {
  return timeTable(day, (line) => cell(sayForHost(line)));
}

function cell(said: readonly string[]): TableCell {
  const [only = '', ...more] = said;
  return more.length === 0 ? { text: only } : { html: lines(said) };
}

function timeTable(day: readonly CardLine[], happens: (line: CardLine) => TableCell): Html {
  return table({
    head: [{ text: words.time }, { text: words.meets }],
    rows: day.map((line) => [{ text: sayTime(line) }, happens(line)]),
    firstCellIsHeader: true,
  });
}

/** One thing on a printed sheet of its own. */
export function sheet(title: string, inside: Html): Html {
  return html`<section class="app-sheet">${heading2(title)}${inside}</section>\n`;
}
