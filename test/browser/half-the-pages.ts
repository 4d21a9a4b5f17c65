import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { launchBrowser } from './browser.ts';
import { type City, startCity } from './city.ts';
import { stages } from './city-pages.ts';
import { type Look, problemsOf, type View } from './inspect.ts';

// Each page meets both widths and all colours; every four pages on, every pair of width, colours and script has been met.
const darkWide: readonly View[] = [
  { width: 320, colours: 'light' },
  { width: 1280, colours: 'dark' },
  { width: 320, colours: 'forced' },
];
const darkNarrow: readonly View[] = [
  { width: 1280, colours: 'light' },
  { width: 320, colours: 'dark' },
  { width: 1280, colours: 'forced' },
];
const looks: readonly Look[] = [
  { script: true, views: darkWide },
  { script: false, views: darkNarrow },
  { script: true, views: darkNarrow },
  { script: false, views: darkWide },
];

/** Holds every second page to all that is asked of it, in half of the looks. Two halves, so that two processes share the work. */
export function holdHalfThePages(half: 0 | 1): void {
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

    it.each(
      pages
        .map((page, index) => ({ page, name: page.name, look: looks[index % looks.length] ?? { script: true, views: [] } }))
        .filter((_, index) => index % 2 === half),
    )('$name: accessible, correct, fits, and breaks no policy', async ({ page, look }) => {
      expect(look.views).toHaveLength(3);
      // On a slow machine all pages take longer than the quarter of an hour for which no fresh proof of sign-in is asked.
      if (page.as === 'organiser') city.cookies.set('organiser', await signInAsOrganiser(city.system.origin));
      expect(await problemsOf(browser, city, page, look)).toEqual([]);
    });
  });
}
