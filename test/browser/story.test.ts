import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { weekAndAfter } from './story/after.ts';
import { beforeTheWeek } from './story/before.ts';
import { type Cast, meetCast } from './story/cast.ts';
import { changes } from './story/changes.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  { script: 'without', javaScriptEnabled: false },
  { script: 'with', javaScriptEnabled: true },
])('a week by keyboard, $script JavaScript', ({ javaScriptEnabled }) => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await meetCast(browser, javaScriptEnabled);
  });
  afterAll(() => cast.stop());

  // The chapters are one story, which is not told on from a chapter that failed.
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'a chapter before this one failed'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
  });
  const chapters = [...beforeTheWeek, ...changes, ...weekAndAfter].map(({ tells, happens }) => [tells, happens] as const);
  it.each(chapters)('%s', (_, happens) => happens(cast), 120_000);
});
