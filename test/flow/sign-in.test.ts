import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { setClock } from '#functions/runtime/clock.ts';
import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { instantOf, secondsAfter } from '#shared/kernel/time.ts';
import { problemPage } from '#web/pages/errors.ts';
import { createBrowser, type Browser } from './browser.ts';
import { type SignInSystem, startSignInSystem } from './sign-in-system.ts';

let system: SignInSystem;

beforeAll(async () => {
  system = await startSignInSystem();
});
afterAll(async () => {
  await system.stop();
});
afterEach(() => {
  setClock(() => instantOf(new Date()));
});

/** Moves the functions' clock so many seconds past the real time. */
function later(seconds: number): void {
  setClock(() => secondsAfter(instantOf(new Date()), seconds));
}

/** Presses the button and chooses an organiser; gives the callback's address, not yet opened. */
async function untilCallback(browser: Browser, organiser: string = localOrganisers[0].id): Promise<string> {
  const begun = await browser.post('/sign-in');
  const asked = await browser.get(begun.location ?? '');
  const chosen = await browser.post(asked.location ?? '', { organiser });
  const resumed = await browser.get(chosen.location ?? '');
  expect(resumed.location).toMatch(/\/sign-in\/callback\?code=/);
  return resumed.location ?? '';
}

async function sessions(): Promise<number> {
  return (await system.items()).filter((item) => String(item['pk']).startsWith('ORGANISER-SESSION#')).length;
}

/** What a refused callback comes to, and that no session came of it. */
const refused = { status: 403, problem: 'sign-in-failed', says: true, cookies: [], sessions: 0 };

/** Opens a callback and tells what came of it. */
async function open(browser: Browser, callback: string) {
  const before = await sessions();
  const page = await browser.get(callback);
  return {
    status: page.status,
    problem: page.headers.get('x-problem'),
    says: page.text.includes('We could not sign you in'),
    cookies: page.setCookies.filter((line) => line.startsWith('__Host-organiser=')),
    sessions: (await sessions()) - before,
  };
}

test('an organiser signs in and reaches the console', async () => {
  const browser = createBrowser(system.origin);
  const page = await browser.get(await untilCallback(browser));
  expect(page.status).toBe(303);
  expect(page.location).toBe('/organiser');
  expect((await browser.get('/organiser')).status).toBe(200);
});

test('a page that asked for a sign-in is where it leads back to, if it is one of ours', async () => {
  const browser = createBrowser(system.origin);
  const page = '/organiser/editions/larkford-2025/team';
  expect(problemPage({ status: 401, code: 'sign-in-needed', detail: 'Sign in.', path: page })).toContain(
    `/sign-in?next=${encodeURIComponent(page)}`,
  );
  const form = await browser.get('/sign-in?next=%2Forganiser%2Feditions%2Flarkford-2025%2Fteam');
  expect(form.text).toContain('value="/organiser/editions/larkford-2025/team"');
  const begun = await browser.post('/sign-in', { next: '/organiser/editions/larkford-2025/team' });
  const asked = await browser.get(begun.location ?? '');
  const chosen = await browser.post(asked.location ?? '', { organiser: localOrganisers[0].id });
  const resumed = await browser.get(chosen.location ?? '');
  const back = await browser.get(resumed.location ?? '');
  expect(back.location).toBe('/organiser/editions/larkford-2025/team');
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/l/token', '/organiser//x']) {
    expect((await browser.post('/sign-in', { next })).status, next).toBe(422);
  }
});

test('the session says who it is, and the table holds no token', async () => {
  const browser = createBrowser(system.origin);
  await browser.get(await untilCallback(browser, localOrganisers[1].id));
  const stored = JSON.stringify(await system.items());
  expect(stored).toContain(localOrganisers[1].name);
  expect(stored).not.toContain(browser.jar.get('__Host-organiser'));
});

test('the client that tests and the demo use signs in', async () => {
  const cookie = await signInAsOrganiser(system.origin);
  const response = await fetch(`${system.origin}/organiser`, { headers: { cookie } });
  expect(response.status).toBe(200);
});

test('a browser without a session is refused', async () => {
  expect((await createBrowser(system.origin).get('/organiser')).status).toBe(401);
});

