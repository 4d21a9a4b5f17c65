import { expect, test } from 'vitest';
import { balanceOf } from '#shared/domain/funding/coverage.ts';
import type { SectorSession } from '#shared/domain/funding/items.ts';
import { type Match, rankMatches } from '#shared/domain/funding/match.ts';
import { type Band, bandsOf, changesByBand } from '#shared/domain/funding/needs.ts';
import type { ClassTotal } from '#shared/domain/pupils/items.ts';
import { localDate } from '#shared/kernel/time.ts';

const edition = 'made-up-2025';
const urnOf = (number: number) => String(100_000 + number);

/** A class whose matched children all answered one statement, of whom some came to say yes. */
function asked(number: number, n: number, gained: number): ClassTotal {
  const changes = { 'any-job': { n, gained, lost: 0, sum: gained * 2, squares: gained * 4 } };
  const course = { matched: n, baselineOnly: 0, endlineOnly: 0, changes };
  const said = { instrument: 'pupils-twice', classes: 1, asked: n, answered: 2 * n, counts: {}, course };
  return { edition, urn: urnOf(number), event: 'e', code: 'bcdfgh', left: 0, classVersion: 1, said };
}
const bandsAre = (...bands: readonly Band[]) => new Map(bands.map((band, index) => [urnOf(index), band]));
const shown = (totals: readonly ClassTotal[], bands: ReadonlyMap<string, Band>) =>
  changesByBand(totals, bands).map(({ band, changes }) => [band, changes.changes.map(({ n, change }) => [n, change])]);

test('each band is shown from ten pairs of three schools on, with its own change', () => {
  const totals = [0, 1, 2, 3, 4, 5].map((number) => asked(number, 4, number < 3 ? 2 : 1));
  expect(shown(totals, bandsAre('high', 'high', 'high', 'low', 'low', 'low'))).toEqual([
    ['high', [[12, 50]]],
    ['low', [[12, 25]]],
  ]);
});

test('one band that is too small hides the others, which would give it away together with the whole', () => {
  const totals = [0, 1, 2, 3, 4].map((number) => asked(number, 5, 2));
  expect(shown(totals, bandsAre('high', 'high', 'high', 'low', 'low'))).toEqual([]);
  expect(shown(totals.slice(0, 3), bandsAre('high', 'high', 'high', 'low', 'low'))).toEqual([['high', [[15, 40]]]]);
});

test('a school whose need nobody knows hides the others too', () => {
  const totals = [0, 1, 2, 3].map((number) => asked(number, 5, 2));
  expect(shown(totals, bandsAre('high', 'high', 'high'))).toEqual([]);
});

test('a band is what was typed in, else what the register gives', () => {
  const one = { urn: urnOf(0), la: '999', name: 'Fictional', status: 'open' as const, digest: 'x', percentageFsm: 31 };
  const typed = { edition, urn: urnOf(0), band: 'low' as const, source: 'Fictional', version: 1 };
  expect(bandsOf([one, { ...one, urn: urnOf(1), percentageFsm: undefined }], [])).toEqual(new Map([[urnOf(0), 'high']]));
  expect(bandsOf([one], [typed]).get(urnOf(0))).toBe('low');
});

const held = (women: number, men: number, another: number): SectorSession => ({
  edition,
  session: 'a'.repeat(20),
  urn: urnOf(0),
  registration: 'b'.repeat(20),
  entry: 'x',
  sector: 'rail',
  on: localDate.parse('2025-03-11'),
  expected: { year4: 30 },
  state: 'held',
  came: { year4: 30 },
  roleModels: { women, men, another, unsaid: 2 },
  version: 3,
});

test('how role models describe themselves is shown whole, or not at all', () => {
  expect(balanceOf([held(9, 8, 0)])).toEqual({ visits: 19, said: 17, counts: { women: 9, men: 8, another: 0 } });
  expect(balanceOf([held(9, 8, 1)])).toEqual({ visits: 20, said: 18 });
  expect(balanceOf([held(9, 0, 0)])).toEqual({ visits: 11, said: 9 });
  expect(balanceOf([{ ...held(9, 8, 0), state: 'cancelled' }])).toEqual({ visits: 0, said: 0 });
});

const somebody = (name: string, more: Partial<Match>): Match => ({
  kind: 'organisation',
  id: name,
  name,
  contact: name,
  email: `${name}@firm.example`,
  offersIt: false,
  ofSector: false,
  suitsYears: undefined,
  sessions: 0,
  kilometres: undefined,
  ...more,
});

test('whose session it is comes first, then the sector, the year groups, who has least to do, and who is near', () => {
  const ranked = rankMatches([
    somebody('far', { kilometres: 9 }),
    somebody('unknown', {}),
    somebody('near', { kilometres: 1 }),
    somebody('busy', { sessions: 2 }),
    somebody('other-years', { suitsYears: false }),
    somebody('sector', { ofSector: true }),
    somebody('owner', { offersIt: true, sessions: 5 }),
  ]);
  expect(ranked.map(({ name }) => name)).toEqual(['owner', 'sector', 'near', 'far', 'unknown', 'busy', 'other-years']);
});
