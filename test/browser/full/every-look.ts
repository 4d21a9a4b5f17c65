import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { launchBrowser } from '../browser.ts';
import { type City, startCity } from '../city.ts';
import { stages } from '../city-pages.ts';
import { problemsOf, type View } from '../inspect.ts';

const views: readonly View[] = ([320, 1280] as const).flatMap((width) =>
  (['light', 'dark', 'forced'] as const).map((colours) => ({ width, colours })),
);

/** Holds every page in every state to all that is asked of it, in both widths and all colours. */
export function holdEveryPage(script: boolean): void {
  let browser: Browser;
  let city: City;
  beforeAll(async () => {
    [browser, city] = await Promise.all([launchBrowser(), startCity()]);
  });
  afterAll(async () => {
    await browser.close();
    await city.stop();
  });

  describe.each(stages)('$stage', ({ prepare, pages }) => {
    beforeAll(() => prepare?.(city));
    // All looks take longer than the quarter of an hour for which a page may ask no fresh proof of who is signed in.
    beforeEach(async () => void city.cookies.set('organiser', await signInAsOrganiser(city.system.origin)));
    it.each(pages)('$name', async (page) => expect(await problemsOf(browser, city, page, { script, views })).toEqual([]));
  });
}
