import { registration as registrationItem } from '#shared/domain/registration.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { organisationsPage, registrationsPage, volunteersPage, mailsPage } from '#web/organiser/lists.ts';
import type { Answer } from '../../runtime/answer.ts';
import { addressKey } from '../../runtime/deliver-mail.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { confirmSchool } from '../confirm-school.ts';

type List = 'registrations' | 'organisations' | 'volunteers' | 'mails';
type ListCall<L extends List> = Call<`GET /organiser/editions/{edition}/${L}`, 'organiser'>;

/** Schools' registrations; `mail` says whether the contact's address takes mail. */
export async function showRegistrations({ ports: { read }, params, session }: ListCall<'registrations'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const [registrations, addresses] = await Promise.all([read.list('registration', params), read.list('address', params)]);
  const states = new Map(addresses.map(({ address, state }) => [address, state]));
  const rows = registrations.map((one) => ({
    registration: one,
    mail: states.get(addressKey(one.contact.email)) ?? ('none' as const),
  }));
  return { page: registrationsPage({ ...found, organiser: session, rows }), data: { registrations: rows } };
}

/** Approves a school's registration, which then holds its place. */
export async function approve(
  call: PostCall<'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/approve', 'organiser'>,
): Promise<Answer> {
  const { edition, urn, registration } = call.params;
  const known =
    registrationItem.shape.registration.safeParse(registration).success &&
    /^\d{6}$/.test(urn) &&
    (await call.ports.read.get('registration', call.params));
  if (!known) throw new AppError('not-found', 'registration-unknown', 'There is no such registration.');
  await confirmSchool(call, { edition, urn, subject: registration }, 'organiser');
  return { seeOther: `/organiser/editions/${edition}/registrations`, data: { state: 'confirmed' } };
}

/** Organisations that signed up. */
export async function showOrganisations({ ports: { read }, params, session }: ListCall<'organisations'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const organisations = await read.list('organisation', params);
  return { page: organisationsPage({ ...found, organiser: session, organisations }), data: { organisations } };
}

/** Volunteers who signed up. */
export async function showVolunteers({ ports: { read }, params, session }: ListCall<'volunteers'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const volunteers = await read.list('volunteer', params);
  return { page: volunteersPage({ ...found, organiser: session, volunteers }), data: { volunteers } };
}

/** Mails and what became of them. */
export async function showMails({ ports: { read }, params, session }: ListCall<'mails'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const mails = await read.list('mail', params);
  return { page: mailsPage({ ...found, organiser: session, mails }), data: { mails } };
}
