import { groupCards, organisationCards } from '#shared/domain/rotation/cards.ts';
import { unpackRotation } from '#shared/domain/rotation/keep.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { organisationCardPage, schoolCardsPage } from '#web/rotation/my-cards.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findPlace } from './find-place.ts';
import { visitsOf } from './school-place.ts';
import { findOffered, findVisitor } from './visitor.ts';

/** A school's own groups; the host also the day sheet and the doors. Not found `not-booked` for an event it has no part in. */
export async function showSchoolCards({
  ports: { read },
  params,
  session,
}: Call<'GET /my/place/bookings/{event}/rotation', 'my'>): Promise<Answer> {
  const { school, ...found } = await findPlace(read, session);
  const visit = (await visitsOf(school, read)).find(({ event }) => event.event === params.event);
  if (!visit) throw new AppError('not-found', 'not-booked', 'Your school has no places at this event.');
  const rotation = unpackRotation(await read.get('rotation', { edition: session.edition, event: visit.event.event }));
  const page = schoolCardsPage({ ...found, event: visit.event, rotation, urn: school.urn, backLink: '/my/place' });
  const own = rotation ? groupCards(rotation).filter(({ schools }) => schools.some(({ urn }) => urn === school.urn)) : [];
  return { page, data: { groups: own } };
}

/** An organisation's own card. */
export async function showOrganisationCard({
  ports: { read },
  params,
  session,
}: Call<'GET /my/offers/{event}/rotation', 'my'>): Promise<Answer> {
  const [{ edition, programme }, { event, offer }] = await Promise.all([
    findVisitor(read, session),
    findOffered(read, session, params.event),
  ]);
  // Who leads which group is for those who have accepted.
  if (offer.state !== 'accepted') throw new AppError('forbidden', 'not-accepted', 'Accept this place to see who comes when.');
  const rotation = unpackRotation(await read.get('rotation', { edition: session.edition, event: event.event }));
  const backLink = `/my/offers/${event.event}`;
  const page = organisationCardPage({ edition, programme, event, rotation, organisation: session.subject, backLink });
  return { page, data: { card: rotation && organisationCards(rotation).find(({ key }) => key === session.subject) } };
}
