import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { httpClient } from '#local/demo/http-client.ts';
import { instant } from '#shared/kernel/time.ts';
import { personAt, type Person } from '../person.ts';
import { type ConsoleCast, meetOrganisers } from './cast.ts';
import { alder, week } from './scene.ts';
import { seeToday, signInTo } from './today.ts';

/** The console's cast, and a school with a browser of its own. */
type FundingCast = ConsoleCast & { readonly school: Person };
type FundingChapter = { readonly tells: string; readonly happens: (cast: FundingCast) => Promise<void> };

const office = 'office@alder-bank.example';
const board = 'Fictional Opportunity Board';
const hub = 'Fictional Equality Hub';

/** As in the console's story; the school's office comes too. */
export async function meetFunders(browser: Browser, javaScriptEnabled: boolean): Promise<FundingCast> {
  const cast = await meetOrganisers(browser, javaScriptEnabled);
  const school = await personAt({ email: office, width: 390, browser, system: cast.system, javaScriptEnabled });
  return { ...cast, school };
}

/** The organisation presses the button of its own mail. */
async function firmConfirms({ system }: FundingCast): Promise<void> {
  const client = httpClient(system.origin);
  const [mail] = system.inbox.list({ to: 'team@engineering.example', limit: 1 });
  const link = mail?.links.find((one) => one.includes('/l/')) ?? '';
  const { cookie } = await client.post(new URL(link).pathname, {});
  await client.post('/my/place/confirm', {}, cookie);
  await system.settle();
}

async function addLine({ by, sees }: Person, [name, funder, amount]: readonly [string, string, string]): Promise<void> {
  await by.fill('Short name', name);
  await by.fill('Funder', funder);
  await by.fill('Amount in pounds', amount);
  await by.fill('School year', '2024-25');
  await by.press('Save');
  await sees(funder);
}

async function spend({ by }: Person, [evidence, amount]: readonly [string, string]): Promise<void> {
  await by.fill('Invoice or receipt', evidence);
  await by.fill('Day', '2025-01-10');
  await by.fill('Amount in pounds', amount);
  await by.fill('What it was for', 'Coach to the depot');
  await by.press('Enter it');
}

/** From the page of one line to the page of what counts for it, with a deliverable promised on the way. */
async function promise({ by, sees }: Person, [name, what, unit]: readonly [string, string, string]): Promise<void> {
  await by.follow('What was promised');
  await by.fill('Short name', name);
  await by.fill('Deliverable', what);
  await by.select('Counted in', unit);
  await by.fill('Target', '20');
  await by.press('Save');
  await sees(what, '20', '0');
  await by.follow('Back');
}

const openFunding = async (organiser: FundingCast['organiser']) => {
  await seeToday(organiser);
  await organiser.by.follow('Funding');
};

