import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { accepted, openLink, organiserPath, schoolAddress, type Week } from './browsing.ts';
import type { PlannedEvent } from './plan.ts';

type Group = Rotation['plan']['groups'][number];
type Counted = { readonly came: readonly string[]; readonly version: number };

/**
 * Counts a rotation group by group: the host presses one button for each by its link; where a headcount is corrected, the
 * organiser corrects the groups it concerns.
 */
export async function checkGroupsIn(week: Week, event: PlannedEvent, { plan: { groups } }: Rotation): Promise<void> {
  const standing = new Map<number, Counted>();
  const rounds = Math.max(1, ...event.bookings.map(({ headcounts }) => headcounts.length));
  const cookie = await openLink(week, schoolAddress(week, event.host ?? ''));
  const host = { path: `/my/place/bookings/${event.reference}/check-in`, cookie };
  const organiser = { path: `${organiserPath}/events/${event.reference}/check-in`, cookie: week.cookie };
  for (let round = 0; round < rounds; round += 1) {
    const absent = absentIn(event, round);
    const who = round === 0 ? host : organiser;
    for (const group of groups) await countGroup(week, { ...who, group, came: cameIn(group, absent), standing });
  }
  const came = week.ledger.events.get(event.reference)?.came;
  for (const one of [...standing.values()].flatMap((counted) => counted.came)) {
    const [urn = '', pupils] = one.split(':');
    came?.set(urn, (came.get(urn) ?? 0) + Number(pupils));
  }
}

type Counting = {
  readonly path: string;
  readonly cookie: string;
  readonly group: Group;
  readonly came: readonly string[];
  readonly standing: Map<number, Counted>;
};

async function countGroup(week: Week, { path, cookie, group, came, standing }: Counting): Promise<void> {
  const before = standing.get(group.group);
  if (before?.came.join() === came.join()) return;
  const version = before?.version ?? 0;
  await accepted(week, path, formOf(group, came, version), cookie);
  standing.set(group.group, { came, version: version + 1 });
  if (before) week.ledger.corrections += 1;
  else week.ledger.groups += 1;
}

/** How many of each school do not come, by the headcount of this round. */
function absentIn({ bookings }: PlannedEvent, round: number): Map<string, number> {
  return new Map(bookings.map(({ urn, pupils, headcounts }) => [urn, pupils - (headcounts[round] ?? headcounts.at(-1) ?? 0)]));
}

/** Takes those who did not come out of this group, as far as it has them. */
function cameIn({ members }: Group, absent: Map<string, number>): string[] {
  return members.map(({ school, pupils }) => {
    const missing = Math.min(pupils, absent.get(school) ?? 0);
    absent.set(school, (absent.get(school) ?? 0) - missing);
    return `${school}:${pupils - missing}`;
  });
}

function formOf({ group, members }: Group, came: readonly string[], seen: number) {
  const names = { group: `group-${group}`, seen };
  if (came.every((one) => one.endsWith(':0'))) return { ...names, state: 'no-show' };
  // Everybody is here: one press, without a number.
  const all = came.join() === members.map(({ school, pupils }) => `${school}:${pupils}`).join();
  return { ...names, state: 'came', came: all ? undefined : came };
}
