import * as z from 'zod/mini';
import { instant, type Instant, londonDate, secondsAfter } from '../kernel/time.ts';
import type { Clash } from './clash.ts';
import type { Booking, Event } from './event.ts';
import { id, slug, urn } from './fields.ts';
import type { Offer } from './offer.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import type { Volunteer } from './volunteer.ts';
import { taskKinds } from './vocabulary.ts';

/** Something in an edition that waits for an organiser: what kind of thing, about whom, since when. */
export const task = z.strictObject({
  edition: slug,
  kind: z.enum(taskKinds),
  /** The id of a registration, organisation or volunteer, or an event's reference. */
  subject: z.string(),
  /** The school, where the subject is a registration. */
  urn: z.optional(urn),
  /** The event, where it is about somebody's place in one. */
  event: z.optional(slug),
  visitor: z.optional(id),
  since: instant,
});
export type Task = z.infer<typeof task>;

const day = 86_400;
/** Seconds after which a sign-up that nobody confirmed, and an offered place that nobody answered, wait for an organiser. */
export const patience = { confirm: 2 * day, reply: 4 * day } as const;

/**
 * What waits because of a school's registration: one nobody has confirmed yet can be approved at once, and a contact whose
 * address bounced (`bouncedAt`) must be reached another way.
 */
export function tasksOfRegistration(current: Registration, bouncedAt: Instant | undefined): Task[] {
  const { edition, registration: subject, urn: school, state, submittedAt } = current;
  const about = { edition, subject, urn: school };
  return [
    ...(state === 'pending' ? [{ ...about, kind: 'approve' as const, since: submittedAt }] : []),
    ...(state !== 'withdrawn' && bouncedAt ? [{ ...about, kind: 'bounced' as const, since: bouncedAt }] : []),
  ];
}

/** What waits because of a sign-up: its own mailbox has not confirmed it for two days, or its address bounced. */
export function tasksOfSignUp(current: Organisation | Volunteer, bouncedAt: Instant | undefined, now: Instant): Task[] {
  const { edition, state, signedUpAt } = current;
  const about = { edition, subject: 'volunteer' in current ? current.volunteer : current.organisation };
  const late = state === 'pending' && secondsAfter(signedUpAt, patience.confirm) <= now;
  return [
    ...(late ? [{ ...about, kind: 'unconfirmed' as const, since: signedUpAt }] : []),
    ...(state !== 'withdrawn' && bouncedAt ? [{ ...about, kind: 'bounced' as const, since: bouncedAt }] : []),
  ];
}

/** What waits because an event clashes with others, until its day is over. `since` is when that was found. */
export function tasksOfEvent(
  { edition, event, halfDay }: Event,
  clashes: readonly Clash[],
  since: Instant,
  now: Instant,
): Task[] {
  if (clashes.length === 0 || londonDate(now) > halfDay.slice(0, 10)) return [];
  return [{ edition, kind: 'clash', subject: event, event, since }];
}

/**
 * What waits because of an offered place: the safeguarding lead's decision, an answer for four days, or somebody else, for
 * a place that was declined or given back.
 */
export function tasksOfOffer({ edition, event, visitor, state, offeredAt, answeredAt }: Offer, of: Event, now: Instant): Task[] {
  if (of.state !== 'confirmed') return [];
  const about = { edition, event, visitor, subject: `${event}.${visitor}` };
  if (state === 'offered')
    return secondsAfter(offeredAt, patience.reply) > now ? [] : [{ ...about, kind: 'no-reply', since: offeredAt }];
  if (state === 'waiting') return [{ ...about, kind: 'line', since: answeredAt ?? offeredAt }];
  return state === 'accepted' ? [] : [{ ...about, kind: 'short', since: answeredAt ?? offeredAt }];
}

/** What waits because of a school's places: nobody has said which adult supervises its pupils, until the day is over. */
export function tasksOfBooking({ edition, event, urn: school, adult, bookedAt }: Booking, of: Event, now: Instant): Task[] {
  if (adult !== undefined || of.state !== 'confirmed' || londonDate(now) > of.halfDay.slice(0, 10)) return [];
  return [{ edition, event, urn: school, subject: `${event}.${school}`, kind: 'adult', since: bookedAt }];
}
