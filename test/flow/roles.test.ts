import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionCookies } from '#functions/runtime/sessions.ts';
import { emailAddress } from '#shared/domain/fields.ts';
import { organiserId } from '#shared/domain/team.ts';
import { type OrganiserRole, organiserRoles } from '#shared/domain/vocabulary.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant, secondsAfter } from '#shared/kernel/time.ts';
import { routes } from '#shared/system/routes.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { edition, type Larkford, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
  await seat();
});
afterAll(() => larkford.stop());

/** Who asks: one member for each role alone, one who may only view, the admin of another edition, and nobody. */
const people = ['viewer', ...organiserRoles, 'elsewhere', 'nobody'] as const;
type Person = (typeof people)[number];

const emailOf = (person: Person) => emailAddress.parse(`${person}@roles.example`);
const otherEdition = 'elsewhere-2025';

async function seat(): Promise<void> {
  const now = larkford.system.clock.now();
  const member = (person: Person, roles: readonly OrganiserRole[]) => ({
    organiser: organiserId(emailOf(person)),
    email: emailOf(person),
    roles: [...roles],
    invitedAt: now,
  });
  const members = [member('viewer', []), ...organiserRoles.map((role) => member(role, [role]))];
  await larkford.write.transact([
    { put: 'team', item: { edition, members, version: 2 }, when: 'any' },
    { put: 'team', item: { edition: otherEdition, members: [member('elsewhere', organiserRoles)], version: 1 }, when: 'absent' },
    ...people
      .filter((person) => person !== 'nobody')
      .map((person) => ({ put: 'organiserSession' as const, item: sessionOf(person, now), when: 'absent' as const })),
  ]);
}

function sessionOf(person: Person, now: Instant, provedAt = now) {
  return {
    hash: tokenHash(`token-of-${person}`),
    organiser: organiserId(emailOf(person)),
    name: `${person} (fictional)`,
    email: emailOf(person),
    provedAt,
    expiresAt: epochSecondsOf(secondsAfter(now, 3600)),
  };
}

const declared = Object.entries<RouteDeclaration>(routes).filter(([, { auth }]) => auth === 'organiser');

/** Asks a route as somebody would who typed its address, and gives the problem's code, if it is one. */
async function ask(key: string, person: Person): Promise<string | undefined> {
  const [method = '', template = ''] = key.split(' ');
  const path = template.replace('{edition}', edition).replace(/\{\w+\}/g, 'none');
  const cookie = person === 'nobody' ? {} : { cookie: `${sessionCookies.organiser}=token-of-${person}` };
  const response = await fetch(`${larkford.system.origin}${path}`, {
    method,
    headers: { accept: 'application/json', ...cookie, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'POST' ? { body: '{}' } : {}),
    redirect: 'manual',
  });
  await response.arrayBuffer();
  return response.headers.get('x-problem') ?? undefined;
}

/** What stands in the way of a person at a route: the table of route and role. */
function expected({ needs = 'viewer' }: RouteDeclaration, person: Person): string | undefined {
  if (person === 'nobody') return 'sign-in-needed';
  if (needs === 'anybody') return undefined;
  if (person === 'elsewhere') return 'edition-unknown';
  return needs === 'viewer' || needs === person ? undefined : 'role-needed';
}

const doors = ['sign-in-needed', 'edition-unknown', 'role-needed'];

describe.each(declared)('%s', (key, route) => {
  test.each(people)('lets %s through, or says why not, as its declaration says', async (person) => {
    const problem = await ask(key, person);
    if (route.needs === 'anybody' && person !== 'nobody') expect(problem).not.toBe('sign-in-needed');
    else expect(doors.includes(problem ?? '') ? problem : undefined).toBe(expected(route, person));
  });
});

test('every organiser’s route says what it needs, and only those that name no edition let anybody in', () => {
  for (const [key, { needs }] of declared) {
    expect(needs, key).toBeDefined();
    expect(needs === 'anybody', key).toBe(!key.includes('{edition}'));
  }
});

test('changes need a role: to view is enough for looking only', () => {
  // The first checks sentences that are typed in, and keeps nothing; the others are about one's own calendar alone.
  const changesNothing = ['impact/check', 'calendar', 'calendar/stop'].map((one) => `POST /organiser/editions/{edition}/${one}`);
  const posts = declared.filter(([key]) => key.startsWith('POST') && !changesNothing.includes(key));
  expect(posts).toHaveLength(declared.filter(([key]) => key.startsWith('POST')).length - changesNothing.length);
  for (const [key, { needs }] of posts) expect(needs, key).not.toBe('viewer');
});

test('whoever is on no team sees no programme and can open none', async () => {
  const cookie = `${sessionCookies.organiser}=token-of-elsewhere`;
  const answer = await fetch(`${larkford.system.origin}/organiser`, { headers: { accept: 'application/json', cookie } });
  expect(await answer.json()).toEqual({ programmes: [], editions: [] });
  const opened = await fetch(`${larkford.system.origin}/organiser/programmes`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      programme: 'new',
      name: 'New',
      city: 'Larkford',
      localAuthorities: ['999'],
      organiser: { name: 'New', email: 'new@larkford.example' },
    }),
  });
  expect(opened.headers.get('x-problem')).toBe('role-needed');
});

test('somebody taken off the team is out at once, and the last admin stays', async () => {
  const post = (path: string, body: object, person: Person = 'admin') =>
    fetch(`${larkford.system.origin}/organiser/editions/${edition}/team${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        cookie: `${sessionCookies.organiser}=token-of-${person}`,
      },
      body: JSON.stringify(body),
    });
  const last = await post(`/${organiserId(emailOf('admin'))}/remove`, {});
  expect(last.headers.get('x-problem')).toBe('last-admin');
  const lost = await post(`/${organiserId(emailOf('admin'))}/roles`, { roles: ['coordinator'] });
  expect(lost.headers.get('x-problem')).toBe('last-admin');

  expect((await post(`/${organiserId(emailOf('viewer'))}/remove`, {})).status).toBe(200);
  expect(await ask('GET /organiser/editions/{edition}', 'viewer')).toBe('edition-unknown');

  expect((await post('', { email: 'viewer@roles.example' })).status).toBe(200);
  expect(await ask('GET /organiser/editions/{edition}', 'viewer')).toBeUndefined();
  await larkford.system.settle();
  const invited = larkford.system.inbox.list({ to: 'viewer@roles.example', limit: 5 });
  expect(invited.map(({ subject }) => subject)).toEqual([expect.stringContaining('You are an organiser of')]);
  expect((await larkford.read.get('team', { edition }))?.members).toHaveLength(organiserRoles.length + 1);
});
