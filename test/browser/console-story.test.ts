import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type ConsoleCast, meetOrganisers } from './console-story/cast.ts';
import { makesEvents } from './console-story/events.ts';
import { goesHome } from './console-story/export.ts';
import { bringsIn } from './console-story/imports.ts';
import { sends } from './console-story/mails.ts';
import { othersTry } from './console-story/others.ts';
import { comesIn } from './console-story/today.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  { script: 'without', javaScriptEnabled: false },
  { script: 'with', javaScriptEnabled: true },
])('a week in the console by keyboard, $script JavaScript', ({ javaScriptEnabled }) => {
  let cast: ConsoleCast;
  beforeAll(async () => {
    cast = await meetOrganisers(browser, javaScriptEnabled);
  });
  afterAll(() => cast.stop());

  // The chapters are one story, which is not told on from a chapter that failed.
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'a chapter before this one failed'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
  });
  const chapters = [...comesIn, ...bringsIn, ...makesEvents, ...sends, ...goesHome, ...othersTry].map(
    ({ tells, happens }) => [tells, happens] as const,
  );
  it.each(chapters)('%s', (_, happens) => happens(cast), 120_000);
});
