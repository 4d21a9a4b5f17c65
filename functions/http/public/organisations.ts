import { halfDaysOf } from '#shared/domain/edition.ts';
import { type OrganisationForm, organisationId, signUpOrganisation } from '#shared/domain/organisation.ts';
import { organisationSignUpPage } from '#web/organisations/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { type EditionAndProgramme, findPublicEdition } from '../find.ts';
import { type Kept, receipt } from './schools.ts';

type Route = 'GET /editions/{edition}/organisations/sign-up' | 'POST /editions/{edition}/organisations/sign-up';

/** The organisations' form, empty or as it was filled in. */
export async function showOrganisationForm(call: Call<Route, 'public'>, filled?: Filled): Promise<Answer> {
  const { newId } = call;
  const found = await findPublicEdition(call);
  return { page: organisationSignUpPage({ ...found, halfDays: halfDaysOf(found.edition), requestKey: newId(), filled }) };
}

/** Keeps an organisation's offer and sends its link. */
export async function signOrganisationUp(
  call: PostCall<'POST /editions/{edition}/organisations/sign-up', 'public'>,
): Promise<Answer> {
  const found = await findPublicEdition(call);
  return receipt(found.edition.edition, await keepOrganisation(call, found, call.body));
}

/** Keeps one organisation's offer and has its link sent. */
export async function keepOrganisation(
  request: Request,
  { edition }: EditionAndProgramme,
  form: OrganisationForm,
): Promise<Kept> {
  const { ports, now } = request;
  const key = { edition: edition.edition, organisation: organisationId(edition.edition, form) };
  const { reference } = await accept(request, {
    edition: edition.edition,
    usuallyNew: true,
    find: () => ports.read.get('organisation', key),
    decide: (current) => signUpOrganisation(current, { edition, form, now }),
    writes: (state, when) => [{ put: 'organisation', item: state, when }],
    reference: ({ organisation }) => referenceOf(organisation),
    sends: [
      { route: 'organisations', address: form.contact.email },
      ...(form.colleagues ?? []).map((address) => ({ route: 'colleagues', address }) as const),
    ],
  });
  return { reference, subject: key.organisation };
}
