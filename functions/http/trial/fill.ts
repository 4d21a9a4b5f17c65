import { halfDaysOf } from '#shared/domain/edition.ts';
import { confirmOrganisation, organisationId } from '#shared/domain/organisation.ts';
import { registrationId } from '#shared/domain/registration.ts';
import { startTrial } from '#shared/domain/trial.ts';
import {
  trialBookings,
  trialEvents,
  trialOrganisations,
  trialRegistrations,
  trialSchools,
  trialVolunteers,
} from '#shared/domain/trial-data.ts';
import { confirmVolunteer, volunteerId } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import type { Request } from '../accept.ts';
import { confirmSchool } from '../confirm-school.ts';
import { type EditionAndProgramme, findEdition } from '../find.ts';
import { keepVisitor } from '../my/keep-visitor.ts';
import { addEvent, book } from '../organiser/events.ts';
import { keepOrganisation } from '../public/organisations.ts';
import { keepRegistration } from '../public/schools.ts';
import { keepVolunteer } from '../public/volunteers.ts';
import { keepEdition } from './keep-edition.ts';

type Fill = PostCall<'POST /organiser/editions/{edition}/trial/fill', 'trial'>;

/**
 * Fills a draft with made-up schools, organisations, volunteers and events, by what the public and organisers use for real
 * ones, so that all that follows from them follows. Pressed again, it adds what an interruption left out.
 */
export async function fill(call: Fill): Promise<Answer> {
  const { ports, params, now } = call;
  // One key cannot stand for several writes; each finds what is there already.
  const request: Request = { ...call, requestKey: undefined };
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  if (halfDaysOf(edition).length === 0) {
    throw new AppError('conflict', 'no-half-days', 'This edition has no school day yet. Set its days first.');
  }
  const empty = await isEmpty(ports.read, params.edition);
  await keepEdition(request, params.edition, (current) => startTrial(current, { empty, now }));
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  await ports.write.bulk(trialSchools.map((item) => ({ put: 'school', item, when: 'any' })));
  await fillSchools(request, found);
  const organisations = await fillOrganisations(request, found);
  const volunteers = await fillVolunteers(request, found, organisations[0]);
  await fillEvents(request, found, { organisations, volunteers });
  return { seeOther: `/organiser/editions/${params.edition}/trial`, data: { state: 'filled' } };
}

async function isEmpty(read: TableReader, edition: string): Promise<boolean> {
  const kinds = ['registration', 'organisation', 'volunteer', 'event'] as const;
  const found = await Promise.all(kinds.map((kind) => read.list(kind, { edition }, { limit: 1 })));
  return found.every((some) => some.length === 0);
}

async function fillSchools(request: Request, found: EditionAndProgramme): Promise<void> {
  const { edition } = found.edition;
  for (const { form, confirms } of trialRegistrations(found.edition)) {
    const registration = registrationId(edition, form);
    const there = await request.ports.read.get('registration', { edition, urn: form.urn, registration });
    if (!there) await keepRegistration(request, found, form);
    if (confirms) await confirmSchool(request, { edition, urn: form.urn, subject: registration }, 'organiser');
  }
}

/** The ids of those who confirm. */
async function fillOrganisations(request: Request, found: EditionAndProgramme): Promise<string[]> {
  const { edition } = found.edition;
  const confirmed: string[] = [];
  for (const { form, confirms } of trialOrganisations(found.edition)) {
    const organisation = organisationId(edition, form);
    if (!(await request.ports.read.get('organisation', { edition, organisation }))) await keepOrganisation(request, found, form);
    if (!confirms) continue;
    const session = { edition, purpose: 'organisation', subject: organisation } as const;
    await keepVisitor({ ...request, session }, { organisation: (current) => confirmOrganisation(current, request.now) });
    confirmed.push(organisation);
  }
  return confirmed;
}

async function fillVolunteers(request: Request, found: EditionAndProgramme, of: string | undefined): Promise<string[]> {
  const { edition } = found.edition;
  const confirmed: string[] = [];
  for (const { form, confirms } of trialVolunteers(found.edition, of)) {
    const volunteer = volunteerId(edition, form);
    if (!(await request.ports.read.get('volunteer', { edition, volunteer }))) await keepVolunteer(request, found, form);
    if (!confirms) continue;
    const session = { edition, purpose: 'volunteer', subject: volunteer } as const;
    await keepVisitor({ ...request, session }, { volunteer: (current) => confirmVolunteer(current, request.now) });
    confirmed.push(volunteer);
  }
  return confirmed;
}

type People = { readonly organisations: readonly string[]; readonly volunteers: readonly string[] };

async function fillEvents(request: Request, { edition }: EditionAndProgramme, people: People): Promise<void> {
  const params = { edition: edition.edition };
  for (const body of trialEvents(edition, people)) await addEvent({ ...request, params, body });
  const registrations = await request.ports.read.list('registration', params);
  for (const { event, urn, cohorts } of trialBookings) {
    const school = registrations.find((one) => one.urn === urn);
    if (school) await book({ ...request, params: { ...params, event }, body: { registration: school.registration, cohorts } });
  }
}
