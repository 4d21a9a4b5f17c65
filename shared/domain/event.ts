import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { requireNotReported, requireOpenHalfDay } from './closed-days.ts';
import type { Edition } from './edition.ts';
import type { BookingForm, EventForm, PlacesForm } from './event-forms.ts';
import { cohorts, halfDay, id, optionalLine, optionalLines, pupilsIn, slug, urn } from './fields.ts';
import type { Registration } from './registration.ts';
import { hours } from './hours.ts';
import { stretch } from './timetable.ts';
import { eventKinds } from './vocabulary.ts';
import { hoursAt } from './week-settings.ts';

/** One gathering in one half-day. `placesFree` is the one counter that is ever counted down, in the booking's own transaction. */
export const event = z.strictObject({
  edition: slug,
  event: slug,
  kind: z.enum(eventKinds),
  title: z.string(),
  organisations: z.array(id),
  volunteers: z.array(id),
  host: z.optional(urn),
  venue: z.optional(z.string()),
  halfDay,
  /** Its own hours, where they are not the usual ones of its half-day. */
  hours: z.optional(hours),
  /** Its sessions, breaks and moves, in the order of the day. */
  timetable: z.optional(z.array(stretch)),
  sessions: z.int(),
  places: z.int(),
  placesFree: z.int(),
  /** Of a draft nobody is told. What follows from its answers and the time is not kept: event-stage.ts. */
  state: z.enum(['draft', 'confirmed', 'held', 'cancelled']),
  cancelledAt: z.optional(instant),
  /** What everybody who is told reads. */
  cancellationReason: optionalLines(500),
  version: z.int(),
});
export type Event = z.infer<typeof event>;

/** Records an event. Conflict `event-exists` when the reference already stands for a different event. */
export function recordEvent(edition: Edition, form: EventForm): Decision<Event> {
  requireNotReported(edition);
  requireOpenHalfDay(edition, form.halfDay);
  const { reference, volunteers, draft, despiteClash: _, ...rest } = form;
  const state: Event = {
    ...rest,
    volunteers: volunteers ?? [],
    edition: edition.edition,
    event: reference,
    hours: hoursAt(edition, form.halfDay),
    placesFree: form.places,
    state: draft ? 'draft' : 'confirmed',
    version: 1,
  };
  const data = { event: reference, kind: form.kind, halfDay: form.halfDay };
  return { state, facts: [{ type: draft ? 'event.drafted.v1' : 'event.recorded.v1', data }] };
}

/** One school's place in one event, as headcounts; `attended` once the register was taken. */
export const booking = z.strictObject({
  edition: slug,
  event: slug,
  urn,
  registration: id,
  schoolName: z.string(),
  cohorts,
  pupils: z.int(),
  attended: z.optional(z.int()),
  /** The school's adult who supervises its pupils there. */
  adult: optionalLine(),
  /** How many adults of the school come, that one among them. */
  adults: z.optional(z.int()),
  bookedAt: instant,
  attendanceAt: z.optional(instant),
  changedAt: z.optional(instant),
  version: z.int(),
});
export type Booking = z.infer<typeof booking>;

/**
 * Books a confirmed school into an event. Places are given only by the event's counter in the same transaction; that there
 * are too few can be seen before. Conflicts: `not-confirmed`, `event-cancelled`, `event-closed`, `full`.
 */
export function bookSchool(current: Event, school: Registration, form: BookingForm, now: Instant): Decision<Booking> {
  if (school.state !== 'confirmed') {
    throw new AppError('conflict', 'not-confirmed', 'This school has not confirmed its registration yet.');
  }
  requirePlaces(current, pupilsIn(form.cohorts));
  const state: Booking = {
    edition: current.edition,
    event: current.event,
    urn: school.urn,
    registration: school.registration,
    schoolName: school.schoolName,
    cohorts: form.cohorts,
    pupils: pupilsIn(form.cohorts),
    bookedAt: now,
    version: 1,
  };
  return { state, facts: [{ type: 'school.booked.v1', data: factData(state) }] };
}

/** Refuses what an event has no room for, as it was just read. Conflicts `event-cancelled`, `event-closed`, `full`. */
function requirePlaces({ state, placesFree }: Event, pupils: number): void {
  if (state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled.');
  if (state === 'draft')
    throw new AppError('conflict', 'event-draft', 'This event is a draft, and nobody knows of it. Offer it first.');
  if (state !== 'confirmed') throw new AppError('conflict', 'event-closed', 'This event takes no more bookings.');
  if (placesFree >= pupils) return;
  throw new AppError('conflict', 'full', `This event has ${placesFree} places left, and ${pupils} were asked for.`);
}

/** Changes how many pupils an event takes. Conflicts: `event-cancelled`, `event-closed`, `places-taken` when more are taken already. */
export function changePlaces(current: Event, { places }: PlacesForm): Decision<Event> {
  requirePlaces(current, 0);
  const { placesFree, places: before, event: reference } = current;
  if (places === before) return { state: current, facts: [] };
  const taken = before - placesFree;
  if (places < taken) {
    const message = `${taken} places are taken or offered already`;
    throw new AppError('conflict', 'places-taken', `${message}.`, [{ path: 'places', message }]);
  }
  const version = current.version + 1;
  const state = { ...current, places, placesFree: places - taken, version };
  return { state, facts: [{ type: 'event.places-changed.v1', data: { event: reference, places, before, version } }] };
}

/** Records or corrects a headcount. The same number again changes nothing. Conflict `event-cancelled`. */
export function takeAttendance(
  current: Booking,
  { event: at, attended, now }: { readonly event: Event; readonly attended: number; readonly now: Instant },
): Decision<Booking> {
  if (at.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled, so nobody came.');
  if (current.attended === attended) return { state: current, facts: [] };
  const state = { ...current, attended, attendanceAt: now, version: current.version + 1 };
  return { state, facts: [{ type: 'attendance.taken.v1', data: { ...factData(state), attended } }] };
}

function factData(state: Booking) {
  return { event: state.event, urn: state.urn, registration: state.registration, pupils: state.pupils, version: state.version };
}
