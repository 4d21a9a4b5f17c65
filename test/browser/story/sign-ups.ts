import { expect } from 'vitest';
import type { Person } from '../person.ts';

const onOnePage = 'You can also answer all questions on one page';

/** From the start page to the form that a link of the week's page leads to. */
async function begin({ page, by }: Person, link: string): Promise<void> {
  await page.goto('/');
  await by.follow('Larkford Primary Aspirations Week 2025');
  await by.follow(link);
}

async function findSchool(person: Person, typed: string, result: RegExp): Promise<void> {
  await begin(person, 'Register your school');
  await person.by.fill('School name, postcode or URN', typed);
  await person.by.press('Search');
  await person.sees('1 school found', 'URN 90000');
  await person.by.follow(result);
}

/** Question by question; leaves the person at the check of all answers. */
export async function answerForAlderBank(person: Person): Promise<void> {
  const { by, sees } = person;
  await findSchool(person, 'alder', /^Alder Bank Primary School/);
  await sees('Is this your school?', 'Alder Bank Primary School');
  await by.press('Yes, register this school');
  await sees('How can we reach you?');
  await by.fill('Your name', 'A. Fictional');
  await by.fill('Your email address', 'office@alder-bank.example');
  await by.fill(/^Your telephone number/, '01632 960 010');
  await by.press('Continue');
  await sees('How will your school take part?');
  await by.tick('Host an event');
  await by.press('Continue');
  await sees('You said that you can host an event.');
  await by.fill('How many pupils does your hall hold?', '120');
  await by.press('Continue');
  await by.fill('Year 4', '30');
  await by.press('Continue');
  await sees('Which half-days suit you?');
  await by.tick('Monday 10 March: morning');
  await by.press('Continue');
  await by.fill(/^Wishes/, 'Green jobs');
  await by.press('Continue');
  await sees('Check your answers', 'Year 4: 30', 'Monday 10 March: morning', 'We send a link to this address. Is it right?');
}

/** On one page, with two mistakes; leaves the person at the form that came back. */
export async function answerForBramble(person: Person): Promise<void> {
  const { by } = person;
  await findSchool(person, 'bramble', /^Bramble Lane/);
  await by.follow(onOnePage);
  await by.tick('Bring pupils to an event');
  await by.fill('Year 4', 'twenty');
  await by.tick('Monday 10 March: morning');
  await by.fill('Your name', 'B. Fictional');
  await by.fill('Your email address', 'office at bramble');
  await by.press('Send the registration');
}

/** Both mistakes stand in the summary, which leads to their fields, and nothing typed was lost. */
export async function mendBramble({ page, by, sees }: Person, javaScriptEnabled: boolean): Promise<void> {
  expect(await page.title()).toMatch(/^Error: Register your school/);
  await sees('There is a problem');
  const summary = page.locator('.govuk-error-summary');
  // Without the script nothing can move the focus; the summary then comes first in the page.
  if (javaScriptEnabled) expect(await summary.and(page.locator(':focus')).count()).toBe(1);
  const mistakes = summary.getByRole('link');
  expect(await mistakes.count()).toBe(2);
  expect(await page.getByLabel('Year 4').inputValue()).toBe('twenty');
  expect(await page.getByLabel('Your name').inputValue()).toBe('B. Fictional');
  expect(await page.getByRole('checkbox', { name: 'Bring pupils to an event' }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'Monday 10 March: morning' }).isChecked()).toBe(true);
  await by.jump((await mistakes.nth(0).innerText()).trim());
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('20');
  expect(await page.getByLabel('Year 4').inputValue()).toBe('20');
  await by.fill('Your email address', 'office@bramble-lane.example');
  await by.press('Send the registration');
  await sees('We have your answers');
}

/** An organisation that will come with one colleague; leaves the person at the receipt. */
export async function signUpEngineering(person: Person): Promise<void> {
  const { by, sees } = person;
  await begin(person, 'Sign up your organisation');
  await by.follow(onOnePage);
  await by.fill('Name of your organisation', 'Fictional Engineering');
  await by.select('What kind of work do you do?', 'Engineering');
  await by.tick('A rotation event, with other organisations');
  await by.tick('Monday 10 March: morning');
  await by.fill('How many workshops can you run in a half-day?', '4');
  await by.fill('How many pupils can join one workshop?', '30');
  await by.tick('Year 4');
  await by.choose('May we name your organisation in public?', 'Yes');
  await by.fill('Email address of person 1', 'colleague@engineering.example');
  await agree(person);
  await by.fill('Your name', 'O. Fictional');
  await by.fill('Your email address', 'team@engineering.example');
  await by.press('Send your sign-up');
  await sees('We have your answers');
}

/** A volunteer who came by their organisation's link; leaves the person at the check of all answers. */
export async function answerAsColleague(person: Person): Promise<void> {
  const { by, sees } = person;
  await sees('You sign up with the organisation that sent you this link.');
  await by.press('Start now');
  await by.fill('Your name', 'V. Fictional');
  await by.fill('Your email address', 'colleague@engineering.example');
  await by.press('Continue');
  await sees('Which half-days suit you?');
  await by.tick('Any half-day');
  await by.press('Continue');
  await by.fill('What would you like to do?', 'Show my tools');
  await by.press('Continue');
  await sees('Can you say yes to each of these?');
  await agree(person);
  await by.press('Continue');
  await sees('Check your answers', 'Any half-day', 'Show my tools', 'colleague@engineering.example');
}

/** Says yes to each safeguarding statement. */
async function agree({ by }: Person): Promise<void> {
  for (const statement of [/safeguarding rules/, /alone with children/, /photo ID/, /DBS certificate/])
    await by.choose(statement, 'Yes');
}
