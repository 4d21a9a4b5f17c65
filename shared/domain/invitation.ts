import * as z from 'zod/mini';
import { idOf } from '../kernel/ids.ts';
import { instant, type Instant } from '../kernel/time.ts';
import { id, slug } from './fields.ts';

/** How a place stands in somebody's calendar, in the words of RFC 5545. */
export const invitationStates = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const;
export type InvitationState = (typeof invitationStates)[number];

/**
 * What the calendar of one school's contact, organisation or volunteer was told last of their place at an event. It outlives
 * the place, so that one who is booked again still has a number that rises. `mail` told it: no other is sent before that
 * one is closed.
 */
export const invitation = z.strictObject({
  edition: slug,
  event: slug,
  reader: id,
  mail: z.optional(id),
  told: z.optional(z.strictObject({ state: z.enum(invitationStates), starts: instant, ends: instant, where: z.string() })),
  sequence: z.int(),
  version: z.int(),
});
export type Invitation = z.infer<typeof invitation>;

/** A place as it is now: sure, asked again about another half-day, or gone. */
export type PlaceNow = {
  readonly stands: 'sure' | 'asked' | 'gone';
  readonly starts: Instant;
  readonly ends: Instant;
  readonly where: string;
};

/** Whose place at which event. */
export type InvitationKey = Pick<Invitation, 'edition' | 'event' | 'reader'>;

/** A calendar entry's uid: the same for one person and one event for ever, whatever becomes of the booking. */
export function entryUid({ edition, event, reader }: InvitationKey): string {
  return `${idOf('invitation', edition, event, reader)}@aspirations`;
}

/**
 * What a calendar is to learn from a letter that asks for an entry or takes it out: nothing where the place says the
 * contrary by now, as that change has a letter of its own. The number rises with each change of time, place or state (RFC 5546 §2.1.4),
 * and stays where the same is said again. The new version stands for what was looked at, whatever is said.
 */
export function tellCalendar(
  current: Invitation | undefined,
  { key, place, takesOut }: { readonly key: InvitationKey; readonly place: PlaceNow; readonly takesOut: boolean },
): { readonly state: Invitation; readonly tells: InvitationState | undefined } {
  const version = (current?.version ?? 0) + 1;
  const kept: Invitation = { ...key, sequence: 0, ...current, version };
  const now = stateIn(current?.told?.state, place);
  if (now === undefined || takesOut !== (now === 'CANCELLED')) return { state: kept, tells: undefined };
  const { starts, ends, where } = place;
  const told = { state: now, starts, ends, where };
  return { state: { ...kept, told, sequence: kept.sequence + (differs(current?.told, told) ? 1 : 0) }, tells: now };
}

function stateIn(before: InvitationState | undefined, { stands }: PlaceNow): InvitationState | undefined {
  if (stands === 'sure') return 'CONFIRMED';
  // Nobody is asked to take out what was never put in.
  if (before === undefined) return undefined;
  if (stands === 'gone') return 'CANCELLED';
  return before === 'CANCELLED' ? undefined : 'TENTATIVE';
}

function differs(before: Invitation['told'], now: NonNullable<Invitation['told']>): boolean {
  if (before === undefined) return false;
  return (['state', 'starts', 'ends', 'where'] as const).some((field) => before[field] !== now[field]);
}
