import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { id } from './fields.ts';
import type { Offer } from './offer.ts';
import type { Organisation } from './organisation.ts';
import { requireUnchanged, version } from './registration-changes.ts';
import type { Volunteer } from './volunteer.ts';

// Two records of one organisation, or of one volunteer, become one: an organiser chooses which answers stay. The other
// record is kept, withdrawn and marked with where it went, so that its links lead there.

/** The answers to choose between, where the two records differ. */
const mergedAnswers = {
  organisation: [
    'name',
    'sector',
    'sessionTitle',
    'formats',
    'halfDays',
    'workshopsPerHalfDay',
    'placesPerWorkshop',
    'yearGroups',
    'needs',
    'colleagues',
    'publicCredit',
    'contact',
  ],
  volunteer: ['contact', 'organisation', 'organisationName', 'halfDays', 'offer'],
} as const satisfies { organisation: readonly (keyof Organisation)[]; volunteer: readonly (keyof Volunteer)[] };
type Answer = (typeof mergedAnswers)['organisation' | 'volunteer'][number];

/** What an organiser sends to merge another record into this one: both versions as shown, and the answers taken over. */
export const mergeForm = z.strictObject({
  version,
  with: id,
  withVersion: version,
  take: z.optional(z.array(z.enum([...mergedAnswers.organisation, ...mergedAnswers.volunteer]))),
});
export type MergeForm = z.infer<typeof mergeForm>;

/** Answers in which two records of one kind differ, and so must be chosen between. */
export function differing<S extends Organisation | Volunteer>(stays: S, goes: S): Answer[] {
  const all: readonly Answer[] = 'formats' in stays ? mergedAnswers.organisation : mergedAnswers.volunteer;
  return all.filter((field) => !sameAnswers([field], stays, goes));
}

type Merge<S> = { readonly goes: S; readonly form: MergeForm; readonly now: Instant };
type Merged<S> = Decision<S> & { readonly gone: S };

/**
 * One organisation of two: `state` with the answers chosen, `gone` withdrawn into it. Confirmed when either was. Conflicts:
 * `changed-meanwhile`, `withdrawn`, `same-record`.
 */
export function mergeOrganisations(stays: Organisation, { goes, form, now }: Merge<Organisation>): Merged<Organisation> {
  requireMergeable(stays, goes, { form, same: stays.organisation === goes.organisation });
  const { state, gone, confirmed } = merged(stays, { goes, form, now }, mergedAnswers.organisation);
  const { organisation } = state;
  const fact = {
    type: 'organisation.merged.v1',
    data: { organisation, from: goes.organisation, version: state.version },
  } as const;
  const facts: NewFact[] = [fact, ...(confirmed ? [{ type: 'organisation.confirmed.v1', data: { organisation } } as const] : [])];
  return { state, gone: { ...gone, mergedInto: organisation }, facts };
}

/** One volunteer of two, alike. */
export function mergeVolunteers(stays: Volunteer, { goes, form, now }: Merge<Volunteer>): Merged<Volunteer> {
  requireMergeable(stays, goes, { form, same: stays.volunteer === goes.volunteer });
  const { state, gone, confirmed } = merged(stays, { goes, form, now }, mergedAnswers.volunteer);
  const { volunteer } = state;
  const fact = { type: 'volunteer.merged.v1', data: { volunteer, from: goes.volunteer, version: state.version } } as const;
  const facts: NewFact[] = [fact, ...(confirmed ? [{ type: 'volunteer.confirmed.v1', data: { volunteer } } as const] : [])];
  return { state, gone: { ...gone, mergedInto: volunteer }, facts };
}

function merged<S extends Organisation | Volunteer>(
  stays: S,
  { goes, form, now }: Merge<S>,
  answers: readonly (keyof S & string)[],
): { readonly state: S; readonly gone: S; readonly confirmed: boolean } {
  const taken: readonly string[] = form.take ?? [];
  const state = { ...stays };
  for (const field of answers) if (taken.includes(field)) state[field] = goes[field];
  const confirmed = stays.state === 'pending' && goes.state === 'confirmed';
  return {
    state: {
      ...state,
      ...(confirmed ? { state: 'confirmed' as const, confirmedAt: now } : {}),
      changedAt: now,
      version: stays.version + 1,
    },
    gone: { ...goes, state: 'withdrawn', withdrawnAt: now, version: goes.version + 1 },
    confirmed,
  };
}

function requireMergeable(
  stays: Organisation | Volunteer,
  goes: Organisation | Volunteer,
  { form, same }: { readonly form: MergeForm; readonly same: boolean },
): void {
  if (same) {
    throw new AppError('conflict', 'same-record', 'Choose another record to merge with.');
  }
  requireUnchanged(stays, form);
  requireUnchanged(goes, { version: form.withVersion });
  if (stays.state === 'withdrawn' || goes.state === 'withdrawn') {
    throw new AppError('conflict', 'withdrawn', 'One of the two has withdrawn, so there is nothing to merge.');
  }
}

/** A place held by either of two who become one, with its event. */
export type HeldPlace = { readonly event: Event; readonly offer: Offer };

/** What becomes of the places of the record that goes: each event names the one that stays, who has at most one place there. */
export type MovedPlace = { readonly event: Event; readonly gone: Offer; readonly kept: Offer; readonly had: Offer | undefined };

/**
 * Moves every place of the one that goes to the one that stays. Where both hold one, an accepted place wins over an open
 * one, and an open one over a declined one.
 */
export function movePlaces(held: readonly HeldPlace[], to: string, own: readonly HeldPlace[]): MovedPlace[] {
  return held.map(({ event, offer: gone }) => {
    const had = own.find((one) => one.event.event === event.event)?.offer;
    const better = had === undefined || rank[gone.state] > rank[had.state] ? gone : had;
    const kept = { ...better, visitor: to, version: Math.max(gone.version, had?.version ?? 0) + 1 };
    return { event: named(event, gone, to), gone, kept, had };
  });
}

const rank = { declined: 0, offered: 1, waiting: 2, accepted: 3 } as const;

function named(event: Event, { visitor, kind }: Offer, to: string): Event {
  const swap = (ids: readonly string[]) => [...new Set(ids.map((one) => (one === visitor ? to : one)))];
  return kind === 'organisation'
    ? { ...event, organisations: swap(event.organisations), version: event.version + 1 }
    : { ...event, volunteers: swap(event.volunteers), version: event.version + 1 };
}
