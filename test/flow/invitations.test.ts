import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { createBrowser } from './browser.ts';
import { confirmedSchool, edition as last, type Larkford, openLink, organisationForm, startLarkford } from './larkford.ts';

// One year later: those who took part are invited with their own answers, the others by addresses that are typed in.

let larkford: Larkford;
const edition = 'larkford-2026';
const invitations = `/organiser/editions/${edition}/invitations`;
const nextJanuary = instant.parse('2026-01-12T10:00:00.000Z');

beforeAll(async () => {
  larkford = await startLarkford();
  const { system, client, organiser } = larkford;
  await confirmedSchool(larkford, { wishes: 'A vet, please' });
  await client.post(`/editions/${last}/organisations/sign-up`, organisationForm());
  await system.settle();
  await client.post('/my/place/confirm', {}, await openLink(larkford, 'team@engineering.example'));
  const dates = { starts: '2026-03-09', ends: '2026-03-13', surveyCloses: '2026-04-03' };
  const signUp = { registrationOpens: '2026-01-05', registrationCloses: '2026-02-20' };
  await client.post(`/organiser/editions/${last}/next`, { edition, name: 'Larkford Week 2026', ...dates, ...signUp }, organiser);
  system.clock.set(nextJanuary);
  larkford = { ...larkford, organiser: await signInAsOrganiser(system.origin) };
  await client.post(`/organiser/editions/${edition}/state`, { state: 'open' }, larkford.organiser);
  await system.settle();
});
afterAll(() => larkford.stop());

async function invite(body: Record<string, string>) {
  return larkford.client.post(invitations, body, larkford.organiser);
}

/** How many stand in each state, as the console says it. */
async function states(): Promise<string[]> {
  const { organiser: cookie, system } = larkford;
  const response = await fetch(`${system.origin}${invitations}`, { headers: { accept: 'application/json', cookie } });
  const { invitations: rows }: { invitations: { called: string; state: string; reminders: number }[] } = JSON.parse(
    await response.text(),
  );
  return rows.map(({ called, state, reminders }) => `${called}: ${state}, ${reminders}`).sort();
}

async function statusOf(path: string, cookie: string): Promise<number> {
  return (await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', cookie } })).status;
}

/** Lets the five minutes pass in which an organiser can keep mails back. */
async function passFiveMinutes() {
  const { system } = larkford;
  await system.settle();
  system.clock.set(secondsAfter(system.clock.now(), 301));
  await system.runJob('send-queued-mails');
  await system.settle();
}

test('first it says who would be invited, who not and why, and what they read; nothing is sent', async () => {
  const { status, text } = await invite({ group: 'last-school' });
  expect(status).toBe(200);
  expect(text).toContain('One email goes out.');
  expect(text).toContain('Alder Bank Primary School');
  expect(text).toContain('Will you take part? Larkford Week 2026');
  expect(await states()).toEqual([]);
});

test('a year’s school is invited once, however often the button is pressed, and its mail can be kept back for five minutes', async () => {
  for (let press = 0; press < 2; press += 1) await invite({ group: 'last-school', sure: 'yes' });
  await larkford.system.settle();
  expect(await states()).toEqual(['Alder Bank Primary School (fictional): open, 0']);
  const of = () => larkford.system.inbox.list({ to: 'office@alder-bank.example', limit: 5 });
  expect(of().filter(({ subject }) => subject.startsWith('Will you take part?'))).toEqual([]);
  await passFiveMinutes();
  expect(of().filter(({ subject }) => subject.startsWith('Will you take part?'))).toHaveLength(1);
});

test('the school begins with last year’s answers, is asked for what changes each year, and then counts as signed up', async () => {
  const browser = createBrowser(larkford.system.origin);
  const [mail] = larkford.system.inbox.list({ to: 'office@alder-bank.example', limit: 1 });
  await browser.post(new URL(mail?.links.find((one) => one.includes('/l/')) ?? '').pathname);
  const { text } = await browser.get('/my/invitation');
  expect(text).toContain('A vet, please');
  const { location = '' } = await browser.post('/my/invitation/start');
  expect(location).toBe(`/editions/${edition}/apply/school/pupils`);
  const { text: pupils } = await browser.get(location);
  expect(pupils).toMatch(/name="cohorts.year4"[^>]*value="30"/);
  const on = await browser.post(location, { 'cohorts.year4': '31' });
  expect(on.location).toBe(`/editions/${edition}/apply/school/half-days`);
  const check = await browser.post(on.location ?? '', { halfDays: 'any' });
  expect(check.location).toBe(`/editions/${edition}/apply/school/check`);
  larkford.system.clock.set(secondsAfter(larkford.system.clock.now(), 60));
  const sent = await browser.post(check.location ?? '');
  expect(sent.location).toBe(`/editions/${edition}/apply/school/sent`);
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, 'office@alder-bank.example'));
  await larkford.system.settle();
  expect(await states()).toEqual(['Alder Bank Primary School (fictional): signed-up, 0']);
});

