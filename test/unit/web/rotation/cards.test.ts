import { expect, test } from 'vitest';
import { badges, daySheet, groupCards, organisationCards, roomDoors } from '#shared/domain/rotation/cards.ts';
import { rescueRotation } from '#shared/domain/rotation/rescue.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { render } from '#web/html.ts';
import { doorSheet, groupSheet, organisationSheet } from '#web/rotation/lines.ts';
import { rotationSheets } from '#web/rotation/sheets.ts';
import { odsFile } from '#shared/kernel/sheets/ods.ts';
import { readOds } from '../../shared/kernel/sheets/read-back.ts';
import { rotationBrief, rotationOf } from '../rotation-pages.ts';

const rotation = rotationOf(rotationBrief);

function sheetsOf(one: Rotation): Map<string, string> {
  return new Map([
    ...groupCards(one).map((card) => [`group ${card.group}`, render(groupSheet(card))] as const),
    ...organisationCards(one).map((card) => [card.title, render(organisationSheet(card))] as const),
    ...roomDoors(one).map((card) => [card.title, render(doorSheet(card))] as const),
  ]);
}

test('a group’s card names its adult, its schools and every meeting in its room, with the break between', () => {
  for (const card of groupCards(rotation)) {
    const meets = card.lines.flatMap((line) =>
      'rest' in line ? [line.rest] : line.meetings.map(({ organisation }) => organisation),
    );
    expect(meets.toSorted()).toEqual(['Break', ...rotationBrief.organisations.map(({ name }) => name)].toSorted());
    expect(card.schools.length).toBeGreaterThan(1);
    expect(card.adult).toMatch(/^Adult /);
  }
  expect(daySheet(rotation).map(({ starts }) => starts)).toEqual(['09:15', '09:40', '10:00', '10:20', '10:45']);
});

test('badges carry groups and schools, one for each pupil, and no child’s name', () => {
  const pupils = badges(rotation).filter(({ title }) => title.startsWith('Group '));
  expect(pupils.reduce((sum, { count }) => sum + count, 0)).toBe(48);
});

test('after a rescue, the cards of whoever is not affected are the same to the byte', () => {
  const lost = rotationBrief.organisations[1]?.organisation ?? '';
  const rescued = rescueRotation(rotation, { disruption: { lost: 'organisation', organisation: lost, slots: [3] }, from: 3 });
  const [before, after] = [sheetsOf(rotation), sheetsOf({ ...rotation, ...rescued, lost: [...rescued.lost] })];
  const changed = [...before].filter(([name, sheet]) => after.get(name) !== sheet).map(([name]) => name);
  const [cell] = rescued.changed;
  const session = rotation.plan.sessions.find((one) => one.slot === 3 && one.organisation === lost);
  expect(rescued.changed).toHaveLength(1);
  expect(changed).toEqual([`group ${cell?.group}`, 'Fictional Firm 2', session?.room]);
});

test('the spreadsheet says the same: each meeting once in the timetable, a row for each stretch of each card', () => {
  const sheets = readOds(odsFile(rotationSheets(rotation)));
  expect(sheets.map(({ name }) => name)).toEqual([
    'Timetable',
    'Groups',
    'Organisations',
    'Room doors',
    'Day sheet for the host',
    'Badges',
  ]);
  const [master, groups, organisations] = sheets;
  const said = master?.rows.slice(1).flatMap((row) => row.slice(2).map(({ value }) => String(value))) ?? [];
  const meetings = rotationBrief.organisations.map(({ name }) => said.filter((one) => one.startsWith(`${name}, `)).length);
  expect(meetings).toEqual([4, 4, 4, 4]);
  expect(said.filter((one) => one === 'Break')).toHaveLength(4);
  expect([groups?.rows.length, organisations?.rows.length]).toEqual([4 * 5 + 1, 4 * 5 + 1]);
});
