import { type Gathering, gatheringOf } from '#shared/domain/clash.ts';
import { bookSchool, recordEvent, takeAttendance } from '#shared/domain/event.ts';
import { type Edition, halfDaysOf } from '#shared/domain/edition.ts';
import { eventKinds } from '#shared/domain/vocabulary.ts';
import { pupilsIn, slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { sameAnswers } from '#shared/kernel/text.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Write } from '#shared/ports.ts';
import { eventPage } from '#web/organiser/event.ts';
import type { ClashSeen } from '#web/organiser/clashes.ts';
import { recordEventPage } from '#web/organiser/record-event.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, type Request } from '../accept.ts';
import { findEdition } from '../find.ts';
import { requireOnOwnRoll } from '../own-roll.ts';
import { clashesWith, plannedGathering, requireNoClash } from './clashes.ts';
import { type EventParts, offeringWrites, readParts, requireParts } from './event-parts.ts';
import { earlierEvents, startFrom } from './earlier-events.ts';
import { eventPath, findEvent, repliesTo } from './find-event.ts';

type RecordRoute = 'GET /organiser/editions/{edition}/record-event' | 'POST /organiser/editions/{edition}/events';

/** The form to record an event; `?like` (and `from`, another edition) begins it with what an earlier event was. */
export async function showRecordEvent(
  { ports: { read }, params, query, session, newId }: Call<RecordRoute, 'events'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, organisations, volunteers] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    read.list('organisation', params),
    read.list('volunteer', params),
  ]);
  const halfDays = halfDaysOf(found.edition);
  const clashes = filled ? await clashesWith(typedGathering(filled, found.edition), params.edition, read) : [];
  const look = { edition: found.edition, session, read };
  const like = slug.safeParse(query['like']);
  const from = slug.safeParse(query['from'] ?? params.edition);
  const present = new Set(organisations.filter(({ state }) => state !== 'withdrawn').map(({ organisation }) => organisation));
  const start =
    filled || !like.success || !from.success
      ? undefined
      : await startFrom({ edition: from.data, event: like.data }, present, look);
  const earlier = filled || start ? [] : await earlierEvents(look);
  const page = { ...found, organiser: session, organisations, volunteers, halfDays, clashes, requestKey: newId() };
  return { page: recordEventPage({ ...page, filled, start, earlier }), data: { halfDays } };
}

/** The event of a form as it was filled in, however far. */
function typedGathering({ values }: Filled, edition: Edition): Gathering {
  const one = (name: string) => values[name]?.[0]?.trim() || undefined;
  const kind = eventKinds.find((known) => known === one('kind')) ?? 'special';
  const planned = {
    kind,
    venue: one('venue'),
    reference: one('reference') ?? '',
    title: one('title') ?? '',
    halfDay: one('halfDay') ?? '',
    host: one('host'),
    organisations: [...(values['organisations'] ?? [])],
    volunteers: [...(values['volunteers'] ?? [])],
  };
  return plannedGathering(planned, edition);
}

/** Records an event. The same again changes nothing; conflicts: `event-exists` for another under its reference, `clash`. */
export async function addEvent(
  call: Request & Pick<PostCall<'POST /organiser/editions/{edition}/events', 'events'>, 'params' | 'body'>,
): Promise<Answer> {
  const { ports, params, body } = call;
  const { despiteClash: _, draft = false, ...form } = body;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  let parts: EventParts & { readonly clashes: readonly ClashSeen[] } = { offers: [], helpers: [], hosted: true, clashes: [] };
  await accept(call, {
    edition: edition.edition,
    find: async () => {
      const [people, clashes] = await Promise.all([
        readParts(ports.read, params.edition, body),
        clashesWith(plannedGathering(body, edition), params.edition, ports.read),
      ]);
      parts = { ...people, clashes };
      return ports.read.get('event', { ...params, event: body.reference });
    },
    decide: (current) => {
      const decision = recordEvent(edition, body);
      if (!current) {
        requireParts(parts);
        requireNoClash(parts.clashes, body.despiteClash);
        return decision;
      }
      if (sameAnswers(Object.keys(form), { ...current, reference: current.event }, form)) return { state: current, facts: [] };
      throw new AppError('conflict', 'event-exists', 'Another event has this reference.', [
        { path: 'reference', message: 'Choose another reference' },
      ]);
    },
    writes: (state, when) => [{ put: 'event', item: state, when }, ...(draft ? [] : offeringWrites(state, parts, call.now))],
    reference: ({ event }) => event,
  });
  return { status: 201, seeOther: eventPath(params.edition, body.reference), data: { event: body.reference } };
}

