import { releaseBookings } from '#shared/domain/booking-changes.ts';
import type { Booking } from '#shared/domain/event.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { handOver, handOverId, withdrawRegistration } from '#shared/domain/registration-changes.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { Write } from '#shared/ports.ts';
import { checkHandOverPage, handedOverPage, handOverPage } from '#web/my-place/hand-over.ts';
import { withdrawPage } from '#web/my-place/withdraw.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { sessionCookies } from '../../runtime/sessions.ts';
import { accept, referenceOf } from '../accept.ts';
import { findEdition } from '../find.ts';
import { found } from './school-changes.ts';
import { bookingsOf, findOwnRegistration, findPlace, visitsOf } from './school-place.ts';

/** How long (seconds) we keep who handed a registration over, to tell them that it is done. */
const handOverKept = 2_592_000;

type HandOverRoute = 'GET /my/place/hand-over' | 'POST /my/place/hand-over';

/** Asks to whom a school is handed over. */
export async function showHandOver(
  { ports: { read }, session, now }: Call<HandOverRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const place = await findPlace(read, session);
  return { page: handOverPage({ ...place, now, filled }), data: { state: place.school } };
}

/** Hands a school over. Sent without `confirmed`, it changes nothing and shows the address back. */
export async function giveOver(call: PostCall<'POST /my/place/hand-over', 'my'>): Promise<Answer> {
  const { ports, session, body: form, now, newId } = call;
  const place = await findPlace(ports.read, session);
  if (form.confirmed !== true) {
    handOver(place.school, { edition: place.edition, form, now });
    return {
      page: checkHandOverPage({ ...place, ...form, now, requestKey: newId() }),
      data: { next: 'confirm', email: form.contact.email },
    };
  }
  let before: Registration | undefined;
  await accept<Registration>(call, {
    edition: session.edition,
    find: async () => {
      before = await findOwnRegistration(ports.read, session);
      return before;
    },
    decide: (current) => handOver(found(current), { edition: place.edition, form, now }),
    writes: (item, when) => [{ put: 'registration', item, when }, recordOf(found(before), item, now)],
    reference: ({ registration }) => referenceOf(registration),
    sends: [{ route: 'lost-link', address: form.contact.email }],
  });
  const seeOther = `/editions/${session.edition}/handed-over`;
  return { seeOther, data: { state: 'handed-over' }, cookies: [{ name: sessionCookies.link, value: '', seconds: 0 }] };
}

function recordOf(
  before: Registration,
  { edition, registration, urn, version }: Registration,
  now: Call<HandOverRoute, 'my'>['now'],
): Write {
  const { name, email } = before.contact;
  const expiresAt = epochSecondsOf(secondsAfter(now, handOverKept));
  const item = {
    edition,
    handOver: handOverId({ registration, version }),
    registration,
    urn,
    from: { name, email },
    at: now,
    expiresAt,
  };
  return { put: 'handOver', item, when: 'absent' };
}

/** What there is to know after a hand-over, about nobody in particular: the reader's link has ended. */
export async function showHandedOver({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/handed-over', 'my'>): Promise<Answer> {
  return { page: handedOverPage(await findEdition(read, params.edition)), data: { state: 'handed-over' } };
}

type WithdrawRoute = 'GET /my/place/withdraw' | 'POST /my/place/withdraw';

/** Says what withdrawing does and who will be told, and asks why. */
export async function showWithdraw(
  { ports: { read }, session, now, newId }: Call<WithdrawRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const place = await findPlace(read, session);
  const visits = await visitsOf(place.school, read);
  return { page: withdrawPage({ ...place, visits, now, requestKey: newId(), filled }), data: { state: place.school, visits } };
}

/**
 * Withdraws a school: its place is free, and the places of its bookings that nobody attended yet go back to their events,
 * all in one transaction. A booking made meanwhile counts at the school's place, so that it is met.
 */
export async function withdraw(call: PostCall<'POST /my/place/withdraw', 'my'>): Promise<Answer> {
  const { ports, session, body: form, now } = call;
  const { edition } = await findPlace(ports.read, session);
  let held: Held = { bookings: [], place: [] };
  await accept<Registration>(call, {
    edition: session.edition,
    find: async () => {
      const school = await findOwnRegistration(ports.read, session);
      const place = await placeWrites(ports.read, school);
      held = { place, bookings: (await bookingsOf(school, ports.read)).map(({ booking }) => booking) };
      return school;
    },
    decide: (current) => withdrawRegistration(found(current), { edition, form, now, bookings: held.bookings }),
    writes: (item, when) => [
      { put: 'registration', item, when },
      ...held.place,
      ...releaseBookings(item, held.bookings).released.flatMap(releaseWrites),
    ],
    reference: ({ registration }) => referenceOf(registration),
  });
  return { seeOther: '/my/place?done=withdrawn', data: { state: 'withdrawn' } };
}

type Held = { readonly bookings: readonly Booking[]; readonly place: readonly Write[] };
type Read = PostCall<'POST /my/place/withdraw', 'my'>['ports']['read'];

// Read before the bookings: one made in between makes the transaction fail, and everything is read again.
async function placeWrites(read: Read, { edition, urn, registration }: Registration): Promise<Write[]> {
  const place = await read.get('schoolPlace', { edition, urn });
  if (place?.registration !== registration) return [];
  return [{ remove: 'schoolPlace', key: place, when: { bookings: place.bookings } }];
}

function releaseWrites(booking: Booking): Write[] {
  const { edition, event, pupils, version } = booking;
  return [
    { remove: 'booking', key: booking, when: { version } },
    // Given back whatever has become of the event meanwhile.
    { reserve: 'event', key: { edition, event }, counter: 'placesFree', by: -pupils, when: { event } },
  ];
}