test('an organisation says no for ever, is not reminded, and is left out of the next edition’s invitations', async () => {
  await invite({ group: 'last-organisation', sure: 'yes' });
  await passFiveMinutes();
  const cookie = await openLink(larkford, 'team@engineering.example');
  const refused = await larkford.client.post('/my/invitation/decline', {}, cookie);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Choose one');
  await larkford.client.post('/my/invitation/decline', { how: 'never' }, cookie);
  expect(await states()).toContain('Fictional Engineering: never, 0');
  const { text } = await invite({ group: 'typed-volunteer', addresses: 'A. Fictional, Team@Engineering.example' });
  expect(text).toContain('Nobody is left to invite.');
  expect(text).toContain('Asked us not to invite them again: 1');
});

test('addresses are read line by line, and a bad one is named and loses nothing', async () => {
  const bad = await invite({
    group: 'typed-school',
    addresses: 'Bramble Lane Primary School, office@bramble-lane.example\nNo such school, x@y.example',
  });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('Line 2, “No such school, x@y.example”');
  expect(bad.text).toContain('office@bramble-lane.example');
  const { text } = await invite({ group: 'typed-school', addresses: '900002; office@bramble-lane.example' });
  expect(text).toContain('Bramble Lane Primary School');
  expect((await invite({ group: 'typed-school' })).text).toContain('Enter at least one address');
  expect((await invite({})).text).toContain('Choose whom you want to invite');
});

test('who has not answered is reminded after three days, twice at most', async () => {
  await invite({ group: 'typed-school', addresses: '900002; office@bramble-lane.example', sure: 'yes' });
  await passFiveMinutes();
  const remind = () => larkford.client.post(`${invitations}/remind`, {}, larkford.organiser);
  await remind();
  expect(await states()).toContain('Bramble Lane Primary School (fictional): open, 0');
  for (const times of [1, 2, 2]) {
    larkford.system.clock.set(secondsAfter(larkford.system.clock.now(), 3 * 86_400));
    larkford = { ...larkford, organiser: await signInAsOrganiser(larkford.system.origin) };
    await remind();
    expect(await states()).toContain(`Bramble Lane Primary School (fictional): open, ${times}`);
  }
  await passFiveMinutes();
  const subjects = larkford.system.inbox.list({ to: 'office@bramble-lane.example', limit: 9 }).map(({ subject }) => subject);
  expect(subjects.filter((one) => one.startsWith('Still time to take part'))).toHaveLength(2);
});

test('an invitation’s link opens nothing else, and no other link opens an invitation', async () => {
  const invited = await openLink(larkford, 'office@bramble-lane.example');
  expect(await statusOf('/my/place', invited)).toBe(403);
  const signedUp = await openLink(larkford, 'office@alder-bank.example');
  expect(await statusOf('/my/invitation', signedUp)).toBe(403);
});

test('nobody is invited once sign-up is closed, and a month after the edition the addresses are gone', async () => {
  const { system } = larkford;
  system.clock.set(instant.parse('2026-02-23T10:00:00.000Z'));
  larkford = { ...larkford, organiser: await signInAsOrganiser(system.origin) };
  const closed = await invite({ group: 'typed-volunteer', addresses: 'new@volunteer.example', sure: 'yes' });
  expect(closed.status).toBe(409);
  expect(closed.text).toContain('Registration for Larkford Week 2026 is not open now.');
  system.clock.set(instant.parse('2026-05-06T10:00:00.000Z'));
  await system.runJob('apply-retention');
  larkford = { ...larkford, organiser: await signInAsOrganiser(system.origin) };
  expect(await states()).toEqual([]);
});
