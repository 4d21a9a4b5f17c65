import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Larkford, startLarkford } from '../flow/larkford.ts';
import { expectNoAxeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { lastAfternoon } from './city.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { isStatusNotice, startVisit, type Visit } from './visit.ts';

const onOnePage = 'You can also answer all questions on one page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

// One after the other tells the whole week: each step starts where the one before left the city.
describe.each([
  { script: 'without', javaScriptEnabled: false },
  { script: 'with', javaScriptEnabled: true },
])('a week by keyboard, $script JavaScript', ({ javaScriptEnabled }) => {
  let larkford: Larkford;
  let visit: Visit;
  let page: Page;
  let by: Keyboard;
  beforeAll(async () => {
    larkford = await startLarkford();
    visit = await startVisit(browser, larkford.system.origin, { javaScriptEnabled, viewport: { width: 1000, height: 800 } });
    ({ page } = visit);
    by = keyboardOf(page);
  });
  afterAll(async () => {
    await visit.context.close();
    await larkford.stop();
  });

  const heading = () => page.getByRole('heading', { level: 1 }).innerText();
  /** Everything that was caused so far has happened, and is counted. */
  async function settled(): Promise<void> {
    await larkford.system.settle();
    await larkford.system.runJob('aggregate');
    await larkford.system.settle();
  }
  /** Goes by the inbox to the newest mail to an address, and on by its link. */
  async function openMailTo(address: string): Promise<void> {
    await settled();
    const [mail] = larkford.system.inbox.list({ to: address, limit: 1 });
    await page.goto('/inbox');
    await by.follow(mail?.subject ?? 'no mail');
    await by.follow(/\/l\//);
    await by.press('Continue');
  }
  async function startFrom(link: string): Promise<void> {
    await page.goto('/');
    await by.follow('Larkford Primary Aspirations Week 2025');
    await by.follow(link);
  }
  /** Says yes to each safeguarding statement. */
  async function agree(): Promise<void> {
    for (const statement of [/safeguarding rules/, /alone with children/, /photo ID/, /DBS certificate/])
      await by.choose(statement, 'Yes');
  }
  async function signIn(): Promise<void> {
    await page.goto('/organiser');
    expect(await heading()).toBe('Sign in first');
    await by.follow('Sign in as an organiser');
    await by.press('Sign in');
    await by.press('Larkford organiser (fictional)');
    expect(await heading()).toBe('Programmes and editions');
    await by.follow('Larkford Primary Aspirations Week 2025');
  }

  it('a school is found by name and registers, after two mistakes', async () => {
    await startFrom('Register your school');
    await by.fill('School name, postcode or URN', 'alder');
    await by.press('Search');
    await by.follow(/^Alder Bank Primary School/);
    await by.follow(onOnePage);
    await by.tick('Host an event');
    await by.fill('How many pupils does your hall hold?', '120');
    await by.fill('Year 4', 'thirty');
    await by.tick('Monday 10 March: morning');
    await by.fill('Your name', 'A. Fictional');
    await by.fill('Your email address', 'office at alder-bank');
    await by.press('Send the registration');
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Error: Register your school/);
    await expectMistakes();
    await by.fill('Your email address', 'office@alder-bank.example');
    await by.press('Send the registration');
    await page.waitForURL('**/received/*');
    expect(await heading()).toBe('We have your answers');
  });

  /** Both mistakes stand in the summary, which leads to their fields, and nothing typed was lost. */
  async function expectMistakes(): Promise<void> {
    const summary = page.locator('.govuk-error-summary');
    // Without the script nothing can move the focus; the summary then comes first in the page.
    if (javaScriptEnabled) expect(await summary.and(page.locator(':focus')).count()).toBe(1);
    expect(await summary.getByRole('link').allInnerTexts()).toHaveLength(2);
    expect(await page.getByLabel('Year 4').inputValue()).toBe('thirty');
    expect(await page.getByLabel('Your name').inputValue()).toBe('A. Fictional');
    expect(await page.getByRole('checkbox', { name: 'Host an event' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Monday 10 March: morning' }).isChecked()).toBe(true);
    await follow(summary.getByRole('link').nth(1));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('half mended');
    expect(await page.getByLabel('Your email address').inputValue()).toBe('half mended');
    await follow(summary.getByRole('link').nth(0));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('30');
    expect(await page.getByLabel('Year 4').inputValue()).toBe('30');
  }

  it('a mailed link shows what is held, and its button confirms', async () => {
    await openMailTo('office@alder-bank.example');
    expect(await heading()).toBe('Your school’s place');
    expect(await page.locator('main').innerText()).toContain('not confirmed yet');
    await by.press('Confirm our registration');
    await page.getByText('Your school has its place').waitFor();
    expect(new URL(page.url()).pathname).toBe('/my/place');
  });

  it('an organisation and a volunteer sign up', async () => {
    await startFrom('Sign up your organisation');
    await by.follow(onOnePage);
    await by.fill('Name of your organisation', 'Fictional Engineering');
    await by.select('What kind of work do you do?', 'Engineering');
    await by.tick('A rotation event, with other organisations');
    await by.tick('Monday 10 March: morning');
    await by.fill('How many workshops can you run in a half-day?', '4');
    await by.fill('How many pupils can join one workshop?', '30');
    await by.tick('Year 4');
    await by.choose('May we name your organisation in public?', 'Yes');
    await agree();
    await by.fill('Your name', 'O. Fictional');
    await by.fill('Your email address', 'team@engineering.example');
    await by.press('Send your sign-up');
    await page.waitForURL('**/received/*');
    await openMailTo('team@engineering.example');
    await by.press('Confirm our sign-up');
    await page.getByText('Your sign-up is confirmed').waitFor();
    await by.follow('Sign-up page for your volunteers');
    await by.follow(onOnePage);
    await by.fill('Your name', 'V. Fictional');
    await by.fill('Your email address', 'volunteer@engineering.example');
    await by.tick('Monday 10 March: morning');
    await agree();
    await by.press('Send your sign-up');
    await page.waitForURL('**/received/*');
    await openMailTo('volunteer@engineering.example');
    await by.press('Confirm my sign-up');
    await page.getByText('Your sign-up is confirmed').waitFor();
    expect(new URL(page.url()).pathname).toBe('/my/place');
  });

  it('the organiser signs in, records an event, books the school and counts who came', async () => {
    await settled();
    await signIn();
    await by.follow('Events');
    await by.fill('Title', 'Monday rotation');
    await by.fill('Short name', 'monday');
    await by.choose('Kind of event', 'Rotation event');
    await by.select('Half-day', 'Monday 10 March: morning');
    await by.tick('Fictional Engineering');
    await by.fill(/^URN of the host school/, '900001');
    await by.fill('Sessions in the half-day', '4');
    await by.fill('Places for pupils', '60');
    await by.press('Record the event');
    await page.waitForURL('**/events/monday');
    await by.select('School', 'Alder');
    await by.fill('Year 4', '30');
    await by.press('Book the places');
    await by.fill(/^Pupils who came from Alder Bank/, '28');
    await by.press(/^Save the headcount of Alder Bank/);
    await page.getByRole('cell', { name: '28' }).waitFor();
    await settled();
    expect(larkford.system.inbox.list({ to: 'office@alder-bank.example' })[0]?.subject).toContain('30 pupils on Monday 10 March');
    await by.follow('Edition');
    await by.press('Move on to “Running”');
    await page.getByRole('button', { name: 'Move on to “Asking schools”' }).waitFor();
  });

  it('on the last afternoon the school is asked, answers, and changes an answer', async () => {
    await settled();
    larkford.system.clock.set(lastAfternoon);
    await larkford.system.runJob('invite-schools');
    await openMailTo('office@alder-bank.example');
    expect(await heading()).toBe('How was it?');
    await by.choose('Hosting an event was a positive experience for our school', 'Strongly agree');
    await by.choose('The children really enjoyed themselves', 'Agree');
    await by.choose('We want to be involved in similar events in future', 'Strongly agree');
    await by.fill(/^In your own words/, 'They asked when the next one is.');
    await by.choose('May we print your words?', 'Yes, you may print them');
    await by.press('Send your answers');
    await by.follow('Look at your answers or change them');
    await by.choose('The children really enjoyed themselves', 'Strongly agree');
    await by.press('Send your answers');
    await page.getByRole('link', { name: 'Look at your answers or change them' }).waitFor();
  });

  it('the organiser publishes, and everybody sees the figures', async () => {
    await settled();
    await signIn();
    await by.follow('Figures');
    await by.press('Publish the figures as they stand');
    await by.follow('See the published report');
    expect(await heading()).toBe('What Larkford Primary Aspirations Week 2025 achieved');
    const figures = await page.locator('li:has(.app-figure)').allInnerTexts();
    expect(figures).toEqual([
      expect.stringMatching(/^1\s+school took part$/),
      expect.stringMatching(/^1\s+of them hosted an event$/),
      expect.stringMatching(/^1\s+organisation gave sessions$/),
      expect.stringMatching(/^28\s+pupils counted at sessions face to face$/),
      expect.stringMatching(/^0\s+pupils counted at sessions online$/),
    ]);
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['Hosting an event was a positive experience for our school', '5.00', '1', '1', '100%'],
      ['The children really enjoyed themselves', '5.00', '1', '1', '100%'],
      ['We want to be involved in similar events in future', '5.00', '1', '1', '100%'],
    ]);
    expect(await page.locator('.govuk-inset-text').innerText()).toBe('They asked when the next one is.');
    if (javaScriptEnabled) await expectNoAxeViolations(page);
  });

  it('and the browser never complained', () => {
    expect(visit.complaints.filter((one) => !isStatusNotice(one))).toEqual([]);
  });

  /** Follows a link within the page. */
  async function follow(link: ReturnType<Page['locator']>): Promise<void> {
    const focused = link.and(page.locator(':focus'));
    for (let presses = 0; presses < 250 && (await focused.count()) === 0; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
});
