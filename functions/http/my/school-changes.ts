import { halfDaysOf } from '#shared/domain/edition.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { changeContact, changeRegistration } from '#shared/domain/registration-changes.ts';
import { changePage } from '#web/my-place/change.ts';
import { contactPage } from '#web/my-place/contact.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { requireOnOwnRoll } from '../own-roll.ts';
import { findOwnRegistration, findPlace } from './find-place.ts';

type ChangeRoute = 'GET /my/place/change' | 'POST /my/place/change';
type ContactRoute = 'GET /my/place/contact' | 'POST /my/place/contact';

/** The form for numbers, hall, half-days, needs and wishes. */
export async function showChange(
  { ports: { read }, session, now, newId }: Call<ChangeRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findPlace(read, session);
  const page = changePage({ ...found, halfDays: halfDaysOf(found.edition), now, requestKey: newId(), filled });
  return { page, data: { state: found.school } };
}

/** Changes numbers, hall, half-days, needs and wishes. Bookings stay as they are. */
export async function change(call: PostCall<'POST /my/place/change', 'my'>): Promise<Answer> {
  const { edition, programme, school } = await findPlace(call.ports.read, call.session);
  const { body: form, now } = call;
  await requireOnOwnRoll({ programme, school }, form.cohorts, call.ports.read);
  const version = await keep(call, (current) => changeRegistration(current, { edition, form, now }));
  return { seeOther: '/my/place?done=changed', data: { state: 'changed', version } };
}

/** The form for how the contact is called and reached. */
export async function showContact(
  { ports: { read }, session, now, newId }: Call<ContactRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findPlace(read, session);
  return { page: contactPage({ ...found, now, requestKey: newId(), filled }), data: { state: found.school } };
}

/** Changes how the contact is called and reached. */
export async function correctContact(call: PostCall<'POST /my/place/contact', 'my'>): Promise<Answer> {
  const { edition } = await findPlace(call.ports.read, call.session);
  const { body: form, now } = call;
  const version = await keep(call, (current) => changeContact(current, { edition, form, now }));
  return { seeOther: '/my/place?done=contact', data: { state: 'changed', version } };
}

type ByLink = Request & Pick<PostCall<'POST /my/place/change', 'my'>, 'session'>;

async function keep(call: ByLink, decide: (current: Registration) => Decision<Registration>): Promise<number | undefined> {
  const { read } = call.ports;
  const { state } = await accept<Registration>(call, {
    edition: call.session.edition,
    find: () => findOwnRegistration(read, call.session),
    decide: (current) => decide(found(current)),
    writes: (item, when) => [{ put: 'registration', item, when }],
    reference: ({ registration }) => referenceOf(registration),
  });
  return state?.version;
}

/** What `find` gave: it throws where there is nothing. */
export function found<T>(current: T | undefined): T {
  if (current === undefined) throw new Error('nothing was found where finding throws');
  return current;
}
