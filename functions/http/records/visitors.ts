import { confirmOrganisation } from '#shared/domain/organisation.ts';
import { confirmVolunteer } from '#shared/domain/volunteer.ts';
import { editOrganisation, editVolunteer } from '#shared/domain/edits.ts';
import { isAnswerable } from '#shared/domain/offer.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import type { TableReader } from '#shared/ports.ts';
import { editRecordPage } from '#web/organiser/edit-record.ts';
import { organisationFields, volunteerFields } from '#web/organiser/record-fields.ts';
import { visitorId, visitorName, visitorRecordPage } from '#web/organiser/visitor-record.ts';
import { withdrawRecordPage } from '#web/organiser/withdraw-record.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { keepVisitor, type VisitorKey } from '../my/keep-visitor.ts';
import { offeredTo } from '../held-places.ts';
import { withdrawVisitorOf } from '../withdraw-visitor.ts';
import { changesSince, dossierOf } from './dossier.ts';
import { findVisitor, type VisitorParams, visitorPath } from './find.ts';
import { chaseOnce, keepNote } from './notes.ts';

type Path = '/organiser/editions/{edition}/visitors/{kind}/{visitor}';
type Shown = `GET ${Path}` | `POST ${Path}/notes` | `POST ${Path}/chase` | `POST ${Path}/approve`;

/** One organisation or volunteer with their places, notes, mails and timeline. */
export async function showVisitor(call: Call<Shown, 'records'>, filled?: Filled): Promise<Answer> {
  const { params, session, query, now } = call;
  const { read } = call.ports;
  const { visitor, ...found } = await settingOf(read, params);
  const key = keyOf(visitor);
  const about = { ...key, email: visitor.state.contact.email };
  const [dossier, places, signedUpWith] = await Promise.all([
    dossierOf(about, read, { session, query }),
    offeredTo(key, read),
    organisationOf(visitor, read),
  ]);
  const page = visitorRecordPage({ ...found, organiser: session, visitor, signedUpWith, places, dossier, now, filled });
  const { entries, notes, mails, mail } = dossier;
  return { page, data: { ...visitor, places, notes, mails, mail: mail ?? 'none', entries } };
}

async function settingOf(read: TableReader, params: VisitorParams) {
  const [found, visitor] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findVisitor(read, params)]);
  return { ...found, visitor };
}

function keyOf(visitor: Visitor): VisitorKey {
  return { edition: visitor.state.edition, purpose: visitor.kind, subject: visitorId(visitor) };
}

async function organisationOf({ state }: Visitor, read: TableReader): Promise<string | undefined> {
  if ('formats' in state || state.organisation === undefined) return undefined;
  return (await read.get('organisation', { edition: state.edition, organisation: state.organisation }))?.name;
}

/** Confirms an organisation or a volunteer for them. */
export async function approveVisitor(call: PostCall<`POST ${Path}/approve`, 'records'>): Promise<Answer> {
  const { params, now, ports } = call;
  const session = keyOf(await findVisitor(ports.read, params));
  await keepVisitor(
    { ...call, session },
    {
      organisation: (current) => confirmOrganisation(current, now),
      volunteer: (current) => confirmVolunteer(current, now),
    },
  );
  return { seeOther: `${visitorPath(params)}?done=approved`, data: { state: 'confirmed' } };
}

/** The form to change an organisation or a volunteer for them. */
export async function showVisitorEdit(
  call: Call<`GET ${Path}/edit` | `POST ${Path}/edit`, 'records'>,
  filled?: Filled,
): Promise<Answer> {
  const { params, session, newId } = call;
  const { read } = call.ports;
  const { visitor, ...found } = await settingOf(read, params);
  const meanwhile = await changesSince(keyOf(visitor), read, filled);
  const fields = visitor.kind === 'organisation' ? organisationFields(found.edition) : volunteerFields(found.edition);
  const page = editRecordPage({
    ...found,
    ...meanwhile,
    organiser: session,
    name: visitorName(visitor),
    path: visitorPath(params),
    record: visitor.state,
    fields,
    requestKey: newId(),
    filled,
  });
  return { page, data: visitor };
}

/** Changes an organisation or a volunteer for them, complete or not. */
export async function editVisitor(call: PostCall<`POST ${Path}/edit`, 'records'>): Promise<Answer> {
  const { params, body: form, now, ports } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const session = keyOf(await findVisitor(ports.read, params));
  await keepVisitor(
    { ...call, session },
    {
      organisation: (current) => editOrganisation(current, { edition, form, now }),
      volunteer: (current) => editVolunteer(current, { edition, form, now }),
    },
  );
  return { seeOther: `${visitorPath(params)}?done=edited`, data: { state: 'changed' } };
}

/** Writes a note about an organisation or a volunteer, or takes one's own away. */
export async function noteVisitor(call: PostCall<`POST ${Path}/notes`, 'records'>): Promise<Answer> {
  const visitor = await findVisitor(call.ports.read, call.params);
  const { edition, subject } = keyOf(visitor);
  const done = await keepNote(call, { edition, kind: visitor.kind, subject }, call.body);
  return { seeOther: `${visitorPath(call.params)}?done=${done}`, data: { state: done } };
}

/** Reminds an organisation or a volunteer who has not confirmed, or not answered an offered place. */
export async function chaseVisitor(call: PostCall<`POST ${Path}/chase`, 'records'>): Promise<Answer> {
  const { params, now, ports } = call;
  const visitor = await findVisitor(ports.read, params);
  const { kind, state } = visitor;
  const { edition, subject } = keyOf(visitor);
  const places = state.state === 'confirmed' ? await offeredTo({ edition, subject }, ports.read) : [];
  const open = places.some(({ event, offer }) => offer.state === 'offered' && isAnswerable(event, now));
  await chaseOnce(call, {
    edition,
    subject,
    waits: state.state === 'pending' || open,
    fact: (times) => ({ type: 'visitor.chased.v1', data: { kind, visitor: subject, times } }),
  });
  return { seeOther: `${visitorPath(params)}?done=chased`, data: { state: 'chased' } };
}

/** Says what withdrawing an organisation or a volunteer does. */
export async function showVisitorWithdrawal(
  call: Call<`GET ${Path}/withdraw` | `POST ${Path}/withdraw`, 'records'>,
  filled?: Filled,
): Promise<Answer> {
  const { params, session, now, newId } = call;
  const { read } = call.ports;
  const { visitor, ...found } = await settingOf(read, params);
  const places = await offeredTo(keyOf(visitor), read);
  const page = withdrawRecordPage({
    ...found,
    organiser: session,
    name: visitorName(visitor),
    path: visitorPath(params),
    kind: 'visitor',
    record: visitor.state,
    expected: places
      .filter(({ event, offer }) => event.state === 'confirmed' && offer.state !== 'declined')
      .map(({ event }) => event),
    now,
    requestKey: newId(),
    filled,
  });
  return { page, data: { ...visitor, places } };
}

/** Withdraws an organisation or a volunteer at their wish. */
export async function withdrawVisitorFor(call: PostCall<`POST ${Path}/withdraw`, 'records'>): Promise<Answer> {
  const { params, body: form, ports } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const session = keyOf(await findVisitor(ports.read, params));
  await withdrawVisitorOf({ ...call, session }, { edition, form });
  return { seeOther: `${visitorPath(params)}?done=withdrawn`, data: { state: 'withdrawn' } };
}
