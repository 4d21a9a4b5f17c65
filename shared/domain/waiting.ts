import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { type Instant, instant, londonDate, secondsAfter } from '../kernel/time.ts';
import type { NewFact } from '../system/events.ts';
import type { Decision } from './decision.ts';
import type { Booking, Event } from './event.ts';
import { cohorts, pupilsIn } from './fields.ts';
import type { Registration } from './registration.ts';
import { offerAnswers } from './vocabulary.ts';
import type { WaitingEntry } from './waiting-entry.ts';
import type { WaitingRules } from './week-settings.ts';

/** What a school sends to ask for places at an event, or for another number of them. */
export const waitingForm = z.strictObject({ cohorts });
export type WaitingForm = z.infer<typeof waitingForm>;

/** What a school sends to take the places it is offered, or to leave the list. */
export const waitingAnswerForm = z.strictObject({
  version: z.int('Reload the page and try again'),
  answer: z.enum(offerAnswers, 'Choose whether you take the places'),
});

/** Whether a school can still be given places at an event: until the day before. */
export function takesSchools({ state, halfDay }: Pick<Event, 'state' | 'halfDay'>, now: Instant): boolean {
  return state === 'confirmed' && londonDate(now) < halfDay.slice(0, 10);
}

type Asking = {
  readonly event: Event;
  readonly school: Registration;
  readonly booked: boolean;
  readonly form: WaitingForm;
  readonly now: Instant;
};

/**
 * Puts a school's group on an event's list, or changes how many it is; it keeps its time of asking. Asked for the same
 * again, nothing changes. Conflicts: `not-confirmed`, `already-booked`, `event-closed`, `too-many`, `places-offered`.
 */
export function askForPlaces(
  current: WaitingEntry | undefined,
  { event, school, booked, form, now }: Asking,
): Decision<WaitingEntry> {
  const pupils = pupilsIn(form.cohorts);
  if (school.state !== 'confirmed') throw new AppError('conflict', 'not-confirmed', 'Confirm your registration first.');
  if (booked) throw new AppError('conflict', 'already-booked', 'Your school has places at this event. Change the numbers there.');
  if (!takesSchools(event, now)) throw new AppError('conflict', 'event-closed', 'This event takes no more schools.');
  if (pupils > event.places) {
    throw new AppError('conflict', 'too-many', `This event takes ${event.places} pupils in all. Ask for fewer places.`);
  }
  if (current?.state === 'offered') {
    throw new AppError('conflict', 'places-offered', 'You are offered places now. Take them or decline them first.');
  }
  if (current?.state === 'waiting' && JSON.stringify(current.cohorts) === JSON.stringify(form.cohorts)) {
    return { state: current, facts: [] };
  }
  const state: WaitingEntry = {
    edition: event.edition,
    event: event.event,
    urn: school.urn,
    registration: school.registration,
    schoolName: school.schoolName,
    cohorts: form.cohorts,
    pupils,
    state: 'waiting',
    askedAt: current?.state === 'waiting' ? current.askedAt : now,
    version: (current?.version ?? 0) + 1,
  };
  return { state, facts: [{ type: 'school.waiting.v1', data: factData(state) }] };
}

type Offering = { readonly event: Event; readonly rules: WaitingRules; readonly now: Instant };

/** Offers a waiting group its places for as long as the edition holds them, at most until the event's own day begins. */
export function offerPlaces(current: WaitingEntry, { event, rules, now }: Offering): Decision<WaitingEntry> {
  const dayBegins = instant.parse(`${event.halfDay.slice(0, 10)}T00:00:00.000Z`);
  const held = secondsAfter(now, rules.holdHours * 3600);
  const until = held < dayBegins ? held : dayBegins;
  const state: WaitingEntry = { ...current, state: 'offered', offeredAt: now, until, version: current.version + 1 };
  return { state, facts: [{ type: 'places.offered.v1', data: { ...factData(state), until } }] };
}

/** Takes places back that were offered and not answered in time. The school can ask again. */
export function lapsePlaces(current: WaitingEntry, now: Instant): Decision<WaitingEntry> {
  if (current.state !== 'offered' || current.until === undefined || current.until > now) return { state: current, facts: [] };
  const state: WaitingEntry = { ...current, state: 'lapsed', version: current.version + 1 };
  return { state, facts: [{ type: 'places.lapsed.v1', data: factData(state) }] };
}

type Answering = { readonly event: Event; readonly form: z.infer<typeof waitingAnswerForm>; readonly now: Instant };

/**
 * Takes the offered places, which gives a booking, or declines them and leaves the list. Conflicts: `event-cancelled`,
 * `changed-meanwhile`; gone `offer-over` when the places went to the next school.
 */
export function answerPlaces(
  current: WaitingEntry,
  { event, form, now }: Answering,
): Decision<WaitingEntry> & { readonly booking?: Booking } {
  if (form.answer === 'declined') {
    const state: WaitingEntry = { ...current, version: current.version + 1 };
    return { state, facts: [{ type: 'waiting.left.v1', data: factData(state) }] };
  }
  if (event.state !== 'confirmed') throw new AppError('conflict', 'event-cancelled', 'The organiser cancelled this event.');
  if (current.state !== 'offered' || current.until === undefined || current.until <= now) {
    throw new AppError(
      'gone',
      'offer-over',
      'The time for these places is over, so they went to the next school. You can ask again.',
    );
  }
  if (current.version !== form.version) {
    throw new AppError('conflict', 'changed-meanwhile', 'This changed while you were looking. Look again, then answer.');
  }
  const { edition, event: at, urn: school, registration, schoolName, cohorts: years, pupils } = current;
  const booking: Booking = {
    edition,
    event: at,
    urn: school,
    registration,
    schoolName,
    cohorts: years,
    pupils,
    bookedAt: now,
    version: 1,
  };
  const fact = { event: at, urn: school, registration, pupils, version: 1 };
  return { state: { ...current, version: current.version + 1 }, booking, facts: [{ type: 'school.booked.v1', data: fact }] };
}

/** Says that a school leaves every list it is on. */
export function leaveLists(waiting: readonly WaitingEntry[]): NewFact[] {
  return waiting.map((entry) => ({ type: 'waiting.left.v1', data: factData({ ...entry, version: entry.version + 1 }) }) as const);
}

function factData({ event, urn: school, registration, pupils, version }: WaitingEntry) {
  return { event, urn: school, registration, pupils, version };
}
