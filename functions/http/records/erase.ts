import { isErased, requireErasable } from '#shared/domain/erasure.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { NewFact } from '#shared/system/events.ts';
import { eraseRecordPage } from '#web/organiser/erase-record.ts';
import { visitorId, visitorName } from '#web/organiser/visitor-record.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import type { Context } from '../../runtime/context.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import type { PortsOf } from '../../runtime/powers.ts';
import type { OrganiserSession } from '../../runtime/sessions.ts';
import { findEdition } from '../find.ts';
import { findRegistration, findVisitor, schoolPath, visitorPath } from './find.ts';

type School = '/organiser/editions/{edition}/registrations/{urn}/{registration}/erase';
type Guest = '/organiser/editions/{edition}/visitors/{kind}/{visitor}/erase';
type Erasing = Extract<NewFact, { type: 'erasure.asked.v1' }>['data'];
type Record = Parameters<typeof isErased>[0] & { readonly state: string };

/** Says what erasing a school's contact does, and asks whether that is meant. */
export async function showSchoolErasure(
  call: Call<`GET ${School}` | `POST ${School}`, 'upkeep'>,
  filled?: Filled,
): Promise<Answer> {
  const record = await findRegistration(call.ports.read, call.params);
  return show(call, { record, name: record.schoolName, path: schoolPath(call.params) }, filled);
}

/** The same for an organisation's contact or a volunteer. */
export async function showVisitorErasure(
  call: Call<`GET ${Guest}` | `POST ${Guest}`, 'upkeep'>,
  filled?: Filled,
): Promise<Answer> {
  const visitor = await findVisitor(call.ports.read, call.params);
  return show(call, { record: visitor.state, name: visitorName(visitor), path: visitorPath(call.params) }, filled);
}

async function show(
  { ports: { read }, params, session, now }: Asking & { readonly session: OrganiserSession },
  about: { readonly record: Record; readonly name: string; readonly path: string },
  filled: Filled | undefined,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const { record, name, path } = about;
  const page = eraseRecordPage({ ...found, organiser: session, record, name, path, now, filled });
  return { page, data: { erased: isErased(record) } };
}

/** Asks for a school's contact to be erased. */
export async function eraseSchool(call: PostCall<`POST ${School}`, 'upkeep'>): Promise<Answer> {
  const record = await findRegistration(call.ports.read, call.params);
  const { registration: subject, urn } = record;
  return ask(call, { record, data: { kind: 'registration', subject, urn }, path: schoolPath(call.params) });
}

/** Asks for an organisation's contact or a volunteer to be erased. */
export async function eraseVisitor(call: PostCall<`POST ${Guest}`, 'upkeep'>): Promise<Answer> {
  const visitor = await findVisitor(call.ports.read, call.params);
  const data = { kind: visitor.kind, subject: visitorId(visitor) };
  return ask(call, { record: visitor.state, data, path: visitorPath(call.params) });
}

type Asking = Context & { readonly ports: PortsOf<'upkeep'>; readonly params: { readonly edition: string } };
type Asked = { readonly record: Record; readonly data: Erasing; readonly path: string };

async function ask(call: Asking, { record, data, path }: Asked): Promise<Answer> {
  const { ports, params, now } = call;
  if (isErased(record)) throw new AppError('conflict', 'erased-already', 'This person’s data has been erased already.');
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  requireErasable(record, edition, now);
  await ports.write.transact(outboxWrite(params.edition, [{ type: 'erasure.asked.v1', data }], call));
  return { seeOther: `${path}?done=erased`, data: { state: 'erasing' } };
}
