import { instant } from '#shared/kernel/time.ts';
import { yearGroups } from '#shared/domain/fields.ts';
import { signInAsOrganiser } from '../sign-in-client.ts';
import type { LocalSystem } from '../system.ts';
import { type HttpClient, httpClient, type Posted } from './http-client.ts';
import { Ledger } from './ledger.ts';
import type { Plan, PlannedEvent, PlannedOrganisation, PlannedResponse, PlannedSchool } from './plan.ts';

export const edition = 'coventry-2025';
const publicPath = `/editions/${edition}`;
const organiserPath = `/organiser${publicPath}`;

/** Who runs the week in the replay. */
export type City = { readonly name: string; readonly localAuthority: string };

/** Sets the programme and its 2025 edition up, as an organiser, by forms. */
export async function openEdition(system: LocalSystem, city: City): Promise<void> {
  const client = httpClient(system.origin);
  const cookie = await signInAsOrganiser(system.origin);
  const programme = {
    programme: 'primary-aspirations-week',
    name: `${city.name} Primary Aspirations Week`,
    city: city.name,
    localAuthorities: [city.localAuthority],
    'organiser.name': 'Steering group (simulated)',
    'organiser.email': 'steering-group@programme.example',
  };
  must(await client.post('/organiser/programmes', programme, cookie), 303);
  const dates = {
    starts: '2025-03-03',
    ends: '2025-03-07',
    registrationOpens: '2025-01-06',
    registrationCloses: '2025-02-28',
    surveyCloses: '2025-03-28',
  };
  must(
    await client.post(
      '/organiser/editions',
      { edition, programme: 'primary-aspirations-week', name: `${programme.name} 2025`, ...dates },
      cookie,
    ),
    303,
  );
  must(await client.post(`${organiserPath}/state`, { state: 'open' }, cookie), 303);
}

/** Posts a whole planned week in simulated time and answers with the client's own count of what was accepted. */
export async function runWeek(system: LocalSystem, plan: Plan, report: (line: string) => void): Promise<Ledger> {
  const client = httpClient(system.origin);
  const ledger = new Ledger();
  const week: Week = { system, client, ledger, cookie: '', organisations: new Map(), registrations: new Map() };
  report('January: schools register, organisations and volunteers sign up');
  await moveTo(week, '2025-01-13T10:00:00.000Z');
  for (const school of plan.schools) await registerSchool(week, school);
  for (const [index, organisation] of plan.organisations.entries()) await signUp(week, organisation, index);
  await settle(system);
  report('Everybody confirms by the link in their mail');
  for (const school of plan.schools) await confirmSchool(week, school);
  for (const organisation of plan.organisations) await pressLink(week, organisation.email, '/my/place/confirm', {});
  await moveTo(week, '2025-02-03T10:00:00.000Z');
  report('February: the organiser records events and books schools');
  await readIds(week, plan);
  for (const event of plan.events) await recordAndBook(week, event);
  must(await client.post(`${organiserPath}/state`, { state: 'running' }, week.cookie), 303);
  for (const event of [...plan.events].sort((a, b) => a.halfDay.localeCompare(b.halfDay))) await takeAttendance(week, event);
  report('7 March, 16:15: the schedule asks the schools how it was');
  await moveTo(week, '2025-03-07T12:00:00.000Z');
  await moveTo(week, '2025-03-07T16:16:00.000Z');
  ledger.invited = ledger.tookPart();
  await moveTo(week, '2025-03-10T09:00:00.000Z');
  for (const response of plan.responses) await answer(week, response);
  await settle(system);
  return ledger;
}

type Week = {
  readonly system: LocalSystem;
  readonly client: HttpClient;
  readonly ledger: Ledger;
  cookie: string;
  readonly organisations: Map<number, string>;
  readonly registrations: Map<string, string>;
};

