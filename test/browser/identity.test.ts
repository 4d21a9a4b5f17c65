import { afterAll, beforeAll, expect, it } from 'vitest';
import { assetPaths } from '#web/assets.ts';
import { createBrowser } from '../flow/browser.ts';
import { type City, closeWeek, fillCity, startCity } from './city.ts';
import { addressOf } from './city-page.ts';
import { stages } from './city-pages.ts';
import { expectedPolicy } from './headers.ts';
import { inviteSome } from './invitation-pages.ts';
import { fillOutbox } from './outbox-pages.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
  await inviteSome(city);
  await fillCity(city);
  await fillOutbox(city);
  await closeWeek(city);
});
afterAll(() => city.stop());

type Served = { readonly path: string; readonly headers: Headers; readonly body: string };

async function serve(path: string, as?: string): Promise<Served> {
  const cookie = (as && city.cookies.get(as)) ?? '';
  const response = await fetch(new URL(path, city.system.origin), {
    headers: { accept: 'text/html', cookie },
    redirect: 'manual',
  });
  return { path, headers: response.headers, body: await response.text() };
}

/** Every page of the site as a plain client gets it, and every file that pages refer to. The local tools are left out. */
async function everything(): Promise<{ readonly pages: readonly Served[]; readonly assets: readonly Served[] }> {
  const shown = stages.flatMap(({ pages }) => pages).map((page) => [addressOf(page, city), page.as] as const);
  const ours = shown.filter(([path]) => !/^\/(?:inbox|status)/.test(path));
  const pages = await Promise.all(
    [...new Map(ours.map((one) => [one.join(), one])).values()].map(([path, as]) => serve(path, as)),
  );
  return { pages, assets: await Promise.all(Object.values(assetPaths).map((path) => serve(path))) };
}

it('pages and assets carry nothing of GOV.UK’s identity', async () => {
  const { pages, assets } = await everything();
  const marks = /GDS Transport|govuk-crest|crown|govuk-logotype|govuk-header__logo|opengraph-image|manifest\.json/i;
  expect([...pages, ...assets].filter(({ body }) => marks.test(body)).map(({ path }) => path)).toEqual([]);
  // Their blue, black header and favicon colours stand for the same.
  expect(assets.filter(({ body }) => /#1d70b8/i.test(body)).map(({ path }) => path)).toEqual([]);
});

it('pages and assets load nothing from another host', async () => {
  const { pages, assets } = await everything();
  const elsewhere = pages.flatMap(({ body }) => [
    ...body.matchAll(/<(?!a\b)\w+[^>]*\s(?:src|href|action|data)="(?:https?:)?\/\/[^"]*/g),
  ]);
  expect(elsewhere.map(([found]) => found)).toEqual([]);
  expect(
    assets
      .flatMap(({ body }) => [...body.matchAll(/url\((?!["']?data:)[^)]*\)|@import|https?:\/\/(?!www\.w3\.org\/)[^"')\s]+/g)])
      .map(([found]) => found),
  ).toEqual([]);
});

it('every page carries the exact policies, and no page has a script or style of its own', async () => {
  const { pages } = await everything();
  expect(pages.length).toBeGreaterThan(40);
  for (const { path, headers, body } of pages) {
    const sent = ['content-security-policy', 'referrer-policy', 'x-content-type-options'].map((name) => headers.get(name));
    expect([path, ...sent]).toEqual([path, expectedPolicy(new URL(path, city.system.origin).pathname), 'no-referrer', 'nosniff']);
    // A mail as its reader sees it is styled as mails are; its own policy lets nothing run in it.
    const own = path.endsWith('/preview')
      ? /\son\w+=|<script/i
      : /<style|\sstyle=|\son\w+=|<script(?! type="module" src="\/assets\/)/i;
    expect([path, own.exec(body)?.[0]]).toEqual([path, undefined]);
  }
});

it('every cookie is bound to the host, unseen by scripts, for secure connections and our own site', async () => {
  const browser = createBrowser(city.system.origin);
  const signIn = await browser.post('/sign-in');
  const choice = await browser.get((await browser.get(signIn.location ?? '')).location ?? '');
  expect(choice.status).toBe(200);
  const link = await browser.post(city.link('office@alder-bank.example'));
  const signOut = await browser.post('/sign-out');
  const set = [signIn, link, signOut].flatMap((page) => page.setCookies);
  expect(set).toHaveLength(3);
  for (const line of set) expect(line).toMatch(/^__Host-[\w-]+=[\w-]*; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
});
