import { idOf } from '../kernel/ids.ts';
import { halfDaysOf, type Edition } from './edition.ts';
import type { EventForm } from './event-forms.ts';
import type { OrganisationForm } from './organisation.ts';
import type { RegistrationForm } from './registration.ts';
import type { School } from './school.ts';
import { trialAuthority } from './trial.ts';
import type { VolunteerForm } from './volunteer.ts';

// What a draft is tried with. All of it is made up and says so; every address ends in `.example`, which nobody can own.

const schools = [
  { urn: '999801', name: 'Alder Bank Primary School', town: 'Fictional', highAge: 11, pupils: 240, mailbox: 'alder-bank' },
  { urn: '999802', name: 'Bramble Lane Primary School', town: 'Fictional', highAge: 11, pupils: 180, mailbox: 'bramble-lane' },
  { urn: '999803', name: 'Canal Street Infant School', town: 'Fictional', highAge: 7, pupils: 120, mailbox: 'canal-street' },
  { urn: '999804', name: 'Dovecote Junior School', town: 'Fictional', highAge: 11, pupils: 200, mailbox: 'dovecote' },
] as const;

/** The made-up schools, as the register would have them. The last has not registered: it is there to try that with. */
export const trialSchools: readonly School[] = schools.map(({ urn, name, town, highAge, pupils }) => ({
  urn,
  la: trialAuthority,
  name: `${name} (fictional)`,
  phase: 'Primary',
  status: 'open',
  town,
  postcode: 'ZZ99 9ZZ',
  lowAge: 4,
  highAge,
  pupils,
  digest: idOf('trial school', urn, name),
}));

const agreed = { rules: true, neverAlone: true, photoId: true, noDbsCopy: true };
const person = (name: string, email: string) => ({ name: `${name} (fictional)`, email });

/** Somebody made up, and whether they confirm. */
export type TrialPerson<F> = { readonly form: F; readonly confirms: boolean };

/** The schools that register: a host that also visits, a visitor, and one that has not confirmed. */
export function trialRegistrations(edition: Edition): TrialPerson<RegistrationForm>[] {
  const halfDays = halfDaysOf(edition).slice(0, 4);
  const common = { halfDays, cohorts: { year3: 28, year4: 30 } };
  return schools.slice(0, 3).map(({ urn, mailbox }, index) => ({
    confirms: index < 2,
    form: {
      ...common,
      urn,
      ...(index === 0
        ? { roles: ['host', 'attending'], hallCapacity: 120, accessNeeds: 'Step-free access (test data)' }
        : { roles: ['attending', 'online'] }),
      contact: person(`Test contact ${index + 1}`, `office@${mailbox}.example`),
    },
  }));
}

/** The organisations that offer sessions; the last has not confirmed. */
export function trialOrganisations(edition: Edition): TrialPerson<OrganisationForm>[] {
  const halfDays = halfDaysOf(edition).slice(0, 4);
  const offers = [
    ['Bridges and Boats', 'engineering-manufacturing', 'bridges'],
    ['Fire and Water', 'emergency-services', 'fire'],
    ['Green Fields', 'environment-farming', 'fields'],
    ['Paper and Ink', 'arts-media', 'paper'],
  ] as const;
  return offers.map(([name, sector, mailbox], index) => ({
    confirms: index < 3,
    form: {
      name: `${name} (fictional)`,
      sector,
      sessionTitle: `A day at ${name} (test data)`,
      formats: ['rotation', 'special-in-school', 'online'],
      halfDays,
      workshopsPerHalfDay: 4,
      placesPerWorkshop: 30,
      yearGroups: ['year3', 'year4', 'year5', 'year6'],
      safeguarding: agreed,
      contact: person(`Test visitor ${index + 1}`, `team@${mailbox}.example`),
      publicCredit: true,
    },
  }));
}

/** The volunteers: one with an organisation, one alone, and one who has not confirmed. */
export function trialVolunteers(edition: Edition, organisation: string | undefined): TrialPerson<VolunteerForm>[] {
  const halfDays = halfDaysOf(edition).slice(0, 4);
  return [1, 2, 3].map((number) => ({
    confirms: number < 3,
    form: {
      contact: person(`Test volunteer ${number}`, `helper-${number}@volunteers.example`),
      ...(number === 1 && organisation !== undefined ? { organisation } : {}),
      halfDays,
      offer: 'Tell about my work (test data)',
      safeguarding: agreed,
    },
  }));
}

type Part = { readonly organisations: readonly string[]; readonly volunteers: readonly string[] };

/** One event of each kind, with those who come to it by id; on as many half-days as there are. */
export function trialEvents(edition: Edition, { organisations, volunteers }: Part): EventForm[] {
  const halfDays = halfDaysOf(edition);
  const at = (index: number) => halfDays[index % halfDays.length] ?? '';
  const [host] = schools;
  const common = { sessions: 4, places: 90, despiteClash: true };
  return [
    {
      ...common,
      reference: 'test-rotation',
      kind: 'rotation',
      title: 'Test rotation (fictional)',
      organisations: [...organisations],
      volunteers: [...volunteers],
      host: host.urn,
      halfDay: at(0),
    },
    {
      ...common,
      reference: 'test-visit',
      kind: 'special',
      title: 'Test visit (fictional)',
      organisations: organisations.slice(0, 1),
      venue: 'A made-up place',
      halfDay: at(1),
    },
    {
      ...common,
      reference: 'test-online',
      kind: 'online',
      title: 'Test on screen (fictional)',
      organisations: organisations.slice(1, 2),
      halfDay: at(2),
    },
  ];
}

/** Which of the made-up schools, by number, come to which event, with how many pupils of which year. */
export const trialBookings = [
  { event: 'test-rotation', urn: schools[0].urn, cohorts: { year4: 30 } },
  { event: 'test-rotation', urn: schools[1].urn, cohorts: { year4: 28 } },
  { event: 'test-visit', urn: schools[1].urn, cohorts: { year3: 25 } },
] as const;
