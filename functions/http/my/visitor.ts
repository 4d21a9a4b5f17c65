import type { Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { requireConfirmed, type Visitor } from '#shared/domain/visitor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Arrival, Offered } from '#web/my-sessions/places.ts';
import { comingRows } from '#web/arrival/rows.ts';
import { doneKinds, visitorPlacePage } from '#web/my-sessions/place.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { findEdition, findSchool } from '../find.ts';
import { offeredTo } from '../held-places.ts';

/** The organisation or the volunteer that a link session is for, with its edition; forbidden `other-purpose` for any other link. */
export async function findVisitor(read: TableReader, session: LinkSession) {
  const [found, visitor] = await Promise.all([findEdition(read, session.edition, { tried: true }), ownVisitor(read, session)]);
  return { ...found, visitor };
}

/** The organisation or the volunteer alone. Gone `link-ended` when it is no longer there. */
async function ownVisitor(read: TableReader, { edition, purpose, subject }: LinkSession): Promise<Visitor> {
  if (purpose === 'organisation') {
    const state = await read.get('organisation', { edition, organisation: subject });
    if (state) return { kind: 'organisation', state };
  } else if (purpose === 'volunteer') {
    const state = await read.get('volunteer', { edition, volunteer: subject });
    if (state) return { kind: 'volunteer', state };
  } else {
    throw new AppError('forbidden', 'other-purpose', 'Open this page by the link in an email about your sessions.');
  }
  throw new AppError('gone', 'link-ended', 'What this link was for is no longer here.');
}

/** Every place offered to the reader of a link, each with what it may show; `programme` says where its schools are found. */
export async function placesOf(session: LinkSession, programme: Programme, read: TableReader): Promise<Offered[]> {
  const offered = await offeredTo(session, read);
  return Promise.all(offered.map((one) => withArrival(one, programme, read)));
}

/**
 * What somebody needs on the day. The host's contact, its number and its access needs are for those who have accepted;
 * before that, only where it is.
 */
export async function withArrival(
  { event, offer }: { readonly event: Event; readonly offer: Offer },
  programme: Programme,
  read: TableReader,
): Promise<Offered> {
  const { edition, host } = event;
  const accepted = offer.state === 'accepted' && event.state !== 'cancelled';
  const [school, contact, bookings, said] = await Promise.all([
    host === undefined ? undefined : findSchool(programme, host, read),
    host === undefined || !accepted ? undefined : hostContact({ edition, urn: host }, read),
    accepted ? read.list('booking', event) : undefined,
    accepted ? read.get('arrival', event) : undefined,
  ]);
  const arrival: Arrival | undefined = bookings && {
    ...contact,
    bookings,
    coming: comingRows(event, { arrival: said, bookings: [] }),
  };
  return { event, offer, school, arrival };
}

async function hostContact(key: { readonly edition: string; readonly urn: string }, read: TableReader) {
  const place = await read.get('schoolPlace', key);
  const registration = place && (await read.get('registration', place));
  if (!registration) return undefined;
  const { contact, accessNeeds } = registration;
  return { contact: { name: contact.name, telephone: contact.telephone }, accessNeeds };
}

/** What an organisation or a volunteer has: places to answer, places accepted, what we hold. `?done=` says once what has just been done. */
export async function showVisitorPlace({ ports: { read }, session, query, now }: Call<'GET /my/place', 'my'>): Promise<Answer> {
  const found = await findVisitor(read, session);
  const offered = await placesOf(session, found.programme, read);
  const surveys = await Promise.all(offered.map(({ offer }) => read.get('visitSurvey', offer)));
  const asked = surveys.some((one) => one !== undefined);
  const done = doneKinds.find((kind) => kind === query['done']);
  return { page: visitorPlacePage({ ...found, offered, asked, now, done }), data: { ...found.visitor, offered } };
}

/** One offered place of the reader of a link. Not found `offer-unknown` for anybody else's. */
export async function findOffered(
  read: TableReader,
  session: LinkSession,
  event: string,
): Promise<{ event: Event; offer: Offer; visitor: Visitor }> {
  const visitor = await ownVisitor(read, session);
  const key = { edition: session.edition, event };
  const known = /^[a-z0-9-]{1,60}$/.test(event);
  const [held, offer] = known
    ? await Promise.all([read.get('event', key), read.get('offer', { ...key, visitor: session.subject })])
    : [];
  if (!held || !offer) throw new AppError('not-found', 'offer-unknown', 'There is no such place for you.');
  requireConfirmed(visitor.state);
  return { event: held, offer, visitor };
}
