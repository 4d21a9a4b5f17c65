import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '#shared/kernel/time.ts';
import { confirmedSchool, edition, halfDay, type Larkford, signedUpOrganisation, startLarkford } from './larkford.ts';

let larkford: Larkford;
let organisation: string;
const next = 'larkford-2026';
const recordEvent = (of: string) => `/organiser/editions/${of}/record-event`;

beforeAll(async () => {
  larkford = await startLarkford();
  await confirmedSchool(larkford);
  organisation = await signedUpOrganisation(larkford);
  const form = {
    reference: 'bridges',
    kind: 'special',
    title: 'Build “bridges”',
    host: '900001',
    halfDay,
    sessions: 3,
    places: 75,
  };
  const recorded = { ...form, organisations: [organisation] };
  const { status } = await larkford.client.post(`/organiser/editions/${edition}/events`, recorded, larkford.organiser);
  if (status !== 303) throw new Error(`the event was answered ${status}`);
});
afterAll(() => larkford.stop());

async function see(path: string, cookie = larkford.organiser) {
  const response = await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', cookie } });
  return { status: response.status, text: await response.text() };
}

/** Another edition of the programme, with the same team or none, and the same event. */
async function addEdition(name: string, year: number, { team }: { readonly team: boolean }): Promise<void> {
  const [before, members, event] = await Promise.all([
    larkford.read.get('edition', { edition }),
    larkford.read.get('team', { edition }),
    larkford.read.get('event', { edition, event: 'bridges' }),
  ]);
  if (!before || !members || !event) throw new Error('no edition');
  const dates = { starts: localDate.parse(`${year}-03-09`), ends: localDate.parse(`${year}-03-13`) };
  await larkford.write.bulk([
    { put: 'edition', item: { ...before, ...dates, edition: name, name, state: 'draft' }, when: 'any' },
    { put: 'event', item: { ...event, edition: name }, when: 'any' },
    ...(team ? [{ put: 'team', item: { ...members, edition: name }, when: 'any' } as const] : []),
  ]);
}

test('a new event starts from another of its edition, all but its short name and its day', async () => {
  const { text: event } = await see(`/organiser/editions/${edition}/events/bridges`);
  expect(event).toContain(`href="${recordEvent(edition)}?like=bridges"`);
  const { text } = await see(`${recordEvent(edition)}?like=bridges`);
  for (const value of ['Build “bridges”', '900001', '75']) expect(text).toContain(`value="${value}"`);
  expect(text).toMatch(/id="sessions"[^>]*value="3"/);
  expect(text).toMatch(new RegExp(`value="${organisation}"[^>]* checked`));
  expect(text).not.toMatch(/id="reference"[^>]*value="[^"]/);
  expect(text).not.toMatch(/<option[^>]*selected[^>]*>[A-Z]\w+day/);
});

test('it starts from last year’s too, with those of its organisations that take part again', async () => {
  await addEdition(next, 2026, { team: true });
  const { text } = await see(recordEvent(next));
  expect(text).toContain(`href="${recordEvent(next)}?like=bridges&amp;from=${edition}"`);
  const { status, text: begun } = await see(`${recordEvent(next)}?like=bridges&from=${edition}`);
  expect(status).toBe(200);
  expect(begun).toContain('value="Build “bridges”"');
  expect(begun).not.toContain(organisation);
});

test('nobody starts from an event that is not there, or of an edition that they do not belong to', async () => {
  await addEdition('of-others', 2024, { team: false });
  expect((await see(`${recordEvent(edition)}?like=nothing`)).status).toBe(404);
  expect((await see(`${recordEvent(edition)}?like=bridges&from=of-others`)).status).toBe(404);
  expect((await see(recordEvent(edition))).text).not.toContain('of-others');
  expect((await see(`${recordEvent(edition)}?like=Not%20a%20slug`)).status).toBe(200);
});
