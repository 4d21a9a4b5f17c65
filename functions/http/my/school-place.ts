import type { Booking, Event } from '#shared/domain/event.ts';
import { countingOn } from '#shared/domain/offer.ts';
import type { MailState } from '#shared/domain/mail-vocabulary.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { TableReader } from '#shared/ports.ts';
import { comingRows } from '#web/arrival/rows.ts';
import { messagesPage } from '#web/my-place/messages.ts';
import { doneKinds, schoolPlacePage } from '#web/my-place/place.ts';
import { printPage } from '#web/my-place/print.ts';
import type { Visit } from '#web/my-place/visits.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { bookingsOf } from '../held-places.ts';
import { findPlace } from './find-place.ts';

/** Where a school's pupils go and what it hosts: who comes, and when. */
export async function visitsOf(school: Registration, read: TableReader): Promise<Visit[]> {
  const { edition, urn } = school;
  const [events, booked] = await Promise.all([read.list('event', { edition }), bookingsOf(school, read)]);
  const own = new Map(booked.map(({ event, booking }) => [event.event, booking]));
  const mine = events.filter(({ event, host, state }) => state !== 'draft' && (own.has(event) || host === urn));
  return Promise.all(mine.map((event) => visitOf(event, own.get(event.event), { urn, read })));
}

type Reading = { readonly urn: string; readonly read: TableReader };

async function visitOf(event: Event, booking: Booking | undefined, { urn, read }: Reading): Promise<Visit> {
  const { edition, host } = event;
  const [organisations, offers, bookings, hosts, arrival, all] = await Promise.all([
    Promise.all(event.organisations.map((organisation) => read.get('organisation', { edition, organisation }))),
    read.list('offer', { edition, event: event.event }),
    host === urn ? read.list('booking', { edition, event: event.event }) : [],
    host === undefined || host === urn ? [] : read.list('registration', { edition }, { startsWith: `${host}#` }),
    read.get('arrival', event),
    event.timetable === undefined ? [] : read.list('booking', event),
  ]);
  const coming = new Set(countingOn(offers).map(({ visitor }) => visitor));
  return {
    event,
    booking,
    guests: bookings.filter((one) => one.urn !== urn),
    coming: comingRows(event, { arrival, bookings: all, urn }),
    organisations: organisations.flatMap((one) => (one && coming.has(one.organisation) ? [one.name] : [])),
    hostName: (hosts.find(({ state }) => state === 'confirmed') ?? hosts[0])?.schoolName,
  };
}

/** A school's place in words. `?done=` says once what has just been done. */
export async function showSchoolPlace({ ports: { read }, session, query, now }: Call<'GET /my/place', 'my'>): Promise<Answer> {
  const found = await findPlace(read, session);
  const [visits, menu, courses] = await Promise.all([
    visitsOf(found.school, read),
    read.list('menuEntry', session, { limit: 1 }),
    read.list('schoolCourse', session),
  ]);
  const holdsCourse = courses.some(({ urn }) => urn === found.school.urn);
  const done = doneKinds.find((kind) => kind === query['done']);
  return {
    page: schoolPlacePage({ ...found, visits, now, done, menu: menu.length > 0, holdsCourse }),
    data: { kind: 'registration', state: found.school, visits },
  };
}

/** Events, day sheets and what we hold, to print. */
export async function showPrintPack({ ports: { read }, session, now }: Call<'GET /my/place/print', 'my'>): Promise<Answer> {
  const found = await findPlace(read, session);
  const visits = await visitsOf(found.school, read);
  return { page: printPage({ ...found, visits, now }), data: { state: found.school, visits } };
}

const neverLeft = new Set<MailState>(['held', 'queued', 'dropped']);

/** The emails that the present contact was sent. Those to an earlier contact are not theirs to see. */
export async function showMessages({ ports: { read }, session, now }: Call<'GET /my/place/messages', 'my'>): Promise<Answer> {
  const found = await findPlace(read, session);
  const { registration, contact, edition } = found.school;
  const mine = (await read.list('mail', { edition })).filter(
    ({ recipient, to, state }) =>
      recipient === registration && to.toLowerCase() === contact.email.toLowerCase() && !neverLeft.has(state),
  );
  const data = { messages: mine.map(({ template, state, claimedAt, sentAt }) => ({ template, state, claimedAt, sentAt })) };
  return { page: messagesPage({ ...found, mails: mine, now }), data };
}
