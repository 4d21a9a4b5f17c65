import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLink, showLink } from '#functions/http/public/links.ts';
import { planEdition } from '#shared/domain/edition-settings.ts';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant, instant, secondsAfter } from '#shared/kernel/time.ts';
import { startTable, type TestTable } from './engine.ts';

const now = instant.parse('2025-02-03T09:30:00.000Z');
const ends = secondsAfter(now, 3600);
const token = 't'.repeat(43);
const edition = 'larkford-2025';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
  const link = { hash: tokenHash(token), edition, purpose: 'volunteer', subject: idOf('volunteer'), revoked: false } as const;
  const organiser = { name: 'O. Fictional', email: 'programme@larkford.example' };
  await table.write.bulk([
    {
      put: 'programme',
      item: { programme: 'larkford', name: 'Larkford week', city: 'Larkford', localAuthorities: ['999'], organiser, version: 1 },
      when: 'any',
    },
    { put: 'edition', item: { ...planEdition(plan), state: 'open' }, when: 'any' },
    { put: 'link', item: { ...link, expiresAt: epochSecondsOf(ends) }, when: 'any' },
    {
      put: 'link',
      item: { ...link, hash: tokenHash('r'.repeat(43)), revoked: true, expiresAt: epochSecondsOf(ends) },
      when: 'any',
    },
  ]);
});
afterAll(() => table.stop());

const plan = {
  edition,
  programme: 'larkford',
  name: 'Larkford week 2025',
  starts: '2025-03-10',
  ends: '2025-03-14',
  registrationOpens: '2025-01-06',
  registrationCloses: '2025-02-21',
  surveyCloses: '2025-04-04',
};

function callAt(moment: Instant, presented = token) {
  return {
    now: moment,
    newId: randomUUID,
    newToken: () => 's'.repeat(43),
    origin: 'https://larkford.example',
    by: 'public' as const,
    ports: table,
    params: { token: presented },
    query: {},
    cookies: {},
    headers: {},
    session: undefined,
    method: 'GET',
    path: '/l/',
    body: {},
    requestKey: undefined,
    bodyDigest: '',
  };
}

const gone = { kind: 'gone', code: 'link-ended' };

test('a link opens until the second it ends, whether or not its item is still there', async () => {
  const before = secondsAfter(ends, -1);
  expect(await showLink(callAt(before))).toMatchObject({ data: { purpose: 'volunteer' } });
  expect(await openLink(callAt(before))).toMatchObject({ seeOther: '/my/place' });
  await expect(showLink(callAt(ends))).rejects.toMatchObject(gone);
  await expect(openLink(callAt(ends))).rejects.toMatchObject(gone);
});

test('a session never outlives its link', async () => {
  const { cookies } = await openLink(callAt(secondsAfter(ends, -100)));
  expect(cookies?.map(({ seconds }) => seconds)).toEqual([100]);
});

test.for([
  ['revoked', 'r'.repeat(43)],
  ['never made', 'n'.repeat(43)],
  ['too short', 't'],
])('a link that was %s is answered like one that ended', async ([, presented]) => {
  await expect(showLink(callAt(now, presented))).rejects.toMatchObject(gone);
});
