import { halfDaysOf } from '#shared/domain/edition.ts';
import { organisationId, signUpOrganisation } from '#shared/domain/organisation.ts';
import { organisationSignUpPage } from '#web/organisations/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf } from '../accept.ts';
import { findEdition } from '../find.ts';
import { receipt } from './schools.ts';

type Route = 'GET /editions/{edition}/organisations/sign-up' | 'POST /editions/{edition}/organisations/sign-up';

/** The organisations' form, empty or as it was filled in. */
export async function showOrganisationForm(
  { ports: { read }, params, newId }: Call<Route, 'public'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  return { page: organisationSignUpPage({ ...found, halfDays: halfDaysOf(found.edition), requestKey: newId(), filled }) };
}

/** Keeps an organisation's offer and sends its link. */
export async function signOrganisationUp(
  call: PostCall<'POST /editions/{edition}/organisations/sign-up', 'public'>,
): Promise<Answer> {
  const { body, now, params, ports } = call;
  const { edition } = await findEdition(ports.read, params.edition);
  const key = { edition: edition.edition, organisation: organisationId(edition.edition, body) };
  const { reference } = await accept(call, {
    edition: edition.edition,
    find: () => ports.read.get('organisation', key),
    decide: (current) => signUpOrganisation(current, { edition, form: body, now }),
    writes: (state, when) => [{ put: 'organisation', item: state, when }],
    reference: ({ organisation }) => referenceOf(organisation),
    sends: { route: 'organisations', address: body.contact.email },
  });
  return receipt(edition.edition, reference);
}
