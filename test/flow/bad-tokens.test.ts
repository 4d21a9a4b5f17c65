import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canary, paths } from './bad-inputs/case.ts';
import { stateReader } from './bad-inputs/table-state.ts';
import {
  confirmedSchool,
  edition,
  type Larkford,
  openLink,
  postJson,
  schoolForm,
  schoolJson,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
let state: ReturnType<typeof stateReader>;
/** A token that is alive, and the cookie of a link session made of another link to the same registration. */
let token: string;
let cookie: string;

const email = 'office@alder-bank.example';

beforeAll(async () => {
  larkford = await startLarkford();
  state = stateReader(larkford.system);
  await larkford.client.post(paths.register, schoolForm());
  await larkford.system.settle();
  token = tokenMailedTo(email);
  cookie = await openLink(larkford, email);
});
afterAll(async () => {
  state.close();
  await larkford.stop();
});

function tokenMailedTo(address: string): string {
  const [mail] = larkford.system.inbox.list({ to: address, limit: 1 });
  return /\/l\/([\w-]+)/.exec(mail?.links.find((one) => one.includes('/l/')) ?? '')?.[1] ?? '';
}

type Ask = {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Sends it as a JSON client and gives what came back; nothing may have been written. */
async function refused(path: string, { method = 'GET', cookie = '', headers = {}, body }: Ask = {}) {
  const before = await state.digest();
  const response = await fetch(`${larkford.system.origin}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      cookie,
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(method === 'POST' ? { body: body ?? '{}' } : {}),
  });
  const text = await response.text();
  const problem = text === '' ? {} : JSON.parse(text);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(text).not.toContain(canary);
  expect(await state.digest()).toBe(before);
  return { status: response.status, code: problem.code, text };
}

describe('a link’s token that is not one of ours', () => {
  const wrong: readonly (readonly [string, (token: string) => string])[] = [
    ['one character shorter', (one) => one.slice(1)],
    ['one character longer', (one) => `${one}A`],
    ['another last character', (one) => one.slice(0, -1) + (one.endsWith('A') ? 'E' : 'A')],
    // The last character of 43 carries four bits only: a lenient decoder takes its neighbours for the same bytes.
    ['the same bytes with other spare bits', (one) => one.slice(0, -1) + neighbour(one.slice(-1))],
    ['padding', (one) => `${one}=`],
    ['in capitals', (one) => one.toUpperCase()],
    ['backwards', (one) => one.split('').toReversed().join('')],
    ['in the other Base64 alphabet', (one) => `${one.slice(0, -2)}%2B%2F`],
    ['in hexadecimal', (one) => Buffer.from(one, 'base64url').toString('hex')],
    ['its own hash', () => 'a'.repeat(64)],
    ['all the same letter', () => 'A'.repeat(43)],
    ['a number', () => '1'],
    ['a UUID', () => '00000000-0000-4000-8000-000000000000'],
    ['a JSON web token without signature', () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['a space after it', (one) => `${one}%20`],
    ['a NUL after it', (one) => `${one}%00`],
    ['a line break after it', (one) => `${one}%0A`],
    ['a key character', () => 'x%23LINK'],
    ['a query language', () => "'%20OR%201=1--"],
    ['markup', () => `%3Cscript%3E${canary}%3C%2Fscript%3E`],
    ['of 4,000 characters', () => 'A'.repeat(4000)],
    ['full-width letters', (one) => encodeURIComponent(`${one.slice(0, -1)}Ａ`)],
  ];

  test.each(wrong)('%s: shown and opened alike, it has ended', async (_, change) => {
    const path = `/l/${change(token)}`;
    const shown = await refused(path);
    const pressed = await refused(path, { method: 'POST' });
    expect(shown).toEqual(pressed);
    expect(shown).toMatchObject({ status: 410, code: 'link-ended' });
  });

  test('is told the same as one that has expired', async () => {
    const never = await refused(`/l/${'A'.repeat(43)}`);
    const page = await fetch(`${larkford.system.origin}/l/${'A'.repeat(43)}`, { headers: { accept: 'text/html' } });
    expect([never.status, page.status]).toEqual([410, 410]);
    expect(await page.text()).not.toContain('A'.repeat(43));
  });
});

function neighbour(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(character) ^ 1] ?? '';
}

describe('a good token in a wrong place', () => {
  test.each<[string, () => [string, Ask]]>([
    ['in the query', () => [`/my/place?token=${token}&link=${token}`, {}]],
    ['as a bearer', () => ['/my/place', { headers: { authorization: `Bearer ${token}` } }]],
    ['as the cookie', () => ['/my/place', { cookie: `__Host-link=${token}` }]],
    ['as a referrer', () => ['/my/place', { headers: { referer: `${larkford.system.origin}/l/${token}` } }]],
    ['in a header', () => ['/my/place', { headers: { 'x-link': token, 'x-token': token } }]],
    ['as the organiser’s cookie', () => ['/organiser', { cookie: `__Host-organiser=${token}` }]],
  ])('%s opens nothing', async (_, ask) => {
    const [path, how] = ask();
    expect((await refused(path, how)).status).toBe(401);
  });

  test('opens its link by its button only: neither GET nor HEAD, a prefetch or OPTIONS has an effect', async () => {
    const before = await state.digest();
    for (const [method, headers] of [
      ['GET', {}],
      ['HEAD', {}],
      ['OPTIONS', {}],
      ['GET', { 'sec-purpose': 'prefetch' }],
      ['GET', { 'user-agent': 'scanner' }],
    ] as const) {
      const response = await fetch(`${larkford.system.origin}/l/${token}`, {
        method,
        headers: { accept: 'text/html', ...headers },
      });
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(await state.digest()).toBe(before);
  });

  test('cannot be put into another browser from another site', async () => {
    const answer = await refused(`/l/${token}`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(answer).toMatchObject({ status: 403, code: 'cross-site' });
  });
});

describe('a session’s cookie that is not one of ours', () => {
  const wrong: readonly (readonly [string, () => string])[] = [
    ['missing', () => ''],
    ['empty', () => '__Host-link='],
    ['without its prefix', () => cookie.replace('__Host-', '')],
    ['with another prefix', () => cookie.replace('__Host-', '__Secure-')],
    ['in other capitals', () => cookie.replace('__Host-link', '__host-LINK')],
    ['one character shorter', () => cookie.slice(0, -1)],
    ['one character longer', () => `${cookie}A`],
    ['in quotes', () => cookie.replace('=', '="').concat('"')],
    ['under the organiser’s name', () => cookie.replace('link', 'organiser')],
    ['an organiser’s', () => larkford.organiser],
    ['an organiser’s under the link’s name', () => larkford.organiser.replace('organiser', 'link')],
    ['a hash', () => `__Host-link=${'a'.repeat(64)}`],
    ['of 5,000 characters', () => `__Host-link=${'A'.repeat(5000)}`],
    ['__proto__', () => '__proto__=x; constructor=x'],
    ['nothing but separators', () => ';;; = ;'],
  ];

  test.each(wrong)('%s: reads and does nothing', async (_, cookieOf) => {
    expect(await refused('/my/place', { cookie: cookieOf() })).toMatchObject({ status: 401, code: 'link-needed' });
    expect(await refused('/my/place/confirm', { method: 'POST', cookie: cookieOf() })).toMatchObject({
      status: 401,
      code: 'link-needed',
    });
    expect(await refused('/my/survey/monday', { method: 'POST', cookie: cookieOf(), body: '{"enjoyed":5}' })).toMatchObject({
      status: 401,
      code: 'link-needed',
    });
  });

  test.each(['registrations', 'organisations', 'volunteers', 'events', 'mails', 'impact'])(
    'a link’s does not open the organiser’s %s',
    async (list) => {
      for (const one of [cookie, cookie.replace('link', 'organiser'), '', '__Host-organiser=']) {
        expect(await refused(`/organiser/editions/${edition}/${list}`, { cookie: one })).toMatchObject({
          status: 401,
          code: 'sign-in-needed',
        });
      }
    },
  );

  test.each([
    ['/organiser/programmes', '{}'],
    ['/organiser/editions', '{}'],
    [`/organiser/editions/${edition}/state`, '{"state":"running"}'],
    [`/organiser/editions/${edition}/events`, '{}'],
    [`/organiser/editions/${edition}/impact/publish`, '{}'],
    [`/organiser/editions/${edition}/registrations/900001/${'a'.repeat(20)}/approve`, '{}'],
  ])('no organiser, no POST %s: the same answer whatever is sent', async (path, body) => {
    const known = await refused(path, { method: 'POST', cookie, body });
    const unknown = await refused(path.replace(edition, 'elsewhere-2025'), { method: 'POST', body: `{"${canary}":1}` });
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 401, code: 'sign-in-needed' });
  });

  test('a registration’s link answers no survey before the school is asked', async () => {
    expect(await refused('/my/survey/monday', { method: 'POST', cookie, body: '{"enjoyed":5}' })).toMatchObject({
      status: 404,
      code: 'not-asked',
    });
  });
});

describe('sent again, or out of order', () => {
  const post = (body: unknown, key?: string) =>
    postJson(larkford, paths.register, body, key === undefined ? {} : { 'idempotency-key': key });
  const school = (urn: string, more: object = {}) =>
    schoolJson({ urn, contact: { name: 'B. Fictional', email: `${urn}@schools.example` }, ...more });

  test('the same key and body give the same answer, and nothing new', async () => {
    const first = await post(school('900003'), 'same-key-0001');
    await larkford.system.settle();
    const before = await state.digest();
    expect(await post(school('900003'), 'same-key-0001')).toEqual(first);
    expect(await state.digest()).toBe(before);
  });

  test('the same key with another body is refused, without a trace', async () => {
    const before = await state.digest();
    const other = await post(school('900003', { wishes: canary }), 'same-key-0001');
    expect(other).toMatchObject({ status: 422, body: { code: 'request-key-reused' } });
    expect(JSON.stringify(other)).not.toContain(canary);
    expect(await state.digest()).toBe(before);
  });

  test('fifty at once with one key are one registration', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(school('900004'), 'at-once-0001')));
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    const accepted = answers.filter(({ status }) => status === 201);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted.map(({ body }) => body['reference'])).size).toBe(1);
    await larkford.system.settle();
    expect(larkford.system.inbox.list({ to: '900004@schools.example' })).toHaveLength(1);
  });

  test('twenty at once without a key are one registration', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(school('900005'))));
    expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
    await larkford.system.settle();
    const keys = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body['reference']));
    expect(keys.size).toBe(1);
  });

  test('a key belongs to its edition and does not answer for another form', async () => {
    const volunteer = await postJson(
      larkford,
      paths.volunteers,
      {
        contact: { name: 'V. Fictional', email: 'v@volunteers.example' },
        halfDays: ['2025-03-10-am'],
        safeguarding: { rules: true, neverAlone: true, photoId: true, noDbsCopy: true },
      },
      { 'idempotency-key': 'same-key-0001' },
    );
    expect(volunteer).toMatchObject({ status: 422, body: { code: 'request-key-reused' } });
  });

  test('confirming twice is confirming once', async () => {
    await confirmedSchool(larkford, { urn: '900006', 'contact.email': 'again@schools.example' });
    const again = await openLink(larkford, 'again@schools.example');
    await larkford.system.settle();
    const sent = larkford.system.inbox.count();
    for (const _ of [1, 2]) expect((await larkford.client.post('/my/place/confirm', {}, again)).status).toBe(303);
    await larkford.system.settle();
    expect(larkford.system.inbox.count()).toBe(sent);
  });

  test('registering again after confirming is refused in words that help', async () => {
    const before = await state.digest();
    const again = await post(schoolJson({ urn: '900006', contact: { name: 'B. Fictional', email: 'again@schools.example' } }));
    expect(again).toMatchObject({ status: 409, body: { code: 'already-confirmed' } });
    expect(await state.digest()).toBe(before);
  });
});

// Last: it moves the clock for good.
describe('when time has passed', () => {
  test('a session ends after its working day, its link stays', async () => {
    larkford.system.clock.advance(43_201);
    await larkford.system.settle();
    expect(await refused('/my/place', { cookie })).toMatchObject({ status: 401, code: 'link-needed' });
    expect((await fetch(`${larkford.system.origin}/l/${token}`)).status).toBe(200);
  });

  test('a form after the last day is refused', async () => {
    larkford.system.clock.advance(60 * 86_400);
    await larkford.system.settle();
    const before = await state.digest();
    const late = await postJson(larkford, paths.register, schoolJson({ urn: '900007' }));
    expect(late).toMatchObject({ status: 409, body: { code: 'registration-closed' } });
    expect(await state.digest()).toBe(before);
  });

  test('a link ends', async () => {
    larkford.system.clock.advance(400 * 86_400);
    await larkford.system.settle();
    expect(await refused(`/l/${token}`)).toMatchObject({ status: 410, code: 'link-ended' });
    expect(await refused(`/l/${token}`, { method: 'POST' })).toMatchObject({ status: 410, code: 'link-ended' });
  });
});
