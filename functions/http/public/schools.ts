import { halfDaysOf } from '#shared/domain/edition.ts';
import { type RegistrationForm, registrationId, submitRegistration } from '#shared/domain/registration.ts';
import { requireOnRoll } from '#shared/domain/roll.ts';
import { isOpen, searchSchools } from '#shared/domain/school.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { findSchoolPage, registerPage } from '#web/schools/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { type EditionAndProgramme, findPublicEdition, findSchool, schoolsOf } from '../find.ts';

/** How many schools one page of results shows. */
const shown = 20;

/** Finds schools by name, postcode or URN; shows all three. */
export async function findSchools(call: Call<'GET /editions/{edition}/schools', 'public'>): Promise<Answer> {
  const {
    ports: { read },
    params,
    query,
  } = call;
  const found = await findPublicEdition(call);
  const wanted = query['q']?.slice(0, 100);
  const schools = wanted ? searchSchools(await schoolsOf(found.programme, read), wanted, shown) : [];
  const registered = schools.length > 0 ? await registeredIn(read, params.edition) : undefined;
  return {
    page: findSchoolPage({ ...found, query: wanted, schools, registered }),
    data: { schools: schools.map(({ urn, name, town, postcode }) => ({ urn, name, town, postcode })) },
  };
}

/** When each school that holds a place confirmed it. */
async function registeredIn(read: TableReader, edition: string): Promise<ReadonlyMap<string, Instant>> {
  const registrations = await read.list('registration', { edition });
  return new Map(
    registrations.flatMap(({ urn, state, confirmedAt }) => (state === 'confirmed' && confirmedAt ? [[urn, confirmedAt]] : [])),
  );
}

type Route = 'GET /editions/{edition}/schools/register' | 'POST /editions/{edition}/schools/register';

/** The registration form for the school in `urn`, empty or as it was filled in. */
export async function showRegister(call: Call<Route, 'public'>, filled?: Filled): Promise<Answer> {
  const {
    ports: { read },
    query,
    newId,
  } = call;
  const found = await findPublicEdition(call);
  const urn = filled?.values['urn']?.[0] ?? query['urn'] ?? '';
  const school = /^\d{6}$/.test(urn) ? await findSchool(found.programme, urn, read) : undefined;
  return { page: registerPage({ ...found, school, halfDays: halfDaysOf(found.edition), requestKey: newId(), filled }) };
}

/** Keeps a school's registration and sends its link. */
export async function registerSchool(call: PostCall<'POST /editions/{edition}/schools/register', 'public'>): Promise<Answer> {
  const found = await findPublicEdition(call);
  return receipt(found.edition.edition, await keepRegistration(call, found, call.body));
}

/** What was kept of a sign-up: the reference its sender is told, and its own id. */
export type Kept = { readonly reference: string; readonly subject: string };

/** Keeps one registration and has its link sent. Invalid `school-unknown` for a school that is closed or not in the list. */
export async function keepRegistration(
  request: Request,
  { edition, programme }: EditionAndProgramme,
  form: RegistrationForm,
): Promise<Kept> {
  const { ports, now } = request;
  const school = await findSchool(programme, form.urn, ports.read);
  if (!school || !isOpen(school)) {
    const message = 'Choose an open school from the list';
    throw new AppError('invalid', 'school-unknown', `${message}.`, [{ path: 'urn', message }]);
  }
  requireOnRoll(school, form.cohorts);
  const key = { edition: edition.edition, urn: form.urn, registration: registrationId(edition.edition, form) };
  const { reference } = await accept(request, {
    edition: edition.edition,
    usuallyNew: true,
    find: () => ports.read.get('registration', key),
    decide: (current) => submitRegistration(current, { edition, form, schoolName: school.name, now }),
    writes: (state, when) => [{ put: 'registration', item: state, when }],
    reference: ({ registration }) => referenceOf(registration),
    sends: [{ route: 'schools', address: form.contact.email }],
  });
  return { reference, subject: key.registration };
}

/** The same answer for every sign-up: a receipt to go to, and for JSON its reference. */
export function receipt(edition: string, { reference }: Kept): Answer {
  return { status: 201, seeOther: `/editions/${edition}/received/${reference}`, data: { reference, next: 'confirm-by-email' } };
}
