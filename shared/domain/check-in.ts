import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { instant, type Instant, londonDate } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Booking, Event } from './event.ts';
import { count, slug, urn } from './fields.ts';
import { groupStates } from './vocabulary.ts';

/** Who came of one group, school by school. */
const counted = {
  state: z.enum(groupStates),
  came: z.array(z.strictObject({ urn, pupils: z.int() })),
  at: instant,
  by: z.enum(['organiser', 'school']),
};

/** One group's check-in at one event. `earlier` is what was put before it was corrected, in order. */
export const checkIn = z.strictObject({
  edition: slug,
  event: slug,
  group: slug,
  ...counted,
  expected: z.int(),
  earlier: z.array(z.strictObject(counted)),
  version: z.int(),
});
export type CheckIn = z.infer<typeof checkIn>;

/** What whoever counts a group sends: `came` as `urn:pupils` for each school; left out, everybody came who was expected. */
export const checkInForm = z.strictObject({
  group: slug,
  state: z.enum(groupStates, 'Choose whether the group came'),
  came: z.optional(
    z
      .array(z.string().check(z.regex(/^[1-9]\d{5}:\d{1,3}$/, 'Choose how many came')), 'Choose how many came')
      .check(z.maxLength(20, 'Choose how many came')),
  ),
  /** The version that was shown; 0 where nobody had counted yet. */
  seen: count('Reload the page', 1_000_000),
});
export type CheckInForm = z.infer<typeof checkInForm>;

/** A group that is expected: in a rotation its groups, elsewhere the pupils of one school. */
export type ExpectedGroup = {
  readonly group: string;
  /** Its number in a rotation. */
  readonly number?: number | undefined;
  /** The adult who leads it, and the number of their school. */
  readonly leader?: { readonly name: string; readonly urn: string } | undefined;
  readonly members: readonly { readonly urn: string; readonly name: string; readonly pupils: number }[];
};

type Groups = readonly {
  readonly group: number;
  readonly members: readonly { readonly school: string; readonly pupils: number }[];
  readonly adult: { readonly school: string; readonly name: string };
}[];

/** The groups of an event: those of its rotation plan, or each booked school's pupils. */
export function expectedGroups(bookings: readonly Booking[], planned: Groups | undefined): ExpectedGroup[] {
  const nameOf = (school: string) => bookings.find((one) => one.urn === school)?.schoolName ?? school;
  if (!planned) {
    return bookings.map(({ urn: school, schoolName: name, pupils }) => ({
      group: `school-${school}`,
      members: [{ urn: school, name, pupils }],
    }));
  }
  return planned.map(({ group, members, adult }) => ({
    group: `group-${group}`,
    number: group,
    leader: { name: adult.name, urn: adult.school },
    members: members.map(({ school, pupils }) => ({ urn: school, name: nameOf(school), pupils })),
  }));
}

/** How many are expected in a group. */
export function expectedIn({ members }: ExpectedGroup): number {
  return members.reduce((sum, { pupils }) => sum + pupils, 0);
}

/** How many of a group came. */
export function cameIn({ came }: Pick<CheckIn, 'came'>): number {
  return came.reduce((sum, { pupils }) => sum + pupils, 0);
}

type Counting = {
  readonly event: Event;
  readonly group: ExpectedGroup;
  readonly form: CheckInForm;
  readonly by: CheckIn['by'];
  readonly now: Instant;
};

/**
 * Counts a group, or corrects its count: what stood before is kept. The same again changes nothing. Conflicts:
 * `event-cancelled`, `not-today-yet`, `changed-meanwhile` where somebody else has counted it since; invalid `count-unclear`.
 */
export function checkInGroup(current: CheckIn | undefined, { event, group, form, by, now }: Counting): Decision<CheckIn> {
  if (event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled, so nobody came.');
  if (londonDate(now) < event.halfDay.slice(0, 10)) {
    throw new AppError('conflict', 'not-today-yet', 'You can count pupils on the day of the event and afterwards.');
  }
  const came = countsOf(group, form);
  if (current?.state === form.state && JSON.stringify(current.came) === JSON.stringify(came))
    return { state: current, facts: [] };
  if ((current?.version ?? 0) !== form.seen) {
    throw new AppError(
      'conflict',
      'changed-meanwhile',
      'Somebody else has counted this group meanwhile. Look at their count first.',
    );
  }
  const { edition, event: name } = event;
  const expected = expectedIn(group);
  const version = (current?.version ?? 0) + 1;
  const before = current ? [{ state: current.state, came: current.came, at: current.at, by: current.by }] : [];
  const earlier = [...(current?.earlier ?? []), ...before].slice(-mostEarlier);
  const state = { edition, event: name, group: group.group, state: form.state, came, at: now, by, expected, earlier, version };
  const pupils = cameIn(state);
  return {
    state,
    facts: [
      { type: 'group.checked-in.v1', data: { event: name, group: group.group, state: form.state, expected, pupils, version } },
    ],
  };
}

/** How many corrections of one group are kept. */
const mostEarlier = 20;

function countsOf({ members }: ExpectedGroup, { state, came }: CheckInForm): CheckIn['came'] {
  if (state !== 'came') return members.map(({ urn: school }) => ({ urn: school, pupils: 0 }));
  if (!came) return members.map(({ urn: school, pupils }) => ({ urn: school, pupils }));
  const typed = new Map(came.map((one): [string, number] => [one.slice(0, 6), Number(one.slice(7))]));
  const counts = members.map(({ urn: school, pupils }) => ({ urn: school, pupils: typed.get(school) ?? pupils }));
  const problem = problemOf(typed, { members, total: cameIn({ came: counts }) });
  if (problem === undefined) return counts;
  throw new AppError('invalid', 'count-unclear', `${problem}.`, [{ path: 'came', message: problem }]);
}

function problemOf(
  typed: ReadonlyMap<string, number>,
  { members, total }: { readonly members: ExpectedGroup['members']; readonly total: number },
): string | undefined {
  if ([...typed.keys()].some((school) => !members.some((one) => one.urn === school))) return 'Choose schools of this group';
  return total === 0 ? 'If nobody came, press the button that says so' : undefined;
}

/** How many pupils of a school came by all check-ins of an event. */
export function cameOf(school: string, checkIns: readonly CheckIn[]): number {
  return checkIns.reduce((sum, { came }) => sum + cameIn({ came: came.filter((one) => one.urn === school) }), 0);
}