/** Moves the clock on; the organiser signs in anew, since a session lasts half a day. */
async function moveTo(week: Week, moment: string): Promise<void> {
  week.system.clock.set(instant.parse(moment));
  await settle(week.system);
  week.cookie = await signInAsOrganiser(week.system.origin);
}

/** Waits until everything that was caused has happened and is counted. */
export async function settle(system: LocalSystem): Promise<void> {
  await system.settle();
  await system.runJob('aggregate');
  await system.settle();
}

/** The answer, if it has the status it must have; otherwise says what the page complains of. */
export function must(posted: Posted, status: number): Posted {
  if (posted.status !== status)
    throw new Error(
      `expected ${status}, got ${posted.status}: ${/<h1[^>]*>([^<]*)/.exec(posted.text)?.[1] ?? ''} ${/govuk-error-summary__list[^]*?<\/ul>/.exec(posted.text)?.[0] ?? ''}`,
    );
  return posted;
}

/** Headcounts spread over Years 3 to 6. */
function cohorts(pupils: number): Record<string, number> {
  const years = yearGroups.slice(3);
  return Object.fromEntries(
    years.map((year, index) => [`cohorts.${year}`, Math.floor((pupils * (index + 1)) / 4) - Math.floor((pupils * index) / 4)]),
  );
}

async function registerSchool({ client, ledger }: Week, school: PlannedSchool): Promise<void> {
  const form = {
    urn: school.urn,
    roles: school.roles,
    'contact.name': 'School office (simulated)',
    'contact.email': school.email,
    ...cohorts(school.pupils),
    hallCapacity: school.roles.includes('host') ? 120 : undefined,
    halfDays: school.halfDays,
  };
  must(await client.post(`${publicPath}/schools/register`, form), 303);
  ledger.accepted += 1;
}

async function signUp({ client, ledger }: Week, organisation: PlannedOrganisation, index: number): Promise<void> {
  const offer = {
    name: organisation.name,
    sector: organisation.sector,
    formats: organisation.formats,
    halfDays: ['2025-03-03-am', '2025-03-05-pm'],
    workshopsPerHalfDay: 4,
    placesPerWorkshop: 30,
    yearGroups: yearGroups.slice(3),
    'contact.name': 'Volunteering team (simulated)',
    'contact.email': organisation.email,
    ...agreed,
    publicCredit: index < 7 ? 'yes' : 'no',
  };
  must(await client.post(`${publicPath}/organisations/sign-up`, offer), 303);
  ledger.accepted += 1;
  for (let person = 1; person <= organisation.volunteers; person += 1) {
    const form = {
      'contact.name': `Volunteer ${person} (simulated)`,
      'contact.email': `volunteer-${index + 1}-${person}@organisation.example`,
      organisationName: organisation.name,
      halfDays: ['2025-03-03-am'],
      ...agreed,
    };
    must(await client.post(`${publicPath}/volunteers/sign-up`, form), 303);
    ledger.accepted += 1;
  }
}

const agreed = {
  'safeguarding.rules': 'yes',
  'safeguarding.neverAlone': 'yes',
  'safeguarding.photoId': 'yes',
  'safeguarding.noDbsCopy': 'yes',
};

async function confirmSchool(week: Week, school: PlannedSchool): Promise<void> {
  if (school.ends === 'link') await pressLink(week, school.email, '/my/place/confirm', {});
  if (school.ends !== 'organiser') return;
  const rows = await registrationsOf(week);
  const path = `${organiserPath}/registrations/${school.urn}/${rows.get(school.urn)}/approve`;
  must(await week.client.post(path, {}, week.cookie), 303);
  week.ledger.accepted += 1;
}

