import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edition, type Larkford, startLarkford } from '../flow/larkford.ts';
import { axeProblems, overflow } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { isStatusNotice, startVisit, type Visit } from './visit.ts';

let browser: Browser;
let larkford: Larkford;
beforeAll(async () => {
  [browser, larkford] = await Promise.all([launchBrowser(), startLarkford()]);
});
afterAll(async () => {
  await browser.close();
  await larkford.stop();
});

const agree = async (by: Keyboard) => {
  for (const one of [/safeguarding rules/, /alone with children/, /photo ID/, /DBS certificate/]) await by.choose(one, 'Yes');
};
const contact = (email: string) => async (by: Keyboard) => {
  await by.fill('Your name', 'A. Fictional');
  await by.fill('Your email address', email);
};

type Question = { readonly asks: string; readonly answer: (by: Keyboard) => Promise<void> };
type Journey = {
  readonly name: string;
  readonly begin: (by: Keyboard) => Promise<void>;
  readonly questions: (email: string) => readonly Question[];
  readonly send: string;
};

const begins = (way: string, button: string) => async (by: Keyboard) => {
  await by.follow(way);
  await by.press(button);
};

const stories: readonly Journey[] = [
  {
    name: 'a school',
    begin: async (by) => {
      await by.follow('Register your school');
      await by.fill('School name, postcode or URN', 'alder');
      await by.press('Search');
      await by.follow(/^Alder Bank Primary School/);
      await by.press('Yes, register this school');
    },
    questions: (email) => [
      { asks: 'How can we reach you?', answer: contact(email) },
      { asks: 'How will your school take part?', answer: (by) => by.tick('Host an event') },
      { asks: 'How many pupils does your hall hold?', answer: (by) => by.fill('How many pupils does your hall hold?', '120') },
      { asks: 'How many pupils will take part?', answer: (by) => by.fill('Year 4', '30') },
      { asks: 'Which half-days suit you?', answer: (by) => by.tick('Any half-day') },
      { asks: 'Is there anything we should know?', answer: (by) => by.fill(/^Wishes/, 'Green jobs') },
    ],
    send: 'Send the registration',
  },
  {
    name: 'an organisation',
    begin: begins('Sign up your organisation', 'Start now'),
    questions: (email) => [
      {
        asks: 'What is your organisation?',
        answer: async (by) => {
          await by.fill('Name of your organisation', 'Fictional Engineering');
          await by.select('What kind of work do you do?', 'Engineering');
        },
      },
      {
        asks: 'What would you like to offer?',
        answer: async (by) => {
          await by.fill(/^What is your session called/, 'Build a bridge');
          await by.tick('A rotation event, with other organisations');
          await by.tick('Year 4');
        },
      },
      {
        asks: 'How many pupils can you take?',
        answer: async (by) => {
          await by.fill('How many workshops can you run in a half-day?', '4');
          await by.fill('How many pupils can join one workshop?', '30');
        },
      },
      { asks: 'Which half-days suit you?', answer: (by) => by.tick('Monday 10 March: morning') },
      { asks: 'Who comes with you?', answer: (by) => by.fill('Email address of person 2', 'colleague@engineering.example') },
      { asks: 'Can you say yes to each of these?', answer: agree },
      { asks: 'How can we reach you?', answer: contact(email) },
      {
        asks: 'May we name your organisation in public?',
        answer: (by) => by.choose('May we name your organisation in public?', 'No'),
      },
    ],
    send: 'Send your sign-up',
  },
  {
    name: 'a volunteer',
    begin: begins('Sign up as a volunteer', 'Start now'),
    questions: (email) => [
      { asks: 'How can we reach you?', answer: contact(email) },
      { asks: 'Where do you work?', answer: (by) => by.fill('Where do you work?', 'Fictional Works') },
      { asks: 'Which half-days suit you?', answer: (by) => by.tick('Any half-day') },
      { asks: 'What would you like to do?', answer: (by) => by.fill('What would you like to do?', 'Show my tools') },
      { asks: 'Can you say yes to each of these?', answer: agree },
    ],
    send: 'Send your sign-up',
  },
];

const ways = [
  { script: 'with', javaScriptEnabled: true },
  { script: 'without', javaScriptEnabled: false },
];

describe.each(ways)('by keyboard, $script JavaScript', ({ script, javaScriptEnabled }) => {
  it.each(stories)(
    '$name answers question by question, mends, changes an answer and sends',
    async ({ name, begin, questions, send }) => {
      const visit = await startVisit(browser, larkford.system.origin, {
        javaScriptEnabled,
        viewport: { width: 320, height: 800 },
      });
      try {
        const by = keyboardOf(visit.page);
        const email = `${name.replace(' ', '-')}-${script}@browser.example`;
        await visit.page.goto(`/editions/${edition}`);
        await begin(by);
        for (const { asks, answer } of questions(email)) {
          await expectQuestion(visit, asks, javaScriptEnabled);
          await answer(by);
          await by.press('Continue');
        }
        await expectQuestion(visit, 'Check your answers', javaScriptEnabled);
        expect(await visit.page.locator('p.app-break').innerText()).toBe(email);
        await changeTheAddress(by, visit.page, email);
        larkford.system.clock.advance(30);
        await by.press(send);
        await expectQuestion(visit, 'We have your answers', javaScriptEnabled);
        expect(new URL(visit.page.url()).pathname).toMatch(/\/sent$/);
        await larkford.system.settle();
        expect(larkford.system.inbox.list({ to: `new-${email}` })).toHaveLength(1);
        expect(visit.complaints.filter((one) => !isStatusNotice(one))).toEqual([]);
      } finally {
        await visit.context.close();
      }
    },
  );
});

/** Changes the address from the check: first with a mistake, which is mended; and is back at the check. */
async function changeTheAddress(by: Keyboard, page: Page, email: string): Promise<void> {
  await by.follow('Change Email');
  expect(await page.getByLabel('Your email address').inputValue()).toBe(email);
  await by.fill('Your email address', 'nobody');
  await by.press('Continue');
  await page.locator('.govuk-error-summary').waitFor();
  expect(await page.title()).toMatch(/^Error: How can we reach you\?/);
  expect(await page.getByLabel('Your email address').inputValue()).toBe('nobody');
  await by.fill('Your email address', `new-${email}`);
  await by.press('Continue');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Check your answers');
}

/** A page with this one heading, that fits a telephone and breaks no rule of accessibility. */
async function expectQuestion({ page }: Visit, asks: string, script: boolean): Promise<void> {
  expect((await page.getByRole('heading', { level: 1 }).innerText()).trim()).toBe(asks);
  if (!script) return;
  expect(await axeProblems(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}
