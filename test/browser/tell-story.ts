import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { launchBrowser } from './browser.ts';

type Told<C> = {
  /** What the story is called. */
  readonly story: string;
  /** Everybody in it, met anew for each telling. */
  readonly meet: (browser: Browser, javaScriptEnabled: boolean) => Promise<C>;
  readonly chapters: readonly { readonly tells: string; readonly happens: (cast: C) => Promise<void> }[];
};

/** Tells a story by keyboard twice, without JavaScript and with it, a test for each chapter. */
export function tellStory<C extends { readonly stop: () => Promise<void> }>({ story, meet, chapters }: Told<C>): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  describe.each([
    { script: 'without', javaScriptEnabled: false },
    { script: 'with', javaScriptEnabled: true },
  ])(`${story} by keyboard, $script JavaScript`, ({ javaScriptEnabled }) => {
    let cast: C;
    beforeAll(async () => {
      cast = await meet(browser, javaScriptEnabled);
    });
    afterAll(() => cast.stop());

    // The chapters are one story, which is not told on from a chapter that failed.
    let broken = false;
    beforeEach(({ skip }) => skip(broken, 'a chapter before this one failed'));
    afterEach(({ task }) => {
      broken ||= task.result?.state === 'fail';
    });
    it.each(chapters.map(({ tells, happens }) => [tells, happens] as const))('%s', (_, happens) => happens(cast), 120_000);
  });
}
