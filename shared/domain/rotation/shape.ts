import * as z from 'zod/mini';
import { instant } from '../../kernel/time.ts';

// The shape of a rotation as plain data. The planner, the checker and the pages share this and nothing else. Slots are
// counted from 0, groups from 1; a clock time is `HH:MM` in Europe/London.

const clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const slotsThere = z.array(z.int());

/** One stretch of time in which every group meets one organisation, or waits. */
const rotationSlot = z.strictObject({ starts: clock, ends: clock });
/** A stretch in which nobody meets anybody: break, lunch. */
const rotationBreak = z.strictObject({ name: z.string(), starts: clock, ends: clock });

/** An organisation that goes round: how many pupils it takes at once, and the slots in which it is there. */
export const rotationOrganisation = z.strictObject({
  organisation: z.string(),
  name: z.string(),
  places: z.int(),
  slots: slotsThere,
  /** The organisation whose meetings it takes over: each group then meets either of the two. */
  standsInFor: z.optional(z.string()),
});
export type RotationOrganisation = z.infer<typeof rotationOrganisation>;

/** What a rotation must keep to: who comes, the limits, and the times. */
export const rotationBrief = z.strictObject({
  /** `adults` are the names of the school's adults who can lead a group. */
  schools: z.array(z.strictObject({ school: z.string(), name: z.string(), pupils: z.int(), adults: z.array(z.string()) })),
  organisations: z.array(rotationOrganisation),
  /** Rooms that take any one session, and the slots in which each is free. */
  rooms: z.array(z.strictObject({ room: z.string(), slots: slotsThere })),
  slots: z.array(rotationSlot),
  breaks: z.array(rotationBreak),
  /** How many groups; left out, the planner chooses. */
  groups: z.optional(z.int()),
  /** The fewest and the most pupils in a group. */
  size: z.strictObject({ min: z.int(), max: z.int() }),
  /** Every group has pupils of at least so many schools. */
  mixed: z.int(),
  /** Another number gives another plan; the same number the same plan. */
  seed: z.optional(z.int()),
});
export type RotationBrief = z.infer<typeof rotationBrief>;

/** Who goes round together, and which adult of which school leads them. */
export const rotationGroup = z.strictObject({
  group: z.int(),
  members: z.array(z.strictObject({ school: z.string(), pupils: z.int() })),
  adult: z.strictObject({ school: z.string(), name: z.string() }),
});
export type RotationGroup = z.infer<typeof rotationGroup>;

/** One organisation in one room in one slot, with the groups that meet it. */
export const rotationSession = z.strictObject({
  slot: z.int(),
  organisation: z.string(),
  room: z.string(),
  groups: z.array(z.int()),
});
export type RotationSession = z.infer<typeof rotationSession>;

/** A whole plan. Sessions are in order of slot, then of the organisations in the brief. */
export const rotationPlan = z.strictObject({ groups: z.array(rotationGroup), sessions: z.array(rotationSession) });
export type RotationPlan = z.infer<typeof rotationPlan>;

/** A meeting that was planned and cannot be held. */
export const lostMeeting = z.strictObject({ group: z.int(), organisation: z.string() });
export type LostMeeting = z.infer<typeof lostMeeting>;

/**
 * What a plan claims of itself, so that anyone can check it: for each organisation (in the brief's order) the slot in
 * which it meets each group (in order), null where that meeting is lost; the pupils in each group; how many slots each
 * group waits, and how many slots each organisation is there and meets nobody.
 */
export const rotationCertificate = z.strictObject({
  met: z.array(z.strictObject({ organisation: z.string(), slots: z.array(z.nullable(z.int())) })),
  sizes: z.array(z.int()),
  waits: z.array(z.int()),
  idle: z.array(z.int()),
});
export type RotationCertificate = z.infer<typeof rotationCertificate>;

/** What went wrong: an organisation or a room is away in these slots, or the slots themselves are lost to everybody. */
export const disruption = z.discriminatedUnion('lost', [
  z.strictObject({ lost: z.literal('organisation'), organisation: z.string(), slots: slotsThere }),
  z.strictObject({ lost: z.literal('room'), room: z.string(), slots: slotsThere }),
  z.strictObject({ lost: z.literal('time'), slots: slotsThere }),
]);
export type Disruption = z.infer<typeof disruption>;

const earlierRotation = z.strictObject({
  version: z.int(),
  brief: rotationBrief,
  plan: rotationPlan,
  lost: z.array(lostMeeting),
});

/** The rotation of one event: what it keeps to, the plan as it stands with its certificate, and what became of it. */
export const rotation = z.strictObject({
  edition: z.string(),
  event: z.string(),
  brief: rotationBrief,
  plan: rotationPlan,
  certificate: rotationCertificate,
  lost: z.array(lostMeeting),
  /** What went wrong so far, in order. */
  disruptions: z.array(disruption),
  /** What it was before each rescue, the latest ones: letters tell each reader what is new by them. */
  earlier: z.optional(z.array(earlierRotation)),
  plannedAt: instant,
  rescuedAt: z.optional(instant),
  version: z.int(),
});
export type Rotation = z.infer<typeof rotation>;