test('the cookies are out of reach for scripts and other sites', async () => {
  const browser = createBrowser(system.origin);
  const begun = await browser.post('/sign-in');
  expect(begun.setCookies).toEqual([
    expect.stringMatching(/^__Host-sign-in=[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
  ]);
  const page = await browser.get(await untilCallback(browser));
  expect(page.setCookies).toEqual([
    expect.stringMatching(/^__Host-sign-in=; Max-Age=0; /),
    expect.stringMatching(/^__Host-organiser=[\w-]{43}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
  ]);
});

test('the sign-in page changes nothing, and its form may lead to the provider', async () => {
  const before = await system.items();
  const page = await createBrowser(system.origin).get('/sign-in');
  expect(page.status).toBe(200);
  expect(page.setCookies).toEqual([]);
  expect(await system.items()).toEqual(before);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https:;");
  expect(page.text).toMatch(/<form method="post" action="\/sign-in"/);
});

test('the provider is asked for a code with PKCE, state and nonce, and to ask again who it is', async () => {
  const { location } = await createBrowser(system.origin).post('/sign-in');
  const asked = Object.fromEntries(new URL(location ?? '').searchParams);
  expect(asked).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    prompt: 'login',
    redirect_uri: `${system.origin}/sign-in/callback`,
  });
  for (const secret of ['code_challenge', 'state', 'nonce']) expect(asked[secret]).toMatch(/^[\w-]{43}$/);
});

test('a callback with another state is refused, and does not spend the true one', async () => {
  const browser = createBrowser(system.origin);
  const callback = await untilCallback(browser);
  const forged = new URL(callback);
  forged.searchParams.set('state', 'A'.repeat(43));
  expect(await open(browser, forged.href)).toEqual(refused);
  expect((await browser.get(callback)).status).toBe(303);
});

test('a callback without state, code or cookie is refused', async () => {
  const browser = createBrowser(system.origin);
  await untilCallback(browser);
  expect(await open(browser, '/sign-in/callback')).toEqual(refused);
  expect(await open(browser, '/sign-in/callback?error=access_denied')).toEqual(refused);
  expect(await open(createBrowser(system.origin), '/sign-in/callback?code=x&state=y')).toEqual(refused);
});

test('a provider that says no is believed, and the sign-in is spent', async () => {
  const browser = createBrowser(system.origin);
  const callback = await untilCallback(browser);
  const state = new URL(callback).searchParams.get('state') ?? '';
  expect(
    await open(
      browser,
      `/sign-in/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(`${system.origin}/local/identity`)}`,
    ),
  ).toEqual(refused);
  expect(await open(browser, callback)).toEqual(refused);
});

test('a callback from another issuer is refused', async () => {
  const browser = createBrowser(system.origin);
  const callback = new URL(await untilCallback(browser));
  callback.searchParams.set('iss', 'https://identity.example');
  expect(await open(browser, callback.href)).toEqual(refused);
});

test('a code that was never given is refused', async () => {
  const browser = createBrowser(system.origin);
  const callback = new URL(await untilCallback(browser));
  callback.searchParams.set('code', 'B'.repeat(43));
  expect(await open(browser, callback.href)).toEqual(refused);
});

test('a code begun in one browser does not sign another in that began as well', async () => {
  const mine = createBrowser(system.origin);
  const theirs = createBrowser(system.origin);
  const callback = new URL(await untilCallback(mine));
  const their = new URL(await untilCallback(theirs));
  expect(await open(theirs, callback.href)).toEqual(refused);
  // Even with the state their own browser expects, the code answers another challenge.
  callback.searchParams.set('state', their.searchParams.get('state') ?? '');
  expect(await open(theirs, callback.href)).toEqual(refused);
});

test('a callback works once', async () => {
  const browser = createBrowser(system.origin);
  const callback = await untilCallback(browser);
  const token = browser.jar.get('__Host-sign-in') ?? '';
  expect((await browser.get(callback)).status).toBe(303);
  browser.jar.set('__Host-sign-in', token);
  expect(await open(browser, callback)).toEqual(refused);
});

test('of four callbacks at the same moment one signs in, and the provider hears of one', async () => {
  const browser = createBrowser(system.origin);
  const callback = await untilCallback(browser);
  const before = await sessions();
  const asked = system.tokenRequests();
  const pages = await Promise.all([1, 2, 3, 4].map(() => browser.get(callback)));
  expect(pages.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 403, 403, 403]);
  expect(await sessions()).toBe(before + 1);
  expect(system.tokenRequests()).toBe(asked + 1);
});

test('a sign-in that took ten minutes is refused, one that took a second less is not', async () => {
  const slow = createBrowser(system.origin);
  const callback = await untilCallback(slow);
  later(601);
  expect(await open(slow, callback)).toEqual(refused);
  later(0);
  const just = createBrowser(system.origin);
  const second = await untilCallback(just);
  later(598);
  expect((await just.get(second)).status).toBe(303);
});

test('a session ends after twelve hours', async () => {
  const browser = createBrowser(system.origin);
  await browser.get(await untilCallback(browser));
  later(12 * 3600 - 60);
  expect((await browser.get('/organiser')).status).toBe(200);
  later(12 * 3600 + 1);
  expect((await browser.get('/organiser')).status).toBe(401);
});

test('signing out ends the session, not only the cookie', async () => {
  const browser = createBrowser(system.origin);
  await browser.get(await untilCallback(browser));
  const token = browser.jar.get('__Host-organiser') ?? '';
  const before = await sessions();
  const page = await browser.post('/sign-out');
  expect(page.status).toBe(303);
  expect(page.location).toBe('/');
  expect(browser.jar.has('__Host-organiser')).toBe(false);
  expect(await sessions()).toBe(before - 1);
  browser.jar.set('__Host-organiser', token);
  expect((await browser.get('/organiser')).status).toBe(401);
});

test('signing out without a session, or twice, does no harm', async () => {
  const browser = createBrowser(system.origin);
  expect((await browser.post('/sign-out')).status).toBe(303);
  browser.jar.set('__Host-organiser', 'nothing-we-gave');
  expect((await browser.post('/sign-out')).status).toBe(303);
});

test('signing in again ends the session before', async () => {
  const browser = createBrowser(system.origin);
  await browser.get(await untilCallback(browser));
  const first = browser.jar.get('__Host-organiser') ?? '';
  await browser.get(await untilCallback(browser));
  expect((await browser.get('/organiser')).status).toBe(200);
  browser.jar.set('__Host-organiser', first);
  expect((await browser.get('/organiser')).status).toBe(401);
});

test('another site cannot begin a sign-in or sign anybody out', async () => {
  const before = await system.items();
  for (const path of ['/sign-in', '/sign-out']) {
    const response = await fetch(`${system.origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site', accept: 'text/html' },
      body: new URLSearchParams(),
    });
    expect(response.status).toBe(403);
  }
  expect(await system.items()).toEqual(before);
});

test('a provider that does not answer makes sign-in unavailable, not open', async () => {
  const browser = createBrowser(system.origin);
  const callback = await untilCallback(browser);
  const before = await sessions();
  system.setProviderUp(false);
  const page = await browser.get(callback);
  system.setProviderUp(true);
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect(await sessions()).toBe(before);
  expect((await browser.get(await untilCallback(browser))).status).toBe(303);
});
