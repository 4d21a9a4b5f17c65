import type { RunningRotation } from './rescue.ts';
import type { RotationBrief, RotationGroup, RotationSession } from './shape.ts';

/** A meeting as a card tells it. */
export type Meeting = {
  readonly organisation: string;
  readonly room: string;
  readonly groups: readonly { readonly group: number; readonly pupils: number; readonly adult: string }[];
};

/** One stretch of the half-day: a slot with what happens in it (nothing: waiting), or a break. */
export type CardLine = { readonly starts: string; readonly ends: string } & (
  | { readonly rest: string }
  | { readonly meetings: readonly Meeting[]; readonly away: boolean }
);

/** What one group carries with it. */
export type GroupCard = {
  readonly group: number;
  readonly adult: string;
  readonly adultSchool: string;
  readonly pupils: number;
  readonly schools: readonly { readonly urn: string; readonly name: string; readonly pupils: number }[];
  readonly lines: readonly CardLine[];
  /** Organisations that this group will not meet. */
  readonly lost: readonly string[];
};

/** What one organisation needs, what hangs on one room's door, and the whole half-day on one sheet. */
export type PlaceCard = { readonly key: string; readonly title: string; readonly lines: readonly CardLine[] };

/** Badges to print: no child's name, only the group and the school. */
export type Badge = { readonly title: string; readonly under: string; readonly count: number };

/** Every group's card, in order. A card holds nothing but its own group's day, so that what others do never changes it. */
export function groupCards({ brief, plan, lost }: RunningRotation): GroupCard[] {
  return plan.groups.map((one) => ({
    group: one.group,
    adult: one.adult.name,
    adultSchool: schoolName(brief, one.adult.school),
    pupils: pupilsIn(one),
    schools: one.members.map(({ school, pupils }) => ({ urn: school, name: schoolName(brief, school), pupils })),
    lines: linesOf(brief, { groups: [one], sessions: plan.sessions.filter(({ groups }) => groups.includes(one.group)) }),
    lost: lost.filter(({ group }) => group === one.group).map(({ organisation }) => visitorName(brief, organisation)),
  }));
}

/** Every organisation's card, in order. */
export function organisationCards({ brief, plan }: RunningRotation): PlaceCard[] {
  return brief.organisations.map(({ organisation, name, slots }) => ({
    key: organisation,
    title: name,
    lines: linesOf(brief, {
      groups: plan.groups,
      sessions: plan.sessions.filter((one) => one.organisation === organisation),
      there: slots,
    }),
  }));
}

/** What hangs on every room's door. */
export function roomDoors({ brief, plan }: RunningRotation): PlaceCard[] {
  return brief.rooms.map(({ room, slots }) => ({
    key: room,
    title: room,
    lines: linesOf(brief, { groups: plan.groups, sessions: plan.sessions.filter((one) => one.room === room), there: slots }),
  }));
}

/** All sessions in the order of the half-day: the host's sheet and the master timetable. */
export function daySheet({ brief, plan }: RunningRotation): readonly CardLine[] {
  return linesOf(brief, plan);
}

/** Badges for the pupils of each school in each group, for the adults who lead, and for the organisations. */
export function badges({ brief, plan }: RunningRotation): Badge[] {
  return [
    ...plan.groups.flatMap(({ group, members }) =>
      members.map(({ school, pupils }) => ({ title: `Group ${group}`, under: schoolName(brief, school), count: pupils })),
    ),
    ...plan.groups.map(({ group, adult }) => ({
      title: adult.name,
      under: `Group ${group}, ${schoolName(brief, adult.school)}`,
      count: 1,
    })),
    ...brief.organisations.map(({ name }) => ({ title: name, under: '', count: 1 })),
  ];
}

type Shown = {
  readonly groups: readonly RotationGroup[];
  readonly sessions: readonly RotationSession[];
  /** Slots in which it is there at all. */
  readonly there?: readonly number[];
};

function linesOf(brief: RotationBrief, { groups, sessions, there }: Shown): CardLine[] {
  const meetingOf = (session: RotationSession): Meeting => ({
    organisation: visitorName(brief, session.organisation),
    room: session.room,
    groups: groups
      .filter(({ group }) => session.groups.includes(group))
      .map((one) => ({ group: one.group, pupils: pupilsIn(one), adult: one.adult.name })),
  });
  const slots = brief.slots.map(
    (time, slot): CardLine => ({
      ...time,
      meetings: sessions.filter((one) => one.slot === slot).map(meetingOf),
      away: there !== undefined && !there.includes(slot),
    }),
  );
  const breaks = brief.breaks.map(({ name, starts, ends }): CardLine => ({ starts, ends, rest: name }));
  return [...slots, ...breaks].sort((a, b) => a.starts.localeCompare(b.starts));
}

/** The pupils in a group. */
function pupilsIn({ members }: RotationGroup): number {
  return members.reduce((sum, { pupils }) => sum + pupils, 0);
}

function schoolName({ schools }: RotationBrief, school: string): string {
  return schools.find((one) => one.school === school)?.name ?? school;
}

/** An organisation's name. */
export function visitorName({ organisations }: RotationBrief, organisation: string): string {
  return organisations.find((one) => one.organisation === organisation)?.name ?? organisation;
}