type EventRoute =
  | 'GET /organiser/editions/{edition}/events/{event}'
  | 'POST /organiser/editions/{edition}/events/{event}/bookings'
  | 'POST /organiser/editions/{edition}/events/{event}/attendance';

/** One event with its bookings, and the forms to book and to take attendance. */
export async function showEvent(
  { ports: { read }, params, session, now, newId }: Call<EventRoute, 'events'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEvent(read, params)]);
  const [bookings, registrations, replies] = await Promise.all([
    read.list('booking', params),
    read.list('registration', params),
    repliesTo(params, read),
  ]);
  const confirmed = registrations.filter(({ state }) => state === 'confirmed');
  const offers = replies.map(({ offer }) => offer);
  const clashes =
    event.state === 'cancelled' ? [] : await clashesWith(gatheringOf(event, offers, bookings), params.edition, read);
  const page = {
    ...found,
    organiser: session,
    event,
    bookings,
    replies,
    clashes,
    registrations: confirmed,
    now,
    requestKey: newId(),
    filled,
  };
  return { page: eventPage(page), data: { event, bookings, replies, clashes } };
}

/** Books a school's cohorts into an event; the event's free places are counted down in the same transaction. */
export async function book(
  call: Request & Pick<PostCall<'POST /organiser/editions/{edition}/events/{event}/bookings', 'events'>, 'params' | 'body'>,
): Promise<Answer> {
  const { ports, params, body, now } = call;
  const school = (await ports.read.list('registration', params)).find(({ registration }) => registration === body.registration);
  if (!school) {
    const message = 'Choose a school that has registered';
    throw new AppError('invalid', 'registration-unknown', `${message}.`, [{ path: 'registration', message }]);
  }
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  await requireOnOwnRoll({ programme, school }, body.cohorts, ports.read);
  const pupils = pupilsIn(body.cohorts);
  let event = await findEvent(ports.read, params);
  await accept(call, {
    edition: params.edition,
    find: async () => {
      const [booking, current] = await Promise.all([
        ports.read.get('booking', { ...params, urn: school.urn }),
        findEvent(ports.read, params),
      ]);
      event = current;
      return booking;
    },
    decide: (current) => {
      if (!current) return bookSchool(event, school, body, now);
      if (sameAnswers(['registration', 'cohorts'], current, body)) return { state: current, facts: [] };
      throw new AppError('conflict', 'already-booked', 'This school is already booked into this event.');
    },
    writes: (state, when) => [
      { put: 'booking', item: state, when },
      { reserve: 'event', key: params, counter: 'placesFree', by: pupils, when: { state: 'confirmed' } },
      countBooking(school),
    ],
    reference: () => params.event,
    explain: async (failed) => {
      // Whether the counter refused is seen where everything is read again.
      if (failed[2]) throw new AppError('conflict', 'not-confirmed', 'This school has withdrawn.');
    },
  });
  return {
    status: 201,
    seeOther: eventPath(params.edition, params.event),
    data: { event: params.event, urn: school.urn, pupils },
  };
}

/** Meets a withdrawal at the school's place: whichever comes second sees the first. */
function countBooking({ edition, urn, registration }: Registration): Write {
  return { reserve: 'schoolPlace', key: { edition, urn }, counter: 'bookings', by: -1, when: { registration } };
}

/** Records how many pupils of a school came, or corrects it. */
export async function attend(
  call: PostCall<'POST /organiser/editions/{edition}/events/{event}/attendance', 'events'>,
): Promise<Answer> {
  const { ports, params, body, now } = call;
  const event = await findEvent(ports.read, params);
  await accept(call, {
    edition: params.edition,
    find: () => ports.read.get('booking', { ...params, urn: body.urn }),
    decide: (current) => {
      if (current) return takeAttendance(current, { event, attended: body.attended, now });
      throw new AppError('invalid', 'not-booked', 'This school is not booked.', [
        { path: 'urn', message: 'Choose a school that is booked' },
      ]);
    },
    writes: (state, when) => [{ put: 'booking', item: state, when }],
    reference: () => params.event,
  });
  return { seeOther: eventPath(params.edition, params.event), data: { event: params.event, ...body } };
}
