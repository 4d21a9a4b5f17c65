import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  confirmedSchool,
  edition,
  type Larkford,
  openLink,
  postJson,
  schoolForm,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
let organisation = '';
let registration = '';
const events = `/organiser/editions/${edition}/events`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  organisation = await signedUpOrganisation(larkford);
  const [school] = await larkford.read.list('registration', { edition }, { startsWith: '900001' });
  registration = school?.registration ?? '';
  await asOrganiser('', formOf({ reference: 'cancelled', halfDay: '2025-03-12-am' }));
  await asOrganiser('/cancelled/cancel', { version: 1, placesFree: 60 });
  await asOrganiser('', formOf({ reference: 'stands' }));
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) => postJson(larkford, `${events}${path}`, body, { cookie: larkford.organiser });
const formOf = (more: object) => ({
  reference: 'new',
  kind: 'special',
  title: 'Fictional event',
  organisations: [organisation],
  host: '900001',
  halfDay: '2025-03-11-am',
  sessions: 1,
  places: 60,
  ...more,
});

test.each([
  ['an event for no pupils', () => ({ places: 0 }), 422, 'Enter a whole number from 1 to 5000'],
  ['an event of no sessions', () => ({ sessions: 0 }), 422, 'Enter a whole number from 1 to 12'],
  ['29 February of a year that has none', () => ({ halfDay: '2025-02-29-am' }), 422, 'There is no such day as 2025-02-29'],
  ['a day out of term', () => ({ halfDay: '2025-08-04-am' }), 422, 'is outside'],
  ['an organisation twice', () => ({ organisations: [organisation, organisation] }), 422, 'Choose each organisation once'],
  ['a host that has not confirmed', () => ({ host: '900002' }), 422, 'Choose a host school that has confirmed'],
  ['a rotation without a host', () => ({ kind: 'rotation', host: undefined }), 422, 'A rotation event needs a host school'],
  ['another event under one short name', () => ({ reference: 'stands', title: 'Other' }), 409, 'Choose another reference'],
  [
    'a second event in the same hall',
    () => ({ reference: 'second', title: 'Other', halfDay: '2025-03-11-am' }),
    409,
    'hosts “Fictional event”',
  ],
] as const)('%s is refused with the reason, and nothing is kept', async (_, more, status, reason) => {
  const before = await larkford.read.list('event', { edition });
  const refused = await asOrganiser('', formOf(more()));
  expect(refused.status).toBe(status);
  expect(JSON.stringify(refused.body)).toContain(reason);
  expect(await larkford.read.list('event', { edition })).toEqual(before);
});

test.each([
  ['a cancelled event', 'cancelled', { year4: 5 }, 409, 'This event is cancelled'],
  ['more pupils than it has places', 'stands', { year4: 61 }, 409, 'This event has 60 places left, and 61 were asked for'],
  ['nobody', 'stands', { year4: 0 }, 422, 'Enter how many pupils will take part'],
  [
    'more pupils than are on its roll',
    'stands',
    { year3: 150, year4: 61 },
    422,
    'has 180 pupils at this school, and you entered 211',
  ],
] as const)('a booking of %s is refused with the reason', async (_, event, cohorts, status, reason) => {
  const refused = await asOrganiser(`/${event}/bookings`, { registration, cohorts });
  expect(refused.status).toBe(status);
  expect(JSON.stringify(refused.body)).toContain(reason);
});

test('a school that enters more pupils than it can have is told the number in the register, and may be one class more', async () => {
  const form = schoolForm({ urn: '900002', 'contact.email': 'office@second.example', 'cohorts.year5': 0 });
  const path = `/editions/${edition}/schools/register`;
  const refused = await larkford.client.post(path, { ...form, 'cohorts.year4': '231' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('The register of schools has 200 pupils at this school, and you entered 231');
  expect(await larkford.client.post(path, { ...form, 'cohorts.year4': '230' })).toMatchObject({ status: 303 });
});

test('one adult for more than a class is refused, and so are more pupils than the adults who come can lead', async () => {
  const cookie = await openLink(larkford, 'office@alder-bank.example');
  await asOrganiser('/stands/bookings', { registration, cohorts: { year4: 31 } });
  const path = '/my/place/bookings/stands';
  const send = (to: string, body: object) => postJson(larkford, `${path}${to}`, body, { cookie });
  expect(await send('/adult', { version: 1, adult: 'A. Fictional', adults: 1 })).toMatchObject({
    status: 422,
    body: {
      code: 'too-few-adults',
      errors: [{ path: 'adults', message: expect.stringContaining('31 pupils need at least 2 adults') }],
    },
  });
  expect(await send('/adult', { version: 1, adult: 'A. Fictional', adults: 2 })).toMatchObject({ status: 200 });
  const more = await send('', { version: 2, cohorts: { year3: 30, year4: 31 } });
  expect(more).toMatchObject({ status: 422, body: { code: 'too-few-adults' } });
  expect(await larkford.read.get('booking', { edition, event: 'stands', urn: '900001' })).toMatchObject({
    pupils: 31,
    adults: 2,
  });
});

test('a host that is booked into its own event takes part at home, once: no way to travel, and no second booking', async () => {
  const again = await asOrganiser('/stands/bookings', { registration, cohorts: { year5: 10 } });
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'already-booked', detail: expect.stringContaining('already booked') },
  });
  expect(await larkford.read.get('booking', { edition, event: 'stands', urn: '900001' })).toMatchObject({ pupils: 31 });
  await larkford.system.settle();
  const letters = larkford.system.inbox
    .list({ to: 'office@alder-bank.example' })
    .filter(({ subject }) => subject.startsWith('You have places for 31 pupils'));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain('At your own school');
  expect(letters[0]?.text).not.toMatch(/parking|coach/i);
});
