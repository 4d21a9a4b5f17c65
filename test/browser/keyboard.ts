import type { Locator, Page } from 'playwright-core';

/** A person who has a keyboard and no mouse. Everything throws when the keyboard does not get there. */
export type Keyboard = {
  /** Follows a link of the page. */
  readonly follow: (name: string | RegExp) => Promise<void>;
  /** Follows a link to a place on the same page. */
  readonly jump: (name: string | RegExp) => Promise<void>;
  /** Presses a button of the page. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Replaces what is in a field. */
  readonly fill: (label: string | RegExp, text: string) => Promise<void>;
  /** Ticks a checkbox. */
  readonly tick: (label: string | RegExp) => Promise<void>;
  /** Chooses from radio buttons. `group` is their question. */
  readonly choose: (group: string | RegExp, answer: string) => Promise<void>;
  /** Chooses from a drop-down list by typing its beginning. */
  readonly select: (label: string | RegExp, beginning: string) => Promise<void>;
};

/** Drives a page by key presses only: what Tab does not reach cannot be used. */
export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;

  /** Presses Tab until the element has the focus; once around the page at most. */
  async function reach(target: Locator): Promise<void> {
    await target.first().waitFor();
    // Marked once, since to look an element up by its name at each press takes longer than the press.
    await target.evaluateAll((targets) => Object.assign(globalThis, { sought: new Set(targets) }));
    for (let presses = 0; presses < 250; presses += 1) {
      if (await page.evaluate('sought.has(document.activeElement)')) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(target)}`);
  }

  /** Enter on a control leads to another page, or to this one with something to mend: either way to a new `main`. */
  async function enter(target: Locator): Promise<void> {
    await reach(target);
    await page.evaluate("document.querySelector('main').dataset.left = ''");
    await keyboard.press('Enter');
    await page.locator('main:not([data-left])').waitFor();
  }

  return {
    follow: (name) => enter(page.getByRole('link', { name, exact: true })),
    async jump(name) {
      await reach(page.getByRole('link', { name, exact: true }));
      await keyboard.press('Enter');
    },
    press: (name) => enter(page.getByRole('button', { name, exact: true })),
    async fill(label, text) {
      await reach(page.getByLabel(label));
      await keyboard.press('ControlOrMeta+A');
      await keyboard.type(text);
    },
    async tick(label) {
      const box = page.getByRole('checkbox', { name: label });
      await reach(box);
      if (!(await box.first().isChecked())) await keyboard.press('Space');
    },
    async choose(group, answer) {
      const radios = page.getByRole('group', { name: group }).getByRole('radio');
      await reach(radios);
      const wanted = page.getByRole('group', { name: group }).getByRole('radio', { name: answer, exact: true });
      // Space takes the one Tab came to; the arrows go round the rest.
      await keyboard.press('Space');
      for (let presses = 0; !(await wanted.isChecked()); presses += 1) {
        if (presses > 10) throw new Error(`the arrows do not reach ${answer}`);
        await keyboard.press('ArrowDown');
      }
    },
    async select(label, beginning) {
      const list = page.getByLabel(label, { exact: true });
      await reach(list);
      await keyboard.type(beginning);
      const chosen = await list.locator('option:checked').innerText();
      if (!chosen.startsWith(beginning)) throw new Error(`typing ${beginning} chooses ${chosen}`);
    },
  };
}
