import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import { agreed, edition, halfDay, type Larkford, openLink, postJson, signedUpOrganisation, startLarkford } from './larkford.ts';

let larkford: Larkford;
const people = ['ann', 'bea', 'cat', 'dan', 'eve'] as const;
type Name = (typeof people)[number];
const events = `/organiser/editions/${edition}/events`;
const mailbox = (name: Name) => `${name}@volunteer.example`;

beforeAll(async () => {
  larkford = await startLarkford();
  const organisation = await signedUpOrganisation(larkford);
  for (const name of people) {
    const contact = { 'contact.name': `${name} Fictional`, 'contact.email': mailbox(name) };
    await larkford.client.post(`/editions/${edition}/volunteers/sign-up`, { ...contact, halfDays: [halfDay], ...agreed });
  }
  await larkford.system.settle();
  for (const name of people) await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, mailbox(name)));
  await larkford.system.settle();
  const form = { kind: 'special', organisations: [organisation], halfDay, sessions: 2, places: 60, despiteClash: true };
  const [dan, eve] = await Promise.all([idOf('dan'), idOf('eve')]);
  const other = { ...form, reference: 'afternoon', title: 'Fictional afternoon', venue: 'Elsewhere', halfDay: '2025-03-11-am' };
  await asOrganiser('', { ...other, volunteers: [dan] });
  await asOrganiser('', { ...form, reference: 'same', title: 'Fictional same', venue: 'There', volunteers: [eve] });
  await asOrganiser('', { ...form, reference: 'ask', title: 'Fictional ask', venue: 'Here' });
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

/** A session lasts hours, and the clock moves by days. */
const organiser = () => signInAsOrganiser(larkford.system.origin);
const asOrganiser = async (path: string, body: object) =>
  postJson(larkford, `${events}${path}`, body, { cookie: await organiser() });
const askingNow = () => larkford.read.get('asking', { edition, event: 'ask' });
async function idOf(name: Name): Promise<string> {
  const volunteers = await larkford.read.list('volunteer', { edition });
  return volunteers.find(({ contact }) => contact.email === mailbox(name))?.volunteer ?? '';
}
const newest = (name: Name) => larkford.system.inbox.list({ to: mailbox(name), limit: 1 })[0];
async function answer(name: Name, said: 'accepted' | 'declined') {
  const answered = await postJson(
    larkford,
    '/my/offers/ask',
    { answer: said },
    { cookie: await openLink(larkford, mailbox(name)) },
  );
  await larkford.system.settle();
  return answered;
}
async function page(): Promise<string> {
  const headers = { accept: 'text/html', cookie: await organiser() };
  return (await fetch(new URL(`${events}/ask/ask`, larkford.system.origin), { headers })).text();
}
/** Those who are asked and have not answered, by name. */
async function open(): Promise<string[]> {
  const offers = await larkford.read.list('offer', { edition, event: 'ask' });
  const ids = new Map(await Promise.all(people.map(async (name) => [await idOf(name), name] as const)));
  return offers
    .flatMap(({ visitor, state }) => (state === 'offered' && ids.has(visitor) ? [ids.get(visitor) ?? ''] : []))
    .toSorted();
}

test('the organiser sees who can be asked first and second, without whom is busy, and leaves somebody out', async () => {
  const shown = await page();
  expect(shown).toMatch(/First: no place yet[\s\S]*ann Fictional[\s\S]*cat Fictional[\s\S]*Second[\s\S]*dan Fictional/);
  expect(shown).not.toContain('eve Fictional');
  expect(shown).toContain('Nobody is asked more than 3 times in 14 days');
  const version = (await larkford.read.get('event', { edition, event: 'ask' }))?.version;
  const form = { version, kind: 'volunteer', needed: 2, leaveOut: [await idOf('cat')] };
  expect(await asOrganiser('/ask/ask', { ...form, needed: 0 })).toMatchObject({ status: 422 });
  expect(await asOrganiser('/ask/ask', { ...form, version: 0 })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  });
  expect((await asOrganiser('/ask/ask', form)).status).toBe(200);
  await larkford.system.settle();
  expect(await open()).toEqual(['ann', 'bea']);
  expect(newest('ann')?.text).toContain('Please answer before: 15 January 2025');
  expect(newest('cat')?.subject).not.toContain('Can you come');
  expect(await asOrganiser('/ask/ask', { ...form, version: (version ?? 0) + 1 })).toMatchObject({
    status: 409,
    body: { code: 'asking-open' },
  });
});

test('when the time is over, the next are asked by themselves, and the first can still answer', async () => {
  expect((await answer('ann', 'accepted')).status).toBe(200);
  expect(await open()).toEqual(['bea']);
  larkford.system.clock.set(secondsAfter(larkford.system.clock.now(), 49 * 3600));
  await larkford.system.settle();
  expect(await open()).toEqual(['bea', 'dan']);
  expect(await page()).toContain('1 of 2 have said yes. We go on asking.');
});

test('of two who say yes at once for the last place one is in, the other is told why, and nobody else is asked', async () => {
  const [bea, dan] = await Promise.all(
    (['bea', 'dan'] as const).map(async (name) =>
      postJson(larkford, '/my/offers/ask', { answer: 'accepted' }, { cookie: await openLink(larkford, mailbox(name)) }),
    ),
  );
  await larkford.system.settle();
  expect([bea, dan].filter((one) => one?.status === 200)).toHaveLength(1);
  const offers = await larkford.read.list('offer', { edition, event: 'ask' });
  expect(offers.filter(({ kind, state }) => kind === 'volunteer' && state === 'accepted')).toHaveLength(2);
  expect(await askingNow()).toMatchObject({ state: 'full' });
  const lost = bea?.status === 200 ? 'dan' : 'bea';
  expect(newest(lost)?.subject).toContain('We have enough people now');
  expect(await open()).toEqual([]);
  expect(await page()).toContain('2 of 2 have said yes. That is enough');
  expect((await larkford.read.get('event', { edition, event: 'ask' }))?.volunteers).toHaveLength(2);
});

test('who gives a place back leaves nobody to ask: it says so, and asking again finds who was left out', async () => {
  expect((await answer('ann', 'declined')).status).toBe(200);
  expect(await askingNow()).toMatchObject({ state: 'spent' });
  expect(await page()).toContain('there is nobody left to ask');
  const version = (await larkford.read.get('event', { edition, event: 'ask' }))?.version;
  expect((await asOrganiser('/ask/ask', { version, kind: 'volunteer', needed: 2 })).status).toBe(200);
  await larkford.system.settle();
  expect(await open()).toContain('cat');
  const now = await askingNow();
  expect((await asOrganiser('/ask/ask/stop', { version: now?.version })).status).toBe(200);
  expect(await askingNow()).toMatchObject({ state: 'stopped' });
});
