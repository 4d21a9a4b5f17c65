// Takes a picture of every page in every state, wide, narrow and dark, and of every kind of mail, with an index of them all.
// `-- --out FOLDER` puts them elsewhere than build/shots; `-- WORD` takes only the pages whose name holds the word.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/browser.ts';
import { type City, startCity } from '../browser/city.ts';
import { stages } from '../browser/city-pages.ts';
import { arrive, turn, visitTo } from '../browser/inspect.ts';
import { type Album, indexPage, indexStyle } from './index-page.ts';
import { fileOf, lookNames, looks } from './shot.ts';

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const folder = values.out ?? join(import.meta.dirname, '../../build/shots');
const [word = ''] = positionals;

// The functions write a line for every request; here nobody reads them.
const say = console.log;
console.log = () => undefined;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const [browser, city] = await Promise.all([launchBrowser(), startCity()]);
const started = performance.now();
const strange: string[] = [];
try {
  const album: Album[number][] = [];
  for (const { stage, prepare, pages } of stages) {
    await prepare?.(city);
    const chosen = pages.filter(({ name }) => name.includes(word));
    for (const page of chosen) {
      const visit = await visitTo(browser, city, page);
      const wrong = await arrive(visit.page, city, page).catch((error: unknown) => [String(error)]);
      strange.push(...wrong.map((one) => `${page.name}: ${one}`));
      await take(visit.page, page.name);
      await visit.context.close();
    }
    album.push({ title: stage, names: chosen.map(({ name }) => name) });
  }
  album.push({ title: 'mails', names: await takeMails(city) });
  await writeFile(join(folder, 'index.html'), indexPage(album.filter(({ names }) => names.length > 0)));
  await writeFile(join(folder, 'index.css'), indexStyle);
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`${album.flatMap(({ names }) => names).length} pages and states in ${seconds} s: ${join(folder, 'index.html')}`);
  for (const one of strange) console.error(one);
  process.exitCode = strange.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await city.stop();
}

async function take(page: Page, name: string): Promise<void> {
  for (const look of lookNames) {
    await turn(page, looks[look]);
    await page.screenshot({ path: join(folder, fileOf(name, look)), fullPage: true, animations: 'disabled' });
  }
}

/** The newest mail of each kind that the city has sent. */
async function takeMails({ system }: City): Promise<string[]> {
  const newest = new Map(
    system.inbox
      .list()
      .toReversed()
      .map(({ tags, subject, html }) => [tags['template']?.[0] ?? subject, html]),
  );
  const chosen = [...newest].map(([kind, html]) => [`mail ${kind}`, html] as const).filter(([name]) => name.includes(word));
  const page = await browser.newPage();
  for (const [name, html] of chosen) {
    await page.setContent(html);
    await take(page, name);
  }
  await page.close();
  return chosen.map(([name]) => name);
}
