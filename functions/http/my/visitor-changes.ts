import { halfDaysOf } from '#shared/domain/edition.ts';
import {
  changeCredit,
  changeOrganisation,
  changeOrganisationContact,
  changeVolunteer,
  changeVolunteerContact,
} from '#shared/domain/visitor.ts';
import { organisationChangePage, volunteerChangePage } from '#web/my-sessions/change.ts';
import { visitorContactPage } from '#web/my-sessions/contact.ts';
import { visitorWithdrawPage } from '#web/my-sessions/withdraw.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { withdrawVisitorOf } from '../withdraw-visitor.ts';
import { keepVisitor } from './keep-visitor.ts';
import { findVisitor, placesOf } from './visitor.ts';

type OfferChange =
  | 'GET /my/organisation'
  | 'POST /my/organisation'
  | 'GET /my/volunteer'
  | 'POST /my/volunteer'
  | 'POST /my/credit';

/** The form for what an organisation or a volunteer offers, filled with what we hold. */
export async function showOfferChange(
  { ports: { read }, session, now, newId }: Call<OfferChange, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const setting = await findVisitor(read, session);
  const { visitor } = setting;
  const more = { halfDays: halfDaysOf(setting.edition), now, requestKey: newId(), filled };
  const page =
    visitor.kind === 'organisation'
      ? organisationChangePage({ ...setting, ...more, state: visitor.state })
      : volunteerChangePage({ ...setting, ...more, state: visitor.state });
  return { page, data: visitor };
}

/** Changes what an organisation offers. Places it has accepted stay as they are. */
export async function changeOffer(call: PostCall<'POST /my/organisation', 'my'>): Promise<Answer> {
  const { body: form, now } = call;
  const { edition } = await findVisitor(call.ports.read, call.session);
  await keepVisitor(call, { organisation: (current) => changeOrganisation(current, { edition, form, now }) });
  return changed('changed');
}

/** Changes what a volunteer offers. */
export async function changeHelp(call: PostCall<'POST /my/volunteer', 'my'>): Promise<Answer> {
  const { body: form, now } = call;
  const { edition } = await findVisitor(call.ports.read, call.session);
  await keepVisitor(call, { volunteer: (current) => changeVolunteer(current, { edition, form, now }) });
  return changed('changed');
}

/** Agrees to being named in public, or takes it back. */
export async function decideCredit(call: PostCall<'POST /my/credit', 'my'>): Promise<Answer> {
  const { body: form, now } = call;
  await keepVisitor(call, { organisation: (current) => changeCredit(current, { form, now }) });
  return changed('credit');
}

type ContactRoute = 'GET /my/contact' | 'POST /my/contact';

/** The form for how an organisation's contact or a volunteer is called and reached. */
export async function showVisitorContact(
  { ports: { read }, session, now, newId }: Call<ContactRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const setting = await findVisitor(read, session);
  return { page: visitorContactPage({ ...setting, now, requestKey: newId(), filled }), data: setting.visitor };
}

/** Changes how they are called and reached. */
export async function correctVisitorContact(call: PostCall<'POST /my/contact', 'my'>): Promise<Answer> {
  const { body: form, now } = call;
  const { edition } = await findVisitor(call.ports.read, call.session);
  await keepVisitor(call, {
    organisation: (current) => changeOrganisationContact(current, { edition, form, now }),
    volunteer: (current) => changeVolunteerContact(current, { edition, form, now }),
  });
  return changed('contact');
}

type WithdrawRoute = 'GET /my/withdrawal' | 'POST /my/withdrawal';

/** Says what withdrawing does and who will be told, and asks why. */
export async function showWithdrawal(
  { ports: { read }, session, now, newId }: Call<WithdrawRoute, 'my'>,
  filled?: Filled,
): Promise<Answer> {
  const setting = await findVisitor(read, session);
  const offered = await placesOf(session, setting.programme, read);
  return { page: visitorWithdrawPage({ ...setting, offered, now, requestKey: newId(), filled }), data: setting.visitor };
}

/** Withdraws an organisation or a volunteer, by its own link. */
export async function withdrawVisitor(call: PostCall<'POST /my/withdrawal', 'my'>): Promise<Answer> {
  const { edition } = await findVisitor(call.ports.read, call.session);
  await withdrawVisitorOf(call, { edition, form: call.body });
  return changed('withdrawn');
}

function changed(done: 'changed' | 'credit' | 'contact' | 'withdrawn'): Answer {
  return { seeOther: `/my/place?done=${done}`, data: { state: done } };
}
