import { isOpenForSignUp } from '#shared/domain/edition.ts';
import { isErased } from '#shared/domain/erasure.ts';
import {
  firstUnfinished,
  type Progress,
  stepForm,
  type StepName,
  type Typed,
  typedIn,
  fieldsOf,
} from '#shared/domain/journeys.ts';
import { sameAsLastYear } from '#shared/domain/same-as-last-year.ts';
import { decline, isSignedUp, requireInvitation, type SignUpInvitation } from '#shared/domain/sign-up-invitation.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { invitationPage } from '#web/invitations/page.ts';
import { applyPath } from '#web/journeys/paths.ts';
import type { Answer } from '../../runtime/answer.ts';
import { addressKey } from '../../runtime/address-key.ts';
import { decodeForm } from '../../runtime/form.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { beginDraft, changeDraft, findDraft } from '../apply/draft.ts';
import { findEdition } from '../find.ts';

type Any = Call<'GET /my/invitation', 'invitations'> | Call<'POST /my/invitation/decline', 'invitations'>;

/** An invitation: what the form would begin with, the button to take part, and the ways to say no. */
export async function showInvitation(call: Any, filled?: Filled): Promise<Answer> {
  const { ports, session, now } = call;
  const { found, current } = await findInvitation(ports.read, session);
  const [{ values }, signedUp] = await Promise.all([begunFor(current, ports.read), isIn(current, ports.read)]);
  const open = isOpenForSignUp(found.edition, now);
  const page = invitationPage({ ...found, invitation: current, values, open, signedUp, filled });
  return { page, data: { invitation: current, open, signedUp } };
}

/** Begins the form with the answers of last time; a form that this browser has begun already goes on as it is. */
export async function startFromInvitation(call: PostCall<'POST /my/invitation/start', 'invitations'>): Promise<Answer> {
  const { ports, session } = call;
  const { found, current } = await findInvitation(ports.read, session);
  const { edition } = found.edition;
  const begun = await begunFor(current, ports.read);
  const place = { edition, journey: current.kind };
  const draft = await findDraft(call, place);
  const goOn = (at: Progress): Answer => {
    const seeOther = applyPath(found.edition, current.kind, firstUnfinished(current.kind, at));
    return { seeOther, data: { next: seeOther } };
  };
  if (draft && !draft.sent) return goOn(draft.done.length > 0 ? draft : await changeDraft(call, draft, () => begun));
  const { draft: made, cookie } = await beginDraft(call, place, begun);
  return { ...goOn(made), cookies: [cookie] };
}

/** Says no; who never wants to be asked again is not, by this programme, at this address. */
export async function declineInvitation(call: PostCall<'POST /my/invitation/decline', 'invitations'>): Promise<Answer> {
  const { ports, session, body, now } = call;
  const { found, current } = await findInvitation(ports.read, session);
  const { state, facts } = decline(current, body, now);
  const { programme } = found.programme;
  const address = addressKey(current.email);
  const never =
    body.how === 'never' ? [{ put: 'doNotAsk' as const, item: { programme, address, at: now }, when: 'any' as const }] : [];
  if (facts.length > 0) {
    const { ok } = await ports.write.transact([
      { put: 'signUpInvitation', item: state, when: { version: current.version } },
      ...never,
      ...outboxWrite(state.edition, facts, call),
    ]);
    if (!ok) throw new AppError('unavailable', 'busy', 'This invitation is just being changed. Try again.');
  }
  return { seeOther: '/my/invitation', data: { declined: body.how } };
}

async function findInvitation(read: TableReader, session: LinkSession) {
  if (session.purpose !== 'invitation') {
    throw new AppError('forbidden', 'other-purpose', 'This link is for something else. Open the one from your invitation.');
  }
  const key = { edition: session.edition, invitation: session.subject };
  const [found, current] = await Promise.all([
    findEdition(read, session.edition, { tried: true }),
    read.get('signUpInvitation', key),
  ]);
  return { found, current: requireInvitation(current) };
}

async function isIn(current: SignUpInvitation, read: TableReader): Promise<boolean> {
  const { edition, kind, urn } = current;
  const [registrations, organisations, volunteers] = await Promise.all([
    kind === 'school' && urn !== undefined ? read.list('registration', { edition }, { startsWith: `${urn}#` }) : [],
    kind === 'organisation' ? read.list('organisation', { edition }) : [],
    kind === 'volunteer' ? read.list('volunteer', { edition }) : [],
  ]);
  return isSignedUp(current, { registrations, organisations, volunteers });
}

/** What the form begins with: the answers of the earlier record where it is still there, else what the organiser knew. */
async function begunFor({ kind, urn, called, name, email, from }: SignUpInvitation, read: TableReader): Promise<Progress> {
  const record = from && (await recordOf({ kind, urn, ...from }, read));
  if (record) {
    const fits = (step: StepName, values: Typed) => {
      const schema = stepForm(kind, step);
      return schema.safeParse(decodeForm(schema, typedIn(fieldsOf(kind, step), values))).success;
    };
    return sameAsLastYear(kind, record, fits);
  }
  const known = {
    ...(urn === undefined ? {} : { urn: [urn] }),
    ...(kind === 'organisation' && called !== email ? { name: [called] } : {}),
    ...(kind === 'volunteer' && called !== email ? { 'contact.name': [called] } : {}),
    ...(name === undefined ? {} : { 'contact.name': [name] }),
    'contact.email': [email],
  };
  return { values: known, done: [] };
}

type Earlier = Pick<SignUpInvitation, 'kind' | 'urn'> & { readonly edition: string; readonly subject: string };

async function recordOf({ kind, edition, subject, urn = '' }: Earlier, read: TableReader) {
  const record =
    kind === 'school'
      ? await read.get('registration', { edition, urn, registration: subject })
      : kind === 'organisation'
        ? await read.get('organisation', { edition, organisation: subject })
        : await volunteerWith({ edition, subject }, read);
  return record === undefined || isErased(record) ? undefined : record;
}

/** A volunteer's record, with their organisation by its name: its id is of another year. */
async function volunteerWith({ edition, subject }: { readonly edition: string; readonly subject: string }, read: TableReader) {
  const record = await read.get('volunteer', { edition, volunteer: subject });
  if (record?.organisation === undefined) return record;
  const own = await read.get('organisation', { edition, organisation: record.organisation });
  return { ...record, organisationName: own?.name ?? record.organisationName };
}