/** Two funders' money is spent, a school is sent a session, and the session counts once. */
export const spendsMoney: readonly FundingChapter[] = [
  {
    tells: 'two funders’ money is written down; more than there is cannot be spent, nor one invoice twice',
    happens: async ({ organiser }) => {
      const { by, sees } = organiser;
      await openFunding(organiser);
      await sees('No funding line is kept yet.');
      await addLine(organiser, ['board', board, '1000']);
      await by.follow('Back');
      await addLine(organiser, ['hub', hub, '500']);
      await spend(organiser, ['INV 7', '600']);
      await sees('There is a problem', 'Only £500.00 of this line is left');
      await spend(organiser, ['INV 7', '420.50']);
      await sees('Spent £420.50', 'Left £79.50');
      await by.follow('Back');
      await by.follow(board);
      await spend(organiser, ['inv 7', '10']);
      await sees('This reference is entered on the line hub already, for Coach to the depot');
      await by.follow('Back');
      await sees('£1,500 in all, £420.50 spent.');
    },
  },
  {
    tells: 'an entry is put right and undone, and how it stood stays to be seen',
    happens: async ({ organiser }) => {
      const { by, sees } = organiser;
      await by.follow(hub);
      await by.follow('INV 7');
      await by.fill('Amount in pounds', '400');
      await by.press('Save');
      await sees('Amount £400', '£420.50', organiser.email);
      await by.press('Undo this entry');
      await sees('Undone', 'Left £500');
      await by.follow('Back');
    },
  },
  {
    tells: 'a session is put on the menu, and a school asks for it on its own page',
    happens: async (cast) => {
      const { organiser, school, settled } = cast;
      const { by, sees } = organiser;
      await firmConfirms(cast);
      await by.follow('Sector sessions and who has had them');
      await by.fill('Short name', 'ride');
      await by.fill('What it is called', 'How trains run');
      await by.select('Sector', 'Rail');
      await by.select('Offered by', 'Fictional Engineering');
      await by.tick('Year 4');
      await by.fill('Minutes', '60');
      await by.press('Save');
      await sees('How trains run (ride)', 'Fictional Engineering');
      await settled();
      await school.reads(school.subjects()[0] ?? '');
      await school.goesOn();
      await school.by.follow('Ask for a sector session');
      await school.by.choose('Session', 'How trains run (Rail)');
      await school.by.fill('Day', '2025-01-10');
      await school.by.fill('Year 4', '30');
      await school.by.press('Ask for it');
      await school.sees('Choose a day that is still to come');
      await school.by.fill('Day', '2025-03-11');
      await school.by.press('Ask for it');
      await school.sees('11 March 2025', '30 pupils', 'We are looking for somebody');
    },
  },
  {
    tells: 'the organiser sees why somebody fits, and says that they come',
    happens: async ({ organiser, school }) => {
      const { by, sees, page } = organiser;
      await page.reload();
      await sees('Schools without 1 of 1');
      await by.follow('How trains run');
      await sees(`How trains run at ${alder}`, 'offers this session', 'these year groups suit them');
      await by.press('Fictional Engineering comes');
      await sees('Somebody comes');
      await school.page.reload();
      await school.sees('Fictional Engineering');
    },
  },
  {
    tells: 'after its day who was there is written down',
    happens: async ({ organiser, system }) => {
      const { by, sees, page } = organiser;
      system.clock.set(instant.parse('2025-03-12T10:00:00.000Z'));
      await system.settle();
      await page.context().clearCookies();
      await signInTo(organiser, week);
      await openFunding(organiser);
      await by.follow('Sector sessions and who has had them');
      await by.follow('How trains run');
      await by.fill('Year 4', '28');
      await by.press('Save who was there');
      await sees('Held', 'Year 4: 28 pupils');
    },
  },
  {
    tells: 'the session counts for one funder, and whoever claims it for another reads who has it',
    happens: async ({ organiser }) => {
      const { by, sees, page } = organiser;
      await openFunding(organiser);
      await by.follow(hub);
      await promise(organiser, ['pupils', 'Pupils at work', 'pupils']);
      await by.follow('Back');
      await by.follow(board);
      await promise(organiser, ['visits', 'Sector sessions', 'sessions']);
      await by.follow('What counts for what');
      // The other tab of somebody who is slower.
      const slower = await page.context().newPage();
      await slower.goto(page.url().replace('/board/', '/hub/'));
      await by.select('Output', 'How trains run');
      await by.select('Counts for', 'Sector sessions');
      await by.press('Claim it');
      await sees(`“Sector sessions” of ${board}: claimed by ${organiser.email}`);
      await slower.getByLabel('Output').selectOption({ index: 1 });
      await slower.getByLabel('Counts for').selectOption({ index: 1 });
      await slower.getByRole('button', { name: 'Claim it' }).click();
      const refusal = slower.locator('.govuk-error-summary');
      expect(await refusal.innerText()).toContain(
        `This counts already for “Sector sessions” of ${board}: claimed by ${organiser.email}`,
      );
      await slower.close();
    },
  },
  {
    tells: 'the report to the funder says money, deliverables and reach in its own words',
    happens: async ({ organiser }) => {
      const { by, sees } = organiser;
      await by.follow('Back');
      await by.follow('The report to this funder');
      await sees(`Report to ${board}, 2024-25`, 'Amount £1,000', 'Sector sessions sessions and events 20 1', 'none yet');
      await sees('How trains run', '11 March 2025', '28', 'There are too few to show how they describe themselves.');
    },
  },
];
