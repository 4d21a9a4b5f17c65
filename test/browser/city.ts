import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import {
  agreed,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organisationForm,
  organiserList,
  schoolForm,
  startLarkford,
} from '../flow/larkford.ts';

/** The fictional city as its pages are visited: who holds which cookie, and the ids that stand in addresses. */
export type City = Larkford & {
  /** `name=value` of whoever has one: `organiser`, or who opened a mailed link. */
  readonly cookies: Map<string, string>;
  /** The paths of mailed links that nobody has opened, by mail address. */
  readonly link: (email: string) => string;
  readonly ids: Map<string, string>;
};

export const publicPath = `/editions/${edition}`;
export const organiserPath = `/organiser/editions/${edition}`;
/** The afternoon of the edition's last day, when the schools are asked. */
export const lastAfternoon = instant.parse('2025-03-14T16:20:00.000Z');

/** Starts the city: schools in the register, an open edition, and nobody who has signed up. */
export async function startCity(): Promise<City> {
  const larkford = await startLarkford();
  return {
    ...larkford,
    cookies: new Map([['organiser', larkford.organiser]]),
    ids: new Map(),
    link: (email) => new URL(newestLink(larkford, email)).pathname,
  };
}

function newestLink({ system }: Larkford, email: string): string {
  const [mail] = system.inbox.list({ to: email, limit: 1 });
  const link = mail?.links.find((one) => one.includes('/l/'));
  if (!link) throw new Error(`no link was mailed to ${email}`);
  return link;
}

const longName = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

/** People sign up and some confirm; an event is recorded, booked and counted; one mail bounces. */
export async function fillCity(city: City): Promise<void> {
  const { system, client } = city;
  await post(
    city,
    `${publicPath}/schools/register`,
    schoolForm({ wishes: 'Green jobs.\nPeople who make things.', accessNeeds: 'Step-free access' }),
  );
  await post(
    city,
    `${publicPath}/schools/register`,
    schoolForm({
      urn: '900002',
      roles: ['attending', 'online'],
      hallCapacity: undefined,
      'contact.email': 'office@bramble-lane.example',
    }),
  );
  await post(
    city,
    `${publicPath}/schools/register`,
    schoolForm({ urn: '900003', 'contact.email': 'office@canal-street.example', 'contact.telephone': '01632 960 002' }),
  );
  await post(city, `${publicPath}/organisations/sign-up`, organisationForm({ needs: 'A screen' }));
  await post(
    city,
    `${publicPath}/organisations/sign-up`,
    organisationForm({ name: `${longName} Fictional Works`, 'contact.email': 'team@works.example', formats: ['online'] }),
  );
  await system.settle();
  const { organisations = [] } = await organiserList(city, 'organisations');
  const offer = organisations.find(({ name }) => name === 'Fictional Engineering')?.['organisation'] ?? '';
  city.ids.set('organisation', offer);
  const volunteer = { 'contact.name': 'V. Fictional', halfDays: [halfDay], ...agreed };
  await post(city, `${publicPath}/volunteers/sign-up`, {
    ...volunteer,
    'contact.email': 'volunteer@engineering.example',
    organisation: offer,
    offer: 'Show my tools',
  });
  await post(city, `${publicPath}/volunteers/sign-up`, {
    ...volunteer,
    'contact.name': longName,
    'contact.email': 'alone@volunteer.example',
  });
  await system.settle();
  for (const [who, email] of confirming) await confirm(city, who, email);
  for (const [who, email] of waiting) city.cookies.set(who, await openLink(city, email));
  await system.settle();
  await holdEvent(city);
  await openClass(city);
  await client.post('/local/bounce', { to: 'office@canal-street.example' });
  await count(city);
}

/** Who confirms, by the name under which their cookie is held. */
export const confirming = [
  ['school', 'office@alder-bank.example'],
  ['guest', 'office@bramble-lane.example'],
  ['organisation', 'team@engineering.example'],
  ['volunteer', 'volunteer@engineering.example'],
] as const;
/** Who has not confirmed. */
export const waiting = [
  ['waiting school', 'office@canal-street.example'],
  ['waiting organisation', 'team@works.example'],
  ['waiting volunteer', 'alone@volunteer.example'],
] as const;

async function confirm(city: City, who: string, email: string): Promise<void> {
  const cookie = await openLink(city, email);
  city.cookies.set(who, cookie);
  await post(city, '/my/place/confirm', {}, cookie);
}

