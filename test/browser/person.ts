import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalSystem } from '#local/system.ts';
import { overflow } from './axe.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { isStatusNotice, startVisit, type Visit } from './visit.ts';

/** Somebody with a browser of their own, a keyboard and a mailbox. Everything throws when it is not as it should be. */
export type Person = Visit & {
  readonly by: Keyboard;
  /** Whether the page they look at says all this, whatever the white space between words. */
  readonly sees: (...words: readonly string[]) => Promise<void>;
  /** Whether it says nothing of this. */
  readonly seesNothingOf: (...words: readonly string[]) => Promise<void>;
  /** The subjects of the mails in their mailbox, newest first. */
  readonly subjects: () => readonly string[];
  /** Reads their newest mail with this subject. It must say all these words. */
  readonly reads: (subject: string, ...words: readonly string[]) => Promise<void>;
  /** From the mail they read, goes on by its link and, there, by its button. */
  readonly goesOn: () => Promise<void>;
  /** Closes their browser, which must have had nothing to complain about. */
  readonly leaves: () => Promise<void>;
};

type Setting = {
  readonly email: string;
  /** Of their window, in pixels. */
  readonly width: number;
  readonly browser: Browser;
  readonly system: LocalSystem;
  readonly javaScriptEnabled: boolean;
};

/** Somebody who has not been here before. */
export async function personAt({ email, width, browser, system, javaScriptEnabled }: Setting): Promise<Person> {
  const visit = await startVisit(browser, system.origin, { javaScriptEnabled, viewport: { width, height: 800 } });
  const { page } = visit;
  const by = keyboardOf(page);
  const shown = async () => plain(await page.locator('main').innerText());
  return {
    ...visit,
    by,
    async sees(...words) {
      const text = await shown();
      for (const one of words) expect(text).toContain(one);
      expect([page.url(), await overflow(page)]).toEqual([page.url(), 0]);
    },
    async seesNothingOf(...words) {
      const text = await shown();
      for (const one of words) expect(text).not.toContain(one);
    },
    subjects: () => system.inbox.list({ to: email }).map(({ subject }) => subject),
    async reads(subject, ...words) {
      await page.goto(`/inbox?to=${encodeURIComponent(email)}`);
      await by.follow(subject);
      const text = plain(await page.locator('pre').innerText());
      for (const one of words) expect(text).toContain(one);
    },
    async goesOn() {
      await by.follow(/\/l\//);
      await by.press('Continue');
    },
    async leaves() {
      await visit.context.close();
      expect(visit.complaints.filter((one) => !isStatusNotice(one))).toEqual([]);
    },
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
