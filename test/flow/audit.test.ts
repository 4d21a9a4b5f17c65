import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { edition, type Larkford, organiserList, postJson, schoolJson, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

type Entry = { readonly what: string; readonly by: string; readonly subject: string; readonly details: Record<string, unknown> };

async function audit(query = ''): Promise<{ entries: Entry[]; older: string | null }> {
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/audit${query}`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}

const contact = { name: 'A. Fictional', email: 'office@audited.example' };

test('who registered, who approved and who looked stand in the audit, and nothing that was typed', async () => {
  await postJson(larkford, `/editions/${edition}/schools/register`, schoolJson({ contact }));
  const { registrations } = await organiserList(larkford, 'registrations');
  const registration = String(registrations?.[0]?.registration['registration']);
  await postJson(
    larkford,
    `/organiser/editions/${edition}/registrations/900001/${registration}/approve`,
    {},
    {
      cookie: larkford.organiser,
    },
  );
  await larkford.system.settle();

  const { entries } = await audit();
  const seen = entries.map(({ what, by }) => `${what} by ${by.replace(/:.*/, '')}`);
  expect(seen).toEqual(['school.confirmed.v1 by organiser', 'viewed by organiser', 'school.registered.v1 by public']);
  expect(entries[1]?.details).toEqual({ route: 'GET /organiser/editions/{edition}/registrations' });
  expect(JSON.stringify(entries)).not.toMatch(/Fictional|office@|Alder/);

  const timeline = await audit(`?subject=${registration}`);
  expect(timeline.entries.map(({ what }) => what)).toEqual(['school.confirmed.v1', 'school.registered.v1']);
  const page = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/audit`, {
    headers: { accept: 'text/html', cookie: larkford.organiser },
  });
  const text = await page.text();
  expect(text).toContain('organiser@larkford.example');
  expect(text).toContain('Alder Bank Primary School');
});

test('a list goes on after any of its items, from either end', async () => {
  const all = await larkford.read.list('audit', { edition });
  expect(all.length).toBeGreaterThan(2);
  const keys = all.map(({ at, entry }) => `${at}_${entry}`);
  const back = await larkford.read.list('audit', { edition }, { newestFirst: true });
  expect(back).toEqual(all.toReversed());
  for (const [index, after] of keys.entries()) {
    expect(await larkford.read.list('audit', { edition }, { after })).toEqual(all.slice(index + 1));
    expect(await larkford.read.list('audit', { edition }, { after, newestFirst: true, limit: 1 })).toEqual(
      all.slice(0, index).toReversed().slice(0, 1),
    );
  }
  const schools = await larkford.read.list('school', { la: '999' });
  expect(await larkford.read.list('school', { la: '999' }, { after: schools[3]?.urn ?? '', limit: 2 })).toEqual(
    schools.slice(4, 6),
  );
  expect(instant.safeParse(all[0]?.at).success).toBe(true);
});

test('the audit of one person, of one subject and of both can be shown and taken out, looks included', async () => {
  const { entries } = await audit();
  const registration = entries.find(({ what }) => what === 'school.registered.v1')?.subject ?? '';
  await fetch(`${larkford.system.origin}/organiser/editions/${edition}/registrations/900001/${registration}`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  const me = entries.find(({ by }) => by.startsWith('organiser:'))?.by ?? '';
  const mine = await audit(`?by=${me}`);
  expect(new Set(mine.entries.map(({ by }) => by))).toEqual(new Set([me]));
  expect((await audit('?by=public')).entries.map(({ what }) => what)).toEqual(['school.registered.v1']);
  expect((await audit(`?subject=${registration}`)).entries.map(({ what }) => what)).toEqual([
    'viewed',
    'school.confirmed.v1',
    'school.registered.v1',
  ]);
  const both = await audit(`?subject=${registration}&by=${me}`);
  expect(both.entries.map(({ what }) => what)).toEqual(['viewed', 'school.confirmed.v1']);

  const file = await fetch(
    `${larkford.system.origin}/organiser/editions/${edition}/audit/audit.csv?subject=${registration}&by=${me}`,
    { headers: { cookie: larkford.organiser } },
  );
  const [, ...rows] = (await file.text()).trim().split('\r\n');
  expect(rows.map((row) => /Confirmed the registration|Looked at a page/.exec(row)?.[0])).toEqual([
    'Looked at a page',
    'Confirmed the registration',
  ]);
  const record = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/registrations/900001/${registration}`, {
    headers: { accept: 'text/html', cookie: larkford.organiser },
  });
  expect(await record.text()).not.toContain('Looked at a page');
});
