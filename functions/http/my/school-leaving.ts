import type { Invitation } from '#shared/domain/invitation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { handOver, handOverId } from '#shared/domain/registration-changes.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { checkHandOverPage, handedOverPage, handOverPage } from '#web/my-place/hand-over.ts';
import { withdrawPage } from '#web/my-place/withdraw.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { sessionCookies } from '../../runtime/sessions.ts';
import { accept, referenceOf } from '../accept.ts';
import { findPublicEdition } from '../find.ts';
import { bookingsOf } from '../held-places.ts';
import { withdrawSchool } from '../withdraw-school.ts';
import { found } from './school-changes.ts';
import { findOwnRegistration, findPlace } from './find-place.ts';
import { visitsOf } from './school-place.ts';

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
  let entries: readonly Invitation[] = [];
  await accept<Registration>(call, {
    edition: session.edition,
    find: async () => {
      before = await findOwnRegistration(ports.read, session);
      entries = await entriesOf(before, ports.read);
      return before;
    },
    decide: (current) => {
      const decision = handOver(found(current), { edition: place.edition, form, now });
      const handed = entries.map(
        (entry) => ({ type: 'calendar.handed-over.v1', data: handedData(decision.state, entry) }) as const,
      );
      return { ...decision, facts: [...decision.facts, ...handed] };
    },
    writes: (item, when) => [
      { put: 'registration', item, when },
      recordOf(found(before), item, now),
      ...entries.flatMap((entry) => partWrites(entry, handOverId(item))),
    ],
    reference: ({ registration }) => referenceOf(registration),
    sends: [{ route: 'lost-link', address: form.contact.email }],
  });
  const seeOther = `/editions/${session.edition}/handed-over`;
  return { seeOther, data: { state: 'handed-over' }, cookies: [{ name: sessionCookies.link, value: '', seconds: 0 }] };
}

/** What the calendar of a school's contact holds of its places. */
async function entriesOf(school: Registration, read: TableReader): Promise<Invitation[]> {
  const { edition, registration: reader } = school;
  const held = await bookingsOf(school, read);
  const found = await Promise.all(held.map(({ event: { event } }) => read.get('invitation', { edition, event, reader })));
  return found.filter((one) => one?.told !== undefined).filter((one) => one !== undefined);
}

function handedData(state: Registration, { event }: Invitation) {
  return { event, registration: state.registration, urn: state.urn, handOver: handOverId(state), version: state.version };
}

/** Parts one entry in two: the old contact's, to be taken out, and the new contact's, who was told nothing yet. Decision 033. */
function partWrites(entry: Invitation, former: string): Write[] {
  const { told: _, ...rest } = entry;
  return [
    { put: 'invitation', item: { ...entry, reader: former, version: 1 }, when: 'absent' },
    {
      put: 'invitation',
      item: { ...rest, sequence: entry.sequence + 1, version: entry.version + 1 },
      when: { version: entry.version },
    },
  ];
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
export async function showHandedOver(call: Call<'GET /editions/{edition}/handed-over', 'my'>): Promise<Answer> {
  return { page: handedOverPage(await findPublicEdition(call)), data: { state: 'handed-over' } };
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

/** Withdraws a school, by its own link. */
export async function withdraw(call: PostCall<'POST /my/place/withdraw', 'my'>): Promise<Answer> {
  const { ports, session, body: form } = call;
  const { edition } = await findPlace(ports.read, session);
  await withdrawSchool(call, { edition, form, find: () => findOwnRegistration(ports.read, session) });
  return { seeOther: '/my/place?done=withdrawn', data: { state: 'withdrawn' } };
}
