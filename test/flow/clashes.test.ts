import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  postJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
let organisation = '';
const team = 'team@engineering.example';
const events = `/organiser/editions/${edition}/events`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  organisation = await signedUpOrganisation(larkford);
  await larkford.system.settle();
});
afterAll(() => larkford.stop());

const asOrganiser = (path: string, body: object) => postJson(larkford, `${events}${path}`, body, { cookie: larkford.organiser });
const see = async (path: string) => {
  const response = await fetch(new URL(path, larkford.system.origin), {
    headers: { accept: 'text/html', cookie: larkford.organiser },
  });
  return response.text();
};
const formOf = (reference: string) => ({
  reference,
  kind: 'rotation',
  title: `Fictional ${reference}`,
  organisations: [organisation],
  host: '900001',
  halfDay,
  sessions: 4,
  places: 60,
});
async function clashing(): Promise<string[]> {
  await larkford.system.settle();
  const tasks = await larkford.read.list('task', { edition }, { startsWith: 'clash#' });
  return tasks.map(({ subject }) => subject);
}

test('an event that clashes is refused with who and what, and its form comes back with the way to the other event', async () => {
  expect((await asOrganiser('', formOf('first'))).status).toBe(201);
  const refused = await asOrganiser('', formOf('second'));
  expect(refused).toMatchObject({ status: 409, body: { code: 'clash' } });
  const said = JSON.stringify(refused.body['errors']);
  expect(said).toContain('Fictional Engineering has a place at “Fictional first”');
  expect(said).toContain('hosts “Fictional first”');
  const typed = { ...formOf('second'), organisations: [organisation] };
  const shown = await larkford.client.post(events, typed, larkford.organiser);
  expect(shown.status).toBe(409);
  expect(shown.text).toContain(`href="${events}/first"`);
  expect(shown.text).toContain('value="Fictional second"');
  expect(shown.text).toContain('name="despiteClash"');
});

test('recorded all the same, both events wait on Today and in the list, and moving one settles it', async () => {
  expect((await asOrganiser('', { ...formOf('second'), despiteClash: true })).status).toBe(201);
  expect(await clashing()).toEqual(['first', 'second']);
  expect(await see(`/organiser/editions/${edition}`)).toContain('2 events that clash');
  expect(await see(`${events}?needs=clash`)).toContain('Fictional second');
  expect(await see(`${events}/first`)).toContain('Fictional Engineering has a place at “Fictional second”');

  const stale = await asOrganiser('/second/move', { version: 0, halfDay: '2025-03-11-am' });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const moved = await asOrganiser('/second/move', { version: 1, halfDay: '2025-03-11-am' });
  expect(moved.status).toBe(200);
  expect(await clashing()).toEqual([]);
  const letters = larkford.system.inbox.list({ to: team }).filter(({ subject }) => subject.startsWith('New day:'));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain('Before: Monday 10 March');
});

test('whoever accepted the old half-day is asked again, and moving back to where it clashes is refused', async () => {
  const visitor = await openLink(larkford, team);
  await larkford.client.post('/my/place/confirm', {}, visitor);
  await larkford.client.post('/my/offers/second', { answer: 'accepted' }, visitor);
  expect((await larkford.read.get('offer', { edition, event: 'second', visitor: organisation }))?.state).toBe('accepted');
  const back = await asOrganiser('/second/move', { version: 2, halfDay });
  expect(back).toMatchObject({ status: 409, body: { code: 'clash' } });
  expect((await asOrganiser('/second/move', { version: 2, halfDay: '2025-03-12-am' })).status).toBe(200);
  expect((await larkford.read.get('offer', { edition, event: 'second', visitor: organisation }))?.state).toBe('offered');
});

test('cancelling one settles a clash too', async () => {
  expect((await asOrganiser('/second/move', { version: 3, halfDay, despiteClash: true })).status).toBe(200);
  expect(await clashing()).toEqual(['first', 'second']);
  const second = await larkford.read.get('event', { edition, event: 'second' });
  await asOrganiser('/second/cancel', { version: second?.version, placesFree: second?.placesFree });
  expect(await clashing()).toEqual([]);
});
