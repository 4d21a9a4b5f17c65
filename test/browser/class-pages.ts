import type { Page } from 'playwright-core';
import { type Addresses, type CityPage, filled, press, sent, shown, summary } from './city-page.ts';
import { formStates } from './form-pages.ts';

const bySchool = { as: 'school' } as const;
const classOf =
  (more = '') =>
  ({ ids }: Addresses) =>
    `/my/classes/${ids.get('class')}${more}`;
const childrens = ({ ids }: Addresses) => `/c/${ids.get('class')}`;

/** Presses a picture on each page so far. */
const turned = (pages: number) => async (page: Page) => {
  for (let turn = 1; turn <= pages; turn += 1) {
    await page.locator('.app-pick').last().click();
    await page.locator('.govuk-caption-l', { hasText: `${turn + 1} of 5` }).waitFor();
  }
};

/** A teacher's classes, and what children see. */
export const classPages: readonly CityPage[] = [
  ...formStates('classes', '/my/classes', 'Open the class', bySchool),
  shown('classes by another link', '/my/classes', { as: 'organisation', status: 403 }),
  filled('class', classOf(), bySchool),
  {
    ...sent('class, no number of children', classOf(), 'Save', bySchool),
    act: async (page) => {
      await page.getByLabel('Children in the class').fill('many');
      await press('Save', summary)(page);
    },
  },
  shown('no such class', '/my/classes/bbbbbb', { ...bySchool, status: 404 }),
  ...formStates('count of hands', classOf('/tally'), 'Save the count', bySchool),
  filled('class of a course', ({ ids }) => `/my/classes/${ids.get('course')}`, bySchool),
  shown('children’s own codes', ({ ids }) => `/my/classes/${ids.get('course')}/codes`, bySchool),
  shown('children’s own code', ({ ids }) => `/c/${ids.get('course')}`),
  filled('class whose parents answer', ({ ids }) => `/my/classes/${ids.get('parents')}`, bySchool),
  ...formStates('sheets of parents', ({ ids }) => `/my/classes/${ids.get('parents')}/tally`, 'Save the count', bySchool),
  ...formStates('parents’ survey', ({ ids }) => `/c/${ids.get('parents')}`, 'Send your answers'),
  shown('parents’ thanks', ({ ids }) => `/c/${ids.get('parents')}/thanks?from=parents`),
  shown('children’s sheets', classOf('/sheet'), bySchool),
  ...[0, 1, 2, 3, 4].map((pages) => shown(`children’s question ${pages + 1}`, childrens, { act: turned(pages) })),
  shown('children’s thanks', ({ ids }) => `/c/${ids.get('class')}/thanks`),
  shown('children’s code that is no class’s', '/c/bbbbbb', { status: 404 }),
  ...formStates('children’s code', '/c', 'Go'),
];
