import { halfDaysOf } from '#shared/domain/edition.ts';
import { id } from '#shared/domain/fields.ts';
import { signUpVolunteer, type VolunteerForm, volunteerId } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { volunteerSignUpPage } from '#web/volunteers/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { type EditionAndProgramme, findPublicEdition } from '../find.ts';
import { type Kept, receipt } from './schools.ts';

type Route = 'GET /editions/{edition}/volunteers/sign-up' | 'POST /editions/{edition}/volunteers/sign-up';

/** The volunteers' form, empty or as it was filled in; `organisation` ties it to an organisation that signed up. */
export async function showVolunteerForm(call: Call<Route, 'public'>, filled?: Filled): Promise<Answer> {
  const { query, newId } = call;
  const found = await findPublicEdition(call);
  const named = filled?.values['organisation']?.[0] ?? query['organisation'];
  const organisation = id.safeParse(named).success ? named : undefined;
  return {
    page: volunteerSignUpPage({ ...found, halfDays: halfDaysOf(found.edition), requestKey: newId(), filled, organisation }),
  };
}

/** Keeps a volunteer's offer and sends their link. */
export async function signVolunteerUp(call: PostCall<'POST /editions/{edition}/volunteers/sign-up', 'public'>): Promise<Answer> {
  const found = await findPublicEdition(call);
  return receipt(found.edition.edition, await keepVolunteer(call, found, call.body));
}

/** Keeps one volunteer's offer and has their link sent. Invalid `organisation-unknown` for one that never signed up. */
export async function keepVolunteer(request: Request, { edition }: EditionAndProgramme, form: VolunteerForm): Promise<Kept> {
  const { ports, now } = request;
  if (
    form.organisation &&
    !(await ports.read.get('organisation', { edition: edition.edition, organisation: form.organisation }))
  ) {
    const message = 'Use the link your organisation gave you, or leave the organisation out';
    throw new AppError('invalid', 'organisation-unknown', `${message}.`, [{ path: 'organisation', message }]);
  }
  const key = { edition: edition.edition, volunteer: volunteerId(edition.edition, form) };
  const { reference } = await accept(request, {
    edition: edition.edition,
    usuallyNew: true,
    find: () => ports.read.get('volunteer', key),
    decide: (current) => signUpVolunteer(current, { edition, form, now }),
    writes: (state, when) => [{ put: 'volunteer', item: state, when }],
    reference: ({ volunteer }) => referenceOf(volunteer),
    sends: [{ route: 'volunteers', address: form.contact.email }],
  });
  return { reference, subject: key.volunteer };
}
