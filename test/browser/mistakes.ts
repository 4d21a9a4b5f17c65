import type { Page } from 'playwright-core';

/** A form of somebody's own pages, filled in wrongly. */
export type Mistake = {
  readonly name: string;
  readonly path: string;
  /** Whose cookie the browser holds. */
  readonly as: string;
  /** What is typed, by label. */
  readonly fill?: Readonly<Record<string, string>>;
  readonly uncheck?: readonly string[];
  readonly button: string;
  /** What the summary says, in its order. */
  readonly says: readonly string[];
};

const tooLong = 'x'.repeat(501);
const school = { as: 'school' } as const;
const organisation = { as: 'organisation' } as const;
const volunteer = { as: 'volunteer' } as const;

/** Each form that people reach by a mailed link, with every kind of mistake its schema knows; and the organiser's first two. */
export const mistakes: readonly Mistake[] = [
  {
    ...school,
    name: 'a school’s answers, no number and no hall',
    path: '/my/place/change',
    fill: { 'Year 4': 'thirty', 'How many pupils does your hall hold?': '', 'Wishes (optional)': tooLong },
    uncheck: ['Monday 10 March: morning'],
    button: 'Save your changes',
    says: ['Enter a whole number of pupils', 'Choose at least one half-day', 'Use 500 characters or fewer'],
  },
  {
    ...school,
    name: 'a school’s answers, without the hall of a host',
    path: '/my/place/change',
    fill: { 'Year 4': '31', 'How many pupils does your hall hold?': '' },
    button: 'Save your changes',
    says: ['Enter how many pupils your hall holds'],
  },
  {
    ...school,
    name: 'a school’s contact, nameless',
    path: '/my/place/contact',
    fill: { 'Your name': '', 'Your job title (optional)': 'Head teacher', 'Your telephone number (optional)': 'call me' },
    button: 'Save your details',
    says: ['Enter your name', 'Enter a telephone number, like 01632 960 001'],
  },
  {
    ...school,
    name: 'a hand-over to nobody',
    path: '/my/place/hand-over',
    fill: { 'Your colleague’s name': '', 'Your colleague’s email address': 'office at alder' },
    button: 'Continue',
    says: ['Enter your colleague’s name', 'Enter one email address, like name@school.example'],
  },
  {
    ...school,
    name: 'a hand-over to oneself',
    path: '/my/place/hand-over',
    fill: { 'Your colleague’s name': 'B. Fictional', 'Your colleague’s email address': 'Office@alder-bank.example' },
    button: 'Continue',
    says: ['Enter the address of a colleague, not your own'],
  },
  {
    ...school,
    name: 'a school’s withdrawal, with too much to say',
    path: '/my/place/withdraw',
    fill: { 'Why do you withdraw? (optional)': tooLong },
    button: 'Withdraw our school',
    says: ['Use 500 characters or fewer'],
  },
  {
    as: 'guest',
    name: 'numbers at an event, in words',
    path: '/my/place/bookings/monday',
    fill: { 'Year 4': 'many', 'Year 5': '501' },
    button: 'Save the numbers',
    says: ['Enter a whole number of pupils', 'Enter a whole number from 0 to 500'],
  },
  {
    as: 'guest',
    name: 'numbers at an event, more than there is room for',
    path: '/my/place/bookings/monday',
    fill: { 'Year 4': '90' },
    button: 'Save the numbers',
    says: ['This event has 7 more places, and you asked for 65 more.'],
  },
  {
    ...organisation,
    name: 'an organisation’s offer, emptied',
    path: '/my/organisation',
    fill: {
      'How many workshops can you run in a half-day?': 'four',
      'How many pupils can join one workshop?': '',
      'What you need (optional)': tooLong,
    },
    uncheck: ['A rotation event, with other organisations', 'Monday 10 March: morning', 'Year 4', 'Year 5'],
    button: 'Save your changes',
    says: [
      'Choose how you can take part',
      'Choose at least one half-day',
      'Enter how many workshops you can run in a half-day',
      'Enter how many pupils a workshop takes',
      'Choose the year groups your session suits',
      'Use 500 characters or fewer',
    ],
  },
  {
    ...organisation,
    name: 'an organisation’s contact, nameless',
    path: '/my/contact',
    fill: { 'Your name': ' ', 'Your telephone number (optional)': '12' },
    button: 'Save your details',
    says: ['Enter your name', 'Enter a telephone number, like 01632 960 001'],
  },
  {
    ...organisation,
    name: 'a place declined, with too much to say',
    path: '/my/offers/monday',
    fill: { 'Why can you not come? (optional)': tooLong },
    button: 'No, we cannot',
    says: ['Use 500 characters or fewer'],
  },
  {
    ...organisation,
    name: 'an organisation’s withdrawal, with too much to say',
    path: '/my/withdrawal',
    fill: { 'Why do you withdraw? (optional)': tooLong },
    button: 'Withdraw',
    says: ['Use 500 characters or fewer'],
  },
  {
    ...volunteer,
    name: 'a volunteer’s offer, without a half-day',
    path: '/my/volunteer',
    fill: { 'What would you like to do? (optional)': tooLong },
    uncheck: ['Monday 10 March: morning'],
    button: 'Save your changes',
    says: ['Choose at least one half-day', 'Use 500 characters or fewer'],
  },
  {
    ...volunteer,
    name: 'a volunteer’s contact, with hidden letters',
    path: '/my/contact',
    fill: { 'Your name': 'V\u{200B}\u{202E}.', 'Your job title (optional)': 'x'.repeat(101) },
    button: 'Save your details',
    says: ['Remove hidden characters and piled-up accents', 'Use 100 characters or fewer'],
  },
  {
    as: 'organiser',
    name: 'a programme, with codes that are none',
    path: '/organiser',
    fill: { City: 'Elsewhere', 'Local authority codes': '331, 33 332 Derby', 'Colour of the header (optional)': '#ffffff' },
    button: 'Open a programme',
    says: [
      'Enter a short name',
      'Enter the programme’s name',
      'Check code 2 and code 4: a local authority code has 3 digits, like 331',
      'Choose a darker colour: white text on this one is hard to read',
      'Enter the organiser’s name',
      'Enter an email address',
    ],
  },
  {
    as: 'organiser',
    name: 'an edition, without its days',
    path: '/organiser',
    fill: { 'First day': '3 March' },
    button: 'Plan an edition',
    says: [
      'Enter a short name',
      'Enter the edition’s name',
      'Enter a real date, like 2025-03-03',
      ...Array.from({ length: 4 }, () => 'Enter a date, like 2025-03-03'),
    ],
  },
];

/** Fills the form in as the mistake says, and sends it. */
export async function make(page: Page, { fill = {}, uncheck = [], button }: Mistake): Promise<void> {
  for (const [label, text] of Object.entries(fill)) await page.getByLabel(label, { exact: true }).fill(text);
  for (const label of uncheck) await page.getByLabel(label, { exact: true }).uncheck();
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.locator('.govuk-error-summary').waitFor();
}
