import type { FormFields } from '#local/demo/http-client.ts';
import {
  agreed,
  confirmedSchool,
  edition,
  type Larkford,
  openLink,
  organisationForm,
  organiserList,
} from '../../flow/larkford.ts';

export const week = 'Larkford Primary Aspirations Week 2025';
export const title = 'Thursday rotation';
export const thursday = 'Thursday 13 March: morning';
export const alder = 'Alder Bank Primary School (fictional)';
export const bramble = 'Bramble Lane Primary School (fictional)';
export const canal = 'Canal Street Infant School (fictional)';

/** The four who go round, the first of them by hand, and one who offered the same morning. */
export const firms = ['Fictional Engineering', 'Fictional Bakery', 'Fictional Radio', 'Fictional Nursery'] as const;
export const stepsIn = 'Fictional Bench';
export const [engineering, bakery] = firms;

export const addresses = {
  host: 'office@alder-bank.example',
  leaver: 'office@bramble-lane.example',
  waiter: 'office@canal-street.example',
  volunteer: 'every-day@volunteer.example',
} as const;

/** Where a firm is written to. */
export function addressOf(firm: string): string {
  return `team@${firm.toLowerCase().replaceAll(' ', '-')}.example`;
}

const schools = [
  ['900001', addresses.host],
  ['900002', addresses.leaver],
  ['900003', addresses.waiter],
] as const;
const thursdayMorning = '2025-03-13-am';
const events = `/organiser/editions/${edition}/events`;

/** The week as the organiser finds it: everybody has confirmed, and a volunteer said yes to three days with children. */
export async function setScene(larkford: Larkford): Promise<void> {
  for (const [urn, email] of schools) await confirmedSchool(larkford, { urn, 'contact.email': email });
  for (const name of [...firms, stepsIn]) {
    const form = { name, halfDays: [thursdayMorning], placesPerWorkshop: 16, 'contact.email': addressOf(name) };
    await signUp(larkford, 'organisations', organisationForm(form));
  }
  const helper = { 'contact.name': 'V. Fictional', 'contact.email': addresses.volunteer, ...agreed };
  await signUp(larkford, 'volunteers', { ...helper, halfDays: [thursdayMorning] });
  for (const [day, urn] of [
    ['10', '900001'],
    ['11', '900002'],
    ['12', '900003'],
  ] as const)
    await helpsOn(larkford, day, urn);
}

async function signUp(larkford: Larkford, what: 'organisations' | 'volunteers', form: FormFields): Promise<void> {
  const { client, system } = larkford;
  await client.post(`/editions/${edition}/${what}/sign-up`, form);
  await system.settle();
  await client.post('/my/place/confirm', {}, await openLink(larkford, String(form['contact.email'])));
  await system.settle();
}

async function helpsOn(larkford: Larkford, day: string, host: string): Promise<void> {
  const { client, system, organiser } = larkford;
  const { volunteers = [] } = await organiserList(larkford, 'volunteers');
  const { organisations = [] } = await organiserList(larkford, 'organisations');
  const bench = organisations.find(({ name }) => name === stepsIn)?.['organisation'] ?? '';
  const form = { kind: 'special', host, halfDay: `2025-03-${day}-am`, sessions: 1, places: 30, organisations: [bench] };
  const helper = volunteers[0]?.['volunteer'] ?? '';
  const event = { ...form, reference: `day-${day}`, title: `Workshops of the ${day}th`, volunteers: [helper] };
  await client.post(events, { ...event, despiteClash: 'yes' }, organiser);
  await system.settle();
  await client.post(`/my/offers/day-${day}`, { answer: 'accepted' }, await openLink(larkford, addresses.volunteer));
  await system.settle();
}

/** The other firms say yes by their links. */
export async function othersSayYes(larkford: Larkford): Promise<void> {
  for (const name of firms.slice(1)) {
    const cookie = await openLink(larkford, addressOf(name));
    await larkford.client.post('/my/offers/thursday', { answer: 'accepted' }, cookie);
  }
}
