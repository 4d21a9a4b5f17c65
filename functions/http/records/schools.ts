import { editRegistration } from '#shared/domain/edits.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { TableReader } from '#shared/ports.ts';
import { editRecordPage } from '#web/organiser/edit-record.ts';
import { schoolFields } from '#web/organiser/record-fields.ts';
import { schoolRecordPage, type SchoolPlace } from '#web/organiser/school-record.ts';
import { withdrawRecordPage } from '#web/organiser/withdraw-record.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf } from '../accept.ts';
import { findEdition } from '../find.ts';
import { withdrawSchool } from '../withdraw-school.ts';
import { changesSince, dossierOf } from './dossier.ts';
import { findRegistration, schoolPath, type SchoolParams } from './find.ts';
import { chaseOnce, keepNote } from './notes.ts';

type School = '/organiser/editions/{edition}/registrations/{urn}/{registration}';
type Shown = `GET ${School}` | `POST ${School}/notes` | `POST ${School}/chase`;

/** One school's registration with its places, notes, mails and timeline. */
export async function showSchool(call: Call<Shown, 'records'>, filled?: Filled): Promise<Answer> {
  const { params, session, query, now } = call;
  const { read } = call.ports;
  const { school, ...found } = await settingOf(read, params);
  const about = { edition: params.edition, subject: school.registration, email: school.contact.email };
  const [dossier, places] = await Promise.all([dossierOf(about, read, { session, query }), placesOf(school, read)]);
  const page = schoolRecordPage({ ...found, organiser: session, school, places, dossier, now, filled });
  const { entries, notes, mails, mail } = dossier;
  return { page, data: { registration: school, places, notes, mails, mail: mail ?? 'none', entries } };
}

async function settingOf(read: TableReader, params: SchoolParams) {
  const [found, school] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    findRegistration(read, params),
  ]);
  return { ...found, school };
}

async function placesOf({ edition, urn }: Registration, read: TableReader): Promise<SchoolPlace[]> {
  const events = await read.list('event', { edition });
  const bookings = await Promise.all(events.map(({ event }) => read.get('booking', { edition, event, urn })));
  return events
    .map((event, index) => ({ event, booking: bookings[index], host: event.host === urn }))
    .filter(({ booking, host }) => booking !== undefined || host)
    .sort((a, b) => a.event.halfDay.localeCompare(b.event.halfDay));
}

/** The form to change a school's registration for it. */
export async function showSchoolEdit(
  call: Call<`GET ${School}/edit` | `POST ${School}/edit`, 'records'>,
  filled?: Filled,
): Promise<Answer> {
  const { params, session, newId } = call;
  const { read } = call.ports;
  const { school, ...found } = await settingOf(read, params);
  const meanwhile = await changesSince({ edition: params.edition, subject: school.registration }, read, filled);
  const page = editRecordPage({
    ...found,
    ...meanwhile,
    organiser: session,
    name: school.schoolName,
    path: schoolPath(params),
    record: school,
    fields: schoolFields(found.edition),
    requestKey: newId(),
    filled,
  });
  return { page, data: { registration: school } };
}

/** Changes a school's registration for it, complete or not. */
export async function editSchool(call: PostCall<`POST ${School}/edit`, 'records'>): Promise<Answer> {
  const { params, body: form, now, ports } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const { state } = await accept<Registration>(call, {
    edition: params.edition,
    find: () => findRegistration(ports.read, params),
    decide: (current) => editRegistration(found(current), { edition, form, now }),
    writes: (item, when) => [{ put: 'registration', item, when }],
    reference: ({ registration }) => referenceOf(registration),
  });
  return { seeOther: `${schoolPath(params)}?done=edited`, data: { state: 'changed', version: state?.version } };
}

/** Writes a note about a school, or takes one's own away. */
export async function noteSchool(call: PostCall<`POST ${School}/notes`, 'records'>): Promise<Answer> {
  const { registration: subject, edition } = await findRegistration(call.ports.read, call.params);
  const done = await keepNote(call, { edition, kind: 'registration', subject }, call.body);
  return { seeOther: `${schoolPath(call.params)}?done=${done}`, data: { state: done } };
}

/** Reminds a school that has not confirmed. */
export async function chaseSchool(call: PostCall<`POST ${School}/chase`, 'records'>): Promise<Answer> {
  const { registration, urn, edition, state } = await findRegistration(call.ports.read, call.params);
  await chaseOnce(call, {
    edition,
    subject: registration,
    waits: state === 'pending',
    fact: (times) => ({ type: 'school.chased.v1', data: { registration, urn, times } }),
  });
  return { seeOther: `${schoolPath(call.params)}?done=chased`, data: { state: 'chased' } };
}

/** Says what withdrawing a school does. */
export async function showSchoolWithdrawal(
  call: Call<`GET ${School}/withdraw` | `POST ${School}/withdraw`, 'records'>,
  filled?: Filled,
): Promise<Answer> {
  const { params, session, now, newId } = call;
  const { read } = call.ports;
  const { school, ...found } = await settingOf(read, params);
  const places = await placesOf(school, read);
  const page = withdrawRecordPage({
    ...found,
    organiser: session,
    name: school.schoolName,
    path: schoolPath(params),
    kind: 'school',
    record: school,
    expected: places.filter(({ event }) => event.state === 'confirmed').map(({ event }) => event),
    now,
    requestKey: newId(),
    filled,
  });
  return { page, data: { registration: school, places } };
}

/** Withdraws a school at its wish. */
export async function withdrawSchoolFor(call: PostCall<`POST ${School}/withdraw`, 'records'>): Promise<Answer> {
  const { params, body: form, ports } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  await withdrawSchool(call, { edition, form, find: () => findRegistration(ports.read, params) });
  return { seeOther: `${schoolPath(params)}?done=withdrawn`, data: { state: 'withdrawn' } };
}

function found<T>(current: T | undefined): T {
  if (current === undefined) throw new Error('nothing was found where finding throws');
  return current;
}
