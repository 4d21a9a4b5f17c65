import type { Page } from 'playwright-core';
import type { City } from './city.ts';

/**
 * How a page stands: a form as one finds it with nothing in it, sent with mistakes, or filled in (by the visitor or with
 * what we hold); a list with nothing to show; anything else.
 */
export type PageState = 'empty' | 'error' | 'filled' | 'no data' | 'shown';

/** One page in one state, as a visitor comes to it. */
export type CityPage = {
  /** Unlike every other page's. */
  readonly name: string;
  readonly path: string | ((city: Addresses) => string);
  readonly state: PageState;
  /** Whose cookie the browser holds. */
  readonly as?: string;
  /** What the first document answers; 200 by default. */
  readonly status?: number;
  /** What the visitor does there before they look. */
  readonly act?: (page: Page) => Promise<void>;
};

/** What addresses depend on in a city. */
export type Addresses = Pick<City, 'link' | 'ids'>;

type More = Omit<Partial<CityPage>, 'name' | 'path'>;

/** Presses the page's button of this name and waits for what the answer shows. */
export function press(button: string, shows: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await page.locator(shows).first().waitFor();
  };
}

/** The element that lists a form's mistakes. */
export const summary = '.govuk-error-summary';

/** A page that was opened; by default nothing is known about its state. */
export function shown(name: string, path: CityPage['path'], more: More = {}): CityPage {
  return { name, path, state: 'shown', ...more };
}

/** A form as one finds it, with nothing in it. */
export function empty(name: string, path: CityPage['path'], more: More = {}): CityPage {
  return { name, path, state: 'empty', ...more };
}

/** A form with answers in it: those of `act`, or those it is opened with. */
export function filled(name: string, path: CityPage['path'], more: More = {}): CityPage {
  return { name, path, state: 'filled', ...more };
}

/** A form that was sent as it stands and came back with mistakes. */
export function sent(name: string, path: CityPage['path'], button: string, more: More = {}): CityPage {
  return { name, path, state: 'error', act: press(button, summary), ...more };
}

/** The address of a page in a city. */
export function addressOf({ path }: Pick<CityPage, 'path'>, city: Addresses): string {
  return typeof path === 'string' ? path : path(city);
}
