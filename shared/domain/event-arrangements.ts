import * as z from 'zod/mini';
import { AppError, type Issue } from '../kernel/errors.ts';
import { londonInstant } from '../kernel/london-instant.ts';
import { sameAnswers } from '../kernel/text.ts';
import { dayInWords, type Instant, localDate, londonDate } from '../kernel/time.ts';
import { type Arrival, arrivalAnswers, arrivalParts } from './arrival.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { optionalLines } from './fields.ts';
import { clock, clockHours, halfOf, type Hours } from './hours.ts';
import { placesIn, readTimetable, sessionsIn, type Stretch } from './timetable.ts';
import { arrangedParts } from './vocabulary.ts';

/** A web address that a browser opens by a protected connection, with no password in it. */
const link = z
  .string()
  .check(
    z.maxLength(500, 'Use 500 characters or fewer'),
    z.refine(isSafeLink, 'Enter a whole address that begins with https://'),
  );

function isSafeLink(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.hostname.includes('.') && !/\s/.test(text);
}

/** What an organiser sends to set when the parts of an event are and how to come in. `despiteClash` as for a move. */
export const arrangeForm = z.strictObject({
  version: z.int('Reload the page and try again'),
  starts: z.optional(clock),
  ends: z.optional(clock),
  /** One stretch on each line. */
  timetable: optionalLines(2000),
  ...arrivalAnswers,
  link: z.optional(link),
  despiteClash: z.optional(z.boolean()),
});
export type ArrangeForm = z.infer<typeof arrangeForm>;

type Arranging = { readonly arrival: Arrival | undefined; readonly form: ArrangeForm; readonly now: Instant };

/**
 * Sets an event's hours, its sessions with their places, and what those are told who come. The same again changes nothing.
 * Conflicts: `event-cancelled`, `event-over`, `changed-meanwhile`, `places-taken`; invalid `hours`, `timetable`,
 * `link-not-online`.
 */
export function arrangeEvent(
  current: Event,
  { arrival: before, form, now }: Arranging,
): Decision<Event> & { readonly arrival: Arrival } {
  const why = whyNotArranged(current, now);
  if (why) throw new AppError('conflict', why.code, why.sentence);
  const { hours, timetable } = timesOf(current, form);
  const said = arrivalOf(current, form, before);
  const places = placesIn(timetable ?? []) ?? current.places;
  const sessions = timetable === undefined ? current.sessions : sessionsIn(timetable).length;
  const version = current.version + 1;
  const placesFree = current.placesFree + places - current.places;
  const state: Event = { ...current, hours, timetable, sessions, places, placesFree, version };
  const changed = arrangedParts.filter((part) =>
    part === 'arrival' ? !sameAnswers([...arrivalParts], before ?? {}, said) : !sameAnswers([part], current, state),
  );
  if (changed.length === 0) return { state: current, facts: [], arrival: said };
  if (form.version !== current.version) {
    const message = 'This event changed while you were looking. See how it stands now, then decide.';
    throw new AppError('conflict', 'changed-meanwhile', message);
  }
  requireEnough(current, places);
  const { event, kind } = state;
  return { state, facts: [{ type: 'event.arranged.v1', data: { event, kind, changed, version } }], arrival: said };
}

/** Why nothing can be set about an event any more: a code, and a sentence for the organiser. Undefined when it can. */
export function whyNotArranged({ state, halfDay }: Event, now: Instant) {
  if (state === 'cancelled')
    return { code: 'event-cancelled', sentence: 'This event is cancelled, so nothing about it changes.' };
  if (londonDate(now) <= halfDay.slice(0, 10)) return undefined;
  return { code: 'event-over', sentence: 'The day of this event is over, so nothing about it changes.' };
}

function timesOf(current: Event, form: ArrangeForm): { hours: Hours | undefined; timetable: Stretch[] | undefined } {
  const { starts, ends } = form;
  if ((starts === undefined) !== (ends === undefined)) {
    throw refused('hours', { path: starts === undefined ? 'starts' : 'ends', message: 'Enter when it starts and when it ends' });
  }
  const hours = starts === undefined || ends === undefined ? undefined : { starts, ends };
  if (hours) requireHours(current.halfDay, hours);
  if (form.timetable === undefined) return { hours, timetable: undefined };
  if (current.kind === 'rotation') {
    throw refused('timetable', { path: 'timetable', message: 'The rotation plan says its times. Leave this out' });
  }
  const read = readTimetable(form.timetable, clockHours({ ...current, hours }));
  if ('issue' in read) throw refused('timetable', read.issue);
  const sessions = sessionsIn(read.stretches);
  if (sessions.length === 0) throw refused('timetable', { path: 'timetable', message: 'Enter at least one session' });
  if (placesIn(read.stretches) === undefined && sessions.some(({ places }) => places !== undefined)) {
    throw refused('timetable', { path: 'timetable', message: 'Enter the places of each session, or of none' });
  }
  return { hours, timetable: [...read.stretches] };
}

/** The widest hours a half-day can have: the middle of the day belongs to both. */
const widest = { am: { starts: '07:00', ends: '13:30' }, pm: { starts: '11:30', ends: '19:00' } } as const;

/** Refuses hours that the clocks never show on that day, that run backwards, or that belong to the other half. Invalid `hours`. */
export function requireHours(halfDay: string, { starts, ends }: Hours): void {
  const day = localDate.parse(halfDay.slice(0, 10));
  for (const [path, time] of [['starts', starts] as const, ['ends', ends] as const]) {
    try {
      londonInstant(day, time);
    } catch {
      throw refused('hours', { path, message: `The clocks go forward on ${dayInWords(day)}: there is no ${time} on that day` });
    }
  }
  if (ends <= starts) throw refused('hours', { path: 'ends', message: `It ends at ${ends}, before it starts at ${starts}` });
  const half = halfOf(halfDay);
  const { starts: first, ends: last } = widest[half];
  if (starts >= first && ends <= last) return;
  const message = `${half === 'am' ? 'A morning' : 'An afternoon'} is within ${first} and ${last}`;
  throw refused('hours', { path: starts < first ? 'starts' : 'ends', message });
}

function arrivalOf({ edition, event, kind }: Event, form: ArrangeForm, before: Arrival | undefined): Arrival {
  if (form.link !== undefined && kind !== 'online') {
    throw refused('link-not-online', { path: 'link', message: 'Only an online event has a link' });
  }
  const { link: joins, address, stepFree, parking, gate, lead, bring } = form;
  return { edition, event, link: joins, address, stepFree, parking, gate, lead, bring, version: (before?.version ?? 0) + 1 };
}

function requireEnough({ places: before, placesFree }: Event, places: number): void {
  const taken = before - placesFree;
  if (places >= taken) return;
  const message = `${taken} places are taken or offered already, and these sessions take ${places}`;
  throw new AppError('conflict', 'places-taken', `${message}.`, [{ path: 'timetable', message }]);
}

function refused(code: string, issue: Issue): AppError {
  return new AppError('invalid', code, `${issue.message}.`, [issue]);
}