/** Opens the newest link mailed to an address, presses Continue, and posts a form under the link's session. */
async function pressLink(
  { system, client, ledger }: Week,
  email: string,
  path: string,
  form: Parameters<HttpClient['post']>[1],
): Promise<void> {
  const [mail] = system.inbox.list({ to: email, limit: 1 });
  const link = mail?.links.find((one) => one.includes('/l/'));
  if (!link) throw new Error(`no link was mailed to ${email}`);
  const { cookie } = must(await client.post(new URL(link).pathname, {}), 303);
  must(await client.post(path, form, cookie), 303);
  ledger.accepted += 1;
}

async function registrationsOf({ client, cookie }: Week): Promise<Map<string, string>> {
  const rows = listIn(await client.read(`${organiserPath}/registrations`, cookie), 'registrations');
  return new Map(rows.map((row) => [textIn(row, 'registration', 'urn'), textIn(row, 'registration', 'registration')]));
}

async function readIds(week: Week, plan: Plan): Promise<void> {
  for (const [urn, id] of await registrationsOf(week)) week.registrations.set(urn, id);
  const offers = listIn(await week.client.read(`${organiserPath}/organisations`, week.cookie), 'organisations');
  for (const [index, { name }] of plan.organisations.entries()) {
    const offer = offers.find((one) => textIn(one, 'name') === name);
    if (offer) week.organisations.set(index, textIn(offer, 'organisation'));
  }
}

async function recordAndBook({ client, cookie, ledger, organisations, registrations }: Week, event: PlannedEvent): Promise<void> {
  const form = {
    reference: event.reference,
    kind: event.kind,
    title: event.title,
    organisations: event.organisations.map((index) => organisations.get(index) ?? ''),
    host: event.host,
    venue: event.venue,
    halfDay: event.halfDay,
    // The plan is given: two events of one half-day may share an organisation that sends several people.
    despiteClash: 'yes',
    sessions: event.sessions,
    places: event.places,
  };
  must(await client.post(`${organiserPath}/events`, form, cookie), 303);
  ledger.accepted += 1;
  ledger.events.set(event.reference, {
    online: event.kind === 'online',
    host: event.host,
    organisations: event.organisations,
    came: new Map(),
  });
  for (const { urn, pupils, tooMany } of event.bookings) {
    const booking = { registration: registrations.get(urn), ...cohorts(pupils) };
    must(await client.post(`${organiserPath}/events/${event.reference}/bookings`, booking, cookie), tooMany ? 409 : 303);
    if (tooMany) ledger.refused += 1;
    else ledger.accepted += 1;
  }
}

async function takeAttendance(week: Week, event: PlannedEvent): Promise<void> {
  const { system, client, ledger } = week;
  const [day, half] = [event.halfDay.slice(0, 10), event.halfDay.slice(11)];
  const moment = `${day}T${half === 'am' ? '12' : '15'}:30:00.000Z`;
  if (moment > system.clock.now()) await moveTo(week, moment);
  for (const { urn, headcounts, tooMany } of event.bookings) {
    for (const attended of tooMany ? [] : headcounts) {
      must(await client.post(`${organiserPath}/events/${event.reference}/attendance`, { urn, attended }, week.cookie), 303);
      ledger.accepted += 1;
      ledger.events.get(event.reference)?.came.set(urn, attended);
    }
  }
}

async function answer(week: Week, { urn, event, sent, quote }: PlannedResponse): Promise<void> {
  for (const answers of sent) {
    await pressLink(week, `office@school-${urn}.example`, `/my/survey/${event}`, {
      tookPart: 'yes',
      ...answers,
      quote,
      quoteConsent: quote ? 'yes' : undefined,
    });
    week.ledger.answer(urn, event, answers);
    await week.system.settle();
  }
}

function listIn(value: unknown, field: string): unknown[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  if (!Array.isArray(list)) throw new Error(`the answer holds no ${field}`);
  return list;
}

function textIn(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (one, field) => (typeof one === 'object' && one !== null ? Reflect.get(one, field) : undefined),
    value,
  );
  if (typeof found !== 'string') throw new Error(`the answer holds no ${path.join('.')}`);
  return found;
}
