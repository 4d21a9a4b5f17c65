import { type CourseChanges, changesIn } from '../disclosure/course-changes.ts';
import { mealsFrom } from '../fair-shares.ts';
import { pupilsTwice } from '../instruments/pupils.ts';
import { coursesTogether } from '../pupils/course.ts';
import type { ClassTotal, CourseSaid } from '../pupils/items.ts';
import type { School } from '../school.ts';
import { fundingNeeds } from '../vocabulary.ts';
import type { SchoolNeed, SectorSession, SpendEntry } from './items.ts';
import { refusedAt } from './lines.ts';
import { pupilsAt } from './sessions.ts';

export type Band = SchoolNeed['band'];

/** The band of each school: as it was typed in, else by the register's share of pupils with free school meals. */
export function bandsOf(schools: readonly School[], typed: readonly SchoolNeed[]): ReadonlyMap<string, Band> {
  const register = schools.flatMap(({ urn, percentageFsm: share }): [string, Band][] =>
    share === undefined ? [] : [[urn, share >= mealsFrom.many ? 'high' : share >= mealsFrom.some ? 'medium' : 'low']],
  );
  return new Map([...register, ...typed.map(({ urn, band }): [string, Band] => [urn, band])]);
}

/** Bands as they are typed: `123456; high`, a line each. Invalid `funding-bands` with the line that must be mended. */
export function readBands(text: string, known: ReadonlySet<string>): ReadonlyMap<string, Band> {
  const bands = new Map<string, Band>();
  for (const [index, typed] of text.split('\n').entries()) {
    if (typed.trim() === '') continue;
    const [urn = '', said = ''] = typed.split(/[;,\t]/).map((part) => part.trim().toLowerCase());
    const at = `Line ${index + 1}`;
    const band = fundingNeeds.find((one) => one === said);
    if (!known.has(urn)) throw refusedAt('bands', `${at}: no school of this edition has this URN`);
    if (!band) throw refusedAt('bands', `${at}: write high, medium or low after the URN`);
    if (bands.has(urn)) throw refusedAt('bands', `${at}: this school is there twice`);
    bands.set(urn, band);
  }
  return bands;
}

/** What one school needs, and what it got: sessions, pupils at them, and pence that were spent on it by name. */
export type Allocation = {
  readonly urn: string;
  readonly band: Band | undefined;
  readonly sessions: number;
  readonly pupils: number;
  readonly pence: number;
};

type Given = { readonly sessions: readonly SectorSession[]; readonly spends: readonly SpendEntry[] };

/** Need beside allocation, the schools as they are given. */
export function allocationOf(
  urns: readonly string[],
  bands: ReadonlyMap<string, Band>,
  { sessions, spends }: Given,
): Allocation[] {
  return urns.map((urn) => {
    const held = sessions.filter((one) => one.urn === urn && one.state === 'held');
    const own = spends.filter((one) => one.urn === urn && one.state === 'entered');
    return {
      urn,
      band: bands.get(urn),
      sessions: held.length,
      pupils: held.reduce((sum, one) => sum + pupilsAt(one), 0),
      pence: own.reduce((sum, { pence }) => sum + pence, 0),
    };
  });
}

/** The same children before and after, by their school's band. */
export type BandChanges = { readonly band: Band; readonly changes: CourseChanges };

/**
 * Paired change by band. A statement is shown only where every band that has an answer to it passes the gate: what is shown
 * of all bands together would else give away the one that is hidden.
 */
export function changesByBand(totals: readonly ClassTotal[], bands: ReadonlyMap<string, Band>): BandChanges[] {
  const asked = totals.filter(({ said }) => said.course && said.course.matched > 0);
  // A school without a band stands in a group of its own, which is never shown but hides others as they hide it.
  const groups = [...fundingNeeds, undefined].map((band) => ({
    band,
    ...saidIn(asked.filter(({ urn }) => bands.get(urn) === band)),
  }));
  const shown = groups.map(({ band, said, schools, course }) => ({
    band,
    course,
    changes: changesIn(pupilsTwice, { ...said, schools, course }),
  }));
  const open = pupilsTwice.statements.filter(({ id, text }) =>
    shown.every(({ course, changes }) => (course?.changes[id]?.n ?? 0) === 0 || changes.changes.some((one) => one.text === text)),
  );
  return shown.flatMap(({ band, changes }) => {
    const left = changes.changes.filter(({ text }) => open.some((one) => one.text === text));
    return band === undefined || left.length === 0 ? [] : [{ band, changes: { ...changes, changes: left } }];
  });
}

function saidIn(totals: readonly ClassTotal[]) {
  const course: CourseSaid | undefined = coursesTogether(totals.flatMap(({ said }) => said.course ?? []));
  const said = { instrument: pupilsTwice.instrument, classes: 0, asked: 0, answered: 0, counts: {} };
  return { said, course, schools: new Set(totals.map(({ urn }) => urn)).size };
}
