import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Decision } from '../decision.ts';
import { count, id } from '../fields.ts';
import type { PlannedRotation } from './plan.ts';
import type { RescuedRotation } from './rescue.ts';
import type { Disruption, Rotation } from './shape.ts';

/** What an organiser sends when something is lost on the day. Slots are counted from 1. Without `confirmed` it only shows what would change. */
export const rescueForm = z.strictObject({
  /** `organisation:…`, `room:…` or `time`. */
  lost: z
    .string('Choose what is lost')
    .check(z.regex(/^(?:organisation:[a-z2-7]{20}|room:.{1,120}|time)$/, 'Choose what is lost')),
  from: count('Enter the first slot that is lost', 30, 1),
  until: z.optional(count('Enter the last slot that is lost', 30, 1)),
  /** Who from the bench may come instead, the best first. */
  bench: z.optional(z.array(id, 'Choose from the list').check(z.maxLength(60, 'Choose from the list'))),
  version: count('Reload the page', 1_000_000, 1),
  confirmed: z.optional(z.boolean('Choose whether to go on')),
});
export type RescueForm = z.infer<typeof rescueForm>;

type Event = { readonly edition: string; readonly event: string };

/** Keeps a new plan in place of any before. */
export function keepPlan(
  current: Rotation | undefined,
  { event, planned, brief, now }: { event: Event; planned: PlannedRotation; brief: Rotation['brief']; now: Instant },
): Decision<Rotation> {
  const { plan, certificate } = planned;
  const state: Rotation = {
    edition: event.edition,
    event: event.event,
    brief,
    plan,
    certificate,
    lost: [],
    disruptions: [],
    plannedAt: now,
    version: (current?.version ?? 0) + 1,
  };
  return {
    state,
    facts: [{ type: 'rotation.planned.v1', data: { event: state.event, groups: plan.groups.length, version: state.version } }],
  };
}

/** How many earlier states a rotation keeps: its document stays far below what one item of the table holds. */
const mostEarlier = 6;

function earlierOf({ version, brief, plan, lost }: Rotation): NonNullable<Rotation['earlier']>[number] {
  return { version, brief, plan, lost };
}

/** What went wrong, as data. Invalid `rescue-unknown` for what the rotation does not have. */
export function disruptionOf({ brief }: Rotation, { lost, from, until }: RescueForm): Disruption {
  const last = until ?? brief.slots.length;
  const slots = brief.slots.map((_, slot) => slot).filter((slot) => slot >= from - 1 && slot < last);
  const [kind = '', ...rest] = lost.split(':');
  const name = rest.join(':');
  const known =
    kind === 'time' ||
    brief.organisations.some((one) => one.organisation === name) ||
    brief.rooms.some(({ room }) => room === name);
  const issues = [
    ...(known ? [] : [{ path: 'lost', message: 'Choose what is lost' }]),
    ...(from > brief.slots.length ? [{ path: 'from', message: `This event has ${brief.slots.length} slots` }] : []),
    ...(until !== undefined && until < from ? [{ path: 'until', message: 'The last slot must not be before the first' }] : []),
  ];
  if (issues.length > 0) throw new AppError('invalid', 'rescue-unknown', 'There is a problem with what you sent.', issues);
  if (kind === 'organisation') return { lost: 'organisation', organisation: name, slots };
  return kind === 'room' ? { lost: 'room', room: name, slots } : { lost: 'time', slots };
}

/** What is said of a rescue that was worked out from what is no longer so. Conflict `changed-meanwhile`. */
export function changedMeanwhile(): AppError {
  return new AppError('conflict', 'changed-meanwhile', 'Something has changed meanwhile. Open the rescue again and look.');
}

/** Keeps a rescue. Conflict `changed-meanwhile` when it was worked out from another plan. */
export function keepRescue(
  current: Rotation,
  { rescued, form, now }: { rescued: RescuedRotation; form: RescueForm; now: Instant },
): Decision<Rotation> {
  if (current.version !== form.version) throw changedMeanwhile();
  const { brief, plan, certificate, lost } = rescued;
  const state: Rotation = {
    ...current,
    brief,
    plan,
    certificate,
    lost: [...lost],
    disruptions: [...current.disruptions, disruptionOf(current, form)],
    earlier: [...(current.earlier ?? []), earlierOf(current)].slice(-mostEarlier),
    rescuedAt: now,
    version: current.version + 1,
  };
  const groups = new Set(rescued.changed.map(({ group }) => group)).size;
  return {
    state,
    facts: [{ type: 'rotation.rescued.v1', data: { event: state.event, groups, lost: lost.length, version: state.version } }],
  };
}