async function holdEvent(city: City): Promise<void> {
  const organiser = city.cookies.get('organiser');
  const { registrations = [] } = await organiserList(city, 'registrations');
  const idOf = (urn: string) =>
    registrations.find(({ registration }) => registration['urn'] === urn)?.registration['registration'];
  city.ids.set('school', idOf('900001') ?? '');
  const { volunteers = [] } = await organiserList(city, 'volunteers');
  const volunteer = volunteers.find(({ organisation }) => organisation === city.ids.get('organisation'))?.['volunteer'] ?? '';
  city.ids.set('volunteer', volunteer);
  const events = {
    host: '900001',
    halfDay,
    despiteClash: 'yes',
    sessions: 4,
    places: 90,
    organisations: [city.ids.get('organisation') ?? ''],
  };
  await post(
    city,
    `${organiserPath}/events`,
    { ...events, volunteers: [volunteer], reference: 'monday', kind: 'rotation', title: 'Monday rotation' },
    organiser,
  );
  await post(
    city,
    `${organiserPath}/events`,
    { ...events, reference: 'empty', kind: 'special', title: `A visit to ${longName}`, venue: 'Own site' },
    organiser,
  );
  for (const [reference, title] of furtherEvents) {
    await post(city, `${organiserPath}/events`, { ...events, host: undefined, reference, kind: 'online', title }, organiser);
    await post(
      city,
      `${organiserPath}/events/${reference}/bookings`,
      { registration: idOf('900002'), 'cohorts.year4': 12 },
      organiser,
    );
  }
  await post(
    city,
    `${organiserPath}/events/monday/bookings`,
    { registration: idOf('900001'), 'cohorts.year4': 30, 'cohorts.year5': 28 },
    organiser,
  );
  await post(city, `${organiserPath}/events/monday/bookings`, { registration: idOf('900002'), 'cohorts.year4': 25 }, organiser);
  await post(city, `${organiserPath}/events/monday/attendance`, { urn: '900001', attended: 55 }, organiser);
  const adults = ['Alder Bank', 'Alder Bank', 'Bramble Lane'].map((name) => `${name} Primary School (fictional): A. Fictional`);
  const limits = { starts: '09:15', slots: 4, minutes: 20, between: 5, rooms: 'Hall', smallest: 10, largest: 30, mixed: 1 };
  await post(city, `${organiserPath}/events/monday/rotation`, { ...limits, adults: adults.join('\n') }, organiser);
}

async function openClass(city: City): Promise<void> {
  const { client, cookies, ids } = city;
  const { location } = await client.post('/my/classes', { event: 'monday', year: 'year4', pupils: 30 }, cookies.get('school'));
  ids.set('class', location.split('/').at(-1) ?? '');
  const twice = { event: 'monday', year: 'year5', pupils: 28, rounds: 'twice' };
  const course = await client.post('/my/classes', twice, cookies.get('school'));
  const ofParents = await client.post(
    '/my/classes',
    { event: 'monday', year: 'year4', pupils: 30, who: 'parents' },
    cookies.get('school'),
  );
  ids.set('parents', ofParents.location.split('/').at(-1) ?? '');
  ids.set('course', course.location.split('/').at(-1) ?? '');
}

/** Events of the school that comes to several. */
const furtherEvents = [
  ['engineer', 'Ask an engineer'],
  ['baker', 'Ask a baker'],
] as const;

/** The week is over: schools are asked, one answers, and the figures are published. */
export async function closeWeek(city: City): Promise<void> {
  const { system, cookies } = city;
  await post(city, `${organiserPath}/state`, { state: 'running' }, cookies.get('organiser'));
  await post(city, `${organiserPath}/events/monday/attendance`, { urn: '900002', attended: 24 }, cookies.get('organiser'));
  for (const [event] of furtherEvents) {
    await post(city, `${organiserPath}/events/${event}/attendance`, { urn: '900002', attended: 12 }, cookies.get('organiser'));
  }
  system.clock.set(lastAfternoon);
  cookies.set('organiser', await signInAsOrganiser(system.origin));
  await post(city, `${organiserPath}/state`, { state: 'surveying' }, cookies.get('organiser'));
  await system.settle();
  await system.runJob('invite-schools');
  await system.settle();
  cookies.set('asked school', await openLink(city, 'office@alder-bank.example'));
  cookies.set('asked guest', await openLink(city, 'office@bramble-lane.example'));
  cookies.set('organisation', await openLink(city, 'team@engineering.example'));
  const answers = { enjoyed: 5, again: 4, quote: 'They talked of nothing else for a week.', quoteConsent: 'yes' };
  await post(city, '/my/survey/monday', answers, cookies.get('asked guest'));
  await post(city, '/my/survey/engineer', { enjoyed: 3, improve: 'More time for questions.' }, cookies.get('asked guest'));
  await post(city, '/my/survey/baker', { tookPart: 'no' }, cookies.get('asked guest'));
  await count(city);
  await system.runJob('remind-of-visits');
  await count(city);
  await post(city, `${organiserPath}/impact/prepare`, { actions: 'Do it again' }, cookies.get('organiser'));
  const second = await signInAsOrganiser(system.origin, localOrganisers[1].id);
  await post(city, `${organiserPath}/impact/publish`, { version: 1 }, second);
  await system.settle();
}

/** Fifteen days after the answers: they can be changed no more. */
export async function settleAnswers({ system, cookies, ...city }: City): Promise<void> {
  system.clock.set(secondsAfter(lastAfternoon, 15 * 86_400));
  cookies.set('asked guest', await openLink({ system, ...city }, 'office@bramble-lane.example'));
  cookies.set('asked school', await openLink({ system, ...city }, 'office@alder-bank.example'));
  cookies.set('organiser', await signInAsOrganiser(system.origin));
}

/** The edition's last state; a message that nobody could handle lies among the dead letters. */
export async function endEdition(city: City): Promise<void> {
  await post(city, `${organiserPath}/state`, { state: 'reported' }, city.cookies.get('organiser'));
  await city.system.settle();
  const [queue = ''] = city.system.queues.names;
  city.system.queues.bury(queue, JSON.stringify({ id: 'fictional', detail: 'x'.repeat(400) }));
}

async function count({ system }: City): Promise<void> {
  await system.settle();
  await system.runJob('aggregate');
  await system.settle();
}

/** Posts a form that must be accepted. */
export async function post({ client }: City, ...request: Parameters<City['client']['post']>): Promise<void> {
  const { status, text } = await client.post(...request);
  if (status !== 303) throw new Error(`${request[0]} answered ${status}: ${/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`);
}
