import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressKey } from '#functions/runtime/address-key.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';
import type { Write } from '#shared/ports.ts';
import * as example from '#test/unit/web/examples.ts';
import { elementsOf, textOf } from '#test/unit/web/page-text.ts';
import { edition, type Larkford, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
  await larkford.write.bulk([...schools.flatMap(writesOf), ...visitors]);
});
afterAll(() => larkford.stop());

type BulkWrite = Extract<Write, { put: string } | { remove: string }>;
const since = instant.parse('2025-01-10T09:00:00.000Z');

/** Their names run against their numbers; every tenth is not confirmed yet. */
const schools = Array.from({ length: 120 }, (_, index) => ({
  ...example.registration,
  edition,
  urn: String(900_100 + index),
  registration: idOf('school', String(index)),
  schoolName: `Fictional School ${String(120 - index).padStart(3, '0')}`,
  contact: { ...example.registration.contact, email: `office-${index}@schools.example` },
  roles: [index % 2 === 0 ? ('host' as const) : ('online' as const)],
  halfDays: ['2025-03-10-am'],
  state: index % 10 === 0 ? ('pending' as const) : ('confirmed' as const),
}));

function writesOf(item: (typeof schools)[number]): BulkWrite[] {
  const { urn, registration: subject } = item;
  const approve = { edition, kind: 'approve', subject, urn, since } as const;
  return [
    { put: 'registration', item, when: 'any' },
    ...(item.state === 'pending' ? [{ put: 'task', item: approve, when: 'any' } as const] : []),
  ];
}

const organisation = { ...example.organisation, edition, organisation: idOf('silent'), state: 'pending' as const };
const volunteer = { ...example.volunteer, edition, volunteer: idOf('silent too'), organisation: organisation.organisation };
const visitors: BulkWrite[] = [
  { put: 'organisation', item: organisation, when: 'any' },
  { put: 'volunteer', item: volunteer, when: 'any' },
  ...[organisation.organisation, volunteer.volunteer].map(
    (subject): BulkWrite => ({ put: 'task', item: { edition, kind: 'unconfirmed', subject, since }, when: 'any' }),
  ),
  {
    put: 'address',
    item: { edition, address: addressKey('office-5@schools.example'), state: 'bounced', at: since },
    when: 'any',
  },
];

async function ask(path: string, accept: string): Promise<string> {
  const headers = { accept, cookie: larkford.organiser };
  const response = await fetch(new URL(path, `${larkford.system.origin}/organiser/editions/${edition}/`), { headers });
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

/** A page as its reader sees it: what it says, its rows, and where its links lead. */
async function see(path: string) {
  const elements = elementsOf(parse(await ask(path, 'text/html')));
  const said = (name: string) => elements.filter((one) => one.name === name).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const links = elements.flatMap(({ name, text, attributes }) =>
    name === 'a' ? [[text.replace(/\s+/g, ' ').trim(), attributes['href'] ?? ''] as const] : [],
  );
  const chosen = elements.flatMap(({ name, attributes }) =>
    name === 'option' && 'selected' in attributes ? [attributes['value']] : [],
  );
  return { rows: said('th').slice(6), paragraphs: said('p'), link: new Map(links), chosen };
}

describe('the list of schools', () => {
  test('leads from page to page until every school was seen once', async () => {
    const seen: string[] = [];
    let path: string | undefined = 'registrations';
    for (let pages = 0; path !== undefined && pages < 9; pages += 1) {
      const { rows, link, paragraphs } = await see(path);
      expect(rows).toEqual(rows.toSorted());
      expect(paragraphs.join(' ')).toContain('There are more than fit on one page.');
      seen.push(...rows);
      path = link.get('Next page');
      if (pages > 0) expect(link.get('First page')).toBe(`/organiser/editions/${edition}/registrations`);
    }
    expect(seen.toSorted()).toEqual(schools.map(({ schoolName, urn }) => `${schoolName} URN ${urn}`).toSorted());
  });

  test('is filtered by an address that can be kept, and in order by name when it fits one page', async () => {
    const { rows, chosen, paragraphs } = await see('registrations?q=SCHOOL&state=pending&role=host&halfDay=2025-03-10-am');
    expect(rows).toHaveLength(12);
    expect(rows).toEqual(rows.toSorted());
    expect(chosen).toEqual(['pending', 'host', '2025-03-10-am']);
    expect(paragraphs.join(' ')).toContain('12 schools. Show all');
  });

  test.each(['fictional school 007', '900213', 'office-113@schools.example'])('is searched by “%s”', async (q) => {
    const { rows } = await see(`registrations?q=${encodeURIComponent(q)}`);
    expect(rows).toEqual(['Fictional School 007 URN 900213']);
  });

  test('shows those that wait for an organiser, and says when nothing matches', async () => {
    expect((await see('registrations?needs=approve')).rows).toHaveLength(12);
    expect((await see('registrations?needs=approve&q=school+120')).rows).toEqual(['Fictional School 120 URN 900100']);
    const { rows, paragraphs, link } = await see('registrations?needs=approve&state=confirmed');
    expect(rows).toEqual([]);
    expect(paragraphs.join(' ')).toContain('Nothing matches.');
    expect(link.get('Show all')).toBe(`/organiser/editions/${edition}/registrations`);
  });

  test('says whose emails do not arrive', async () => {
    const { registrations } = JSON.parse(await ask('registrations?q=office-5@schools.example', 'application/json'));
    expect(registrations).toEqual([expect.objectContaining({ mail: 'bounced' })]);
  });

  test('takes what no list offers for nothing', async () => {
    const { rows, chosen } = await see('registrations?state=lost&needs=short&halfDay=never&after=%00');
    expect(rows).toHaveLength(50);
    expect(chosen).toEqual([]);
  });

  test('is come back to as it was filtered, once one was approved', async () => {
    const [first] = schools;
    const path = `/organiser/editions/${edition}/registrations/${first?.urn}/${first?.registration}/approve`;
    const back = 'needs=approve&q=120';
    const { status, location } = await larkford.client.post(path, { back }, larkford.organiser);
    expect([status, location]).toEqual([303, `/organiser/editions/${edition}/registrations?${back}&done=approved`]);
    const refused = await larkford.client.post(path, { back: '//elsewhere.example' }, larkford.organiser);
    expect(refused.status).toBe(422);
  });
});

test('a sign-up that nobody confirmed is on the list of its own kind, which leads to the other', async () => {
  const { link } = await see('organisations?needs=unconfirmed');
  expect(link.get('See volunteers too')).toBe(`/organiser/editions/${edition}/volunteers?needs=unconfirmed`);
  const { organisations } = JSON.parse(await ask('organisations?needs=unconfirmed', 'application/json'));
  expect(organisations.map((one: { name: string }) => one.name)).toEqual([organisation.name]);
  const { volunteers } = JSON.parse(await ask('volunteers?needs=unconfirmed', 'application/json'));
  expect(volunteers.map((one: { volunteer: string }) => one.volunteer)).toEqual([volunteer.volunteer]);
  expect(textOf(parse(await ask('volunteers', 'text/html')))).toContain(organisation.name);
});

test('nobody has recorded an event yet', async () => {
  expect((await see('events')).paragraphs.join(' ')).toContain('No event has been recorded yet.');
});
