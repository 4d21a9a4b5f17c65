import type { Page } from 'playwright-core';
import { type CityPage, empty, filled, press, sent, shown, summary } from './city-page.ts';
import { publicPath } from './city.ts';
import { applyTo, holderAt, sequels } from './drafts.ts';
import { fillIn } from './fill-in.ts';

const tooLong = 'x'.repeat(2000);

/** Fills one field with what no form takes, and sends. */
function mistake(field: string, text: string, button: string) {
  return async (page: Page): Promise<void> => {
    await page.locator(`[name="${field}"]`).first().fill(text);
    await press(button, summary)(page);
  };
}

/** A form as it is met, sent as it stands, and filled in. */
export function formStates(name: string, path: CityPage['path'], button: string, more: Partial<CityPage> = {}) {
  return [
    empty(name, path, more),
    sent(`${name}, nothing filled in`, path, button, more),
    filled(`${name}, filled in`, path, { act: fillIn, ...more }),
  ];
}

/** A form that opens with what we hold, and the same sent with a mistake in one field. */
function heldForm(as: string, path: string, [field, text]: readonly [field: string, text: string]): readonly CityPage[] {
  const name = `${as}: ${path}`;
  // Every such form has one button of its own, the last in its form.
  const act = async (page: Page) => {
    await page.locator(`main form [name="${field}"]`).first().fill(text);
    await page.locator(`main form[action="${path}"] button`).last().click();
    await page.locator(summary).waitFor();
  };
  return [filled(name, path, { as }), { ...filled(`${name}, with a mistake`, path, { as, act }), state: 'error' }];
}

/** Pages where nothing has to be filled in: what is wrong there. */
const mistakes: Readonly<Record<string, readonly [field: string, text: string]>> = {
  needs: ['wishes', tooLong],
  people: ['colleagues', 'nobody'],
  'with-whom': ['organisationName', tooLong],
  offer: ['offer', tooLong],
};

const kinds = ['school', 'organisation', 'volunteer'] as const;

/** Every question of every journey: unanswered, sent with a mistake, and answered. */
export const questions: readonly CityPage[] = kinds.flatMap((kind) =>
  sequels[kind].steps.flatMap(([step]) => {
    const [name, path] = [`${kind}, ${step}`, applyTo(kind, step)];
    const at = { as: holderAt(kind, step) };
    const wrong = mistakes[step];
    return [
      empty(name, path, at),
      sent(`${name}, mistaken`, path, 'Continue', { ...at, ...(wrong && { act: mistake(...wrong, 'Continue') }) }),
      filled(`${name}, answered`, path, { as: holderAt(kind, 'check') }),
    ];
  }),
);

/** Where a journey stands otherwise. */
export const standings: readonly CityPage[] = kinds.flatMap((kind) => [
  shown(`${kind}, begun`, applyTo(kind), { as: holderAt(kind, 'half-days') }),
  shown(`${kind}, check answers`, applyTo(kind, 'check'), { as: holderAt(kind, 'check') }),
]);

/** What a journey ends with. */
export const receipts: readonly CityPage[] = kinds.map((kind) =>
  shown(`${kind}, sent`, applyTo(kind, 'sent'), { as: holderAt(kind, 'sent') }),
);

/** The forms of the public on one page each. */
export const publicForms: readonly CityPage[] = [
  ...formStates('register', `${publicPath}/schools/register?urn=900001`, 'Send the registration'),
  ...formStates('organisation’s sign-up', `${publicPath}/organisations/sign-up`, 'Send your sign-up'),
  ...formStates('volunteer’s sign-up', `${publicPath}/volunteers/sign-up`, 'Send your sign-up'),
  ...formStates('lost link', `${publicPath}/lost-link`, 'Send me a link'),
];

/** What the holders of links change. */
export const linkForms: readonly CityPage[] = [
  ...heldForm('school', '/my/place/change', ['cohorts.year4', 'many']),
  ...heldForm('school', '/my/place/contact', ['contact.name', '']),
  ...heldForm('guest', '/my/place/bookings/monday', ['cohorts.year4', 'many']),
  ...heldForm('organisation', '/my/organisation', ['workshopsPerHalfDay', 'many']),
  ...heldForm('organisation', '/my/contact', ['contact.name', '']),
  ...heldForm('volunteer', '/my/volunteer', ['offer', tooLong]),
  ...heldForm('volunteer', '/my/contact', ['contact.name', '']),
  ...formStates('hand over', '/my/place/hand-over', 'Continue', { as: 'school' }),
  shown('hand over, to be confirmed', '/my/place/hand-over', {
    as: 'school',
    act: async (page) => {
      await page.getByLabel('name').first().fill('C. Fictional');
      await page.getByLabel('email').first().fill('colleague@alder-bank.example');
      await press('Continue', 'main form:has([name="confirmed"])')(page);
    },
  }),
  ...reasonForm('school', '/my/place/withdraw'),
  ...reasonForm('organisation', '/my/withdrawal'),
  ...reasonForm('organisation', '/my/offers/monday'),
];

/** A form that asks for nothing but why, and needs no answer. */
function reasonForm(as: string, path: string): readonly CityPage[] {
  const [, wrong] = heldForm(as, path, ['reason', tooLong]);
  const name = `${as}: ${path}`;
  return [empty(name, path, { as }), filled(`${name}, filled in`, path, { as, act: fillIn }), ...(wrong ? [wrong] : [])];
}

/** What an organiser fills in. */
export const organiserForms: readonly CityPage[] = [
  filled('programmes and editions, filled in', '/organiser', { as: 'organiser', act: fillIn }),
];

/** A school asks for places at an event. */
export const waitingForms: readonly CityPage[] = [
  empty('school asks for places', '/my/place/waiting/empty', { as: 'school' }),
  sent('school asks for places, nothing filled in', '/my/place/waiting/empty', 'Ask for these places', { as: 'school' }),
  filled('school asks for places, filled in', '/my/place/waiting/empty', {
    as: 'school',
    act: (page) => page.locator('input[name="cohorts.year4"]').fill('24'),
  }),
];
