import { expect } from 'vitest';
import { csvLines } from '#shared/kernel/csv.ts';
import type { ConsoleChapter, OrganiserPerson } from './cast.ts';
import { seeToday } from './today.ts';

export const bakery = 'Fictional Bakery';
export const bridges = 'Fictional Bridges';
const circus = 'Fictional Circus';
export const addressOf = {
  [bakery]: 'team@bakery.example',
  [bridges]: 'team@bridges.example',
  [circus]: 'team@circus.example',
} as const;

const header = [
  'Organisation',
  'Sector',
  'Offers',
  'Half-days',
  'Workshops in a half-day',
  'Pupils in a workshop',
  'Year groups',
].concat(['May be named', 'Agreed to safeguarding', 'Name', 'Email address']);
const row = (name: keyof typeof addressOf, sector: string, email: string = addressOf[name]) => [
  name,
  sector,
  'A special event at our own site',
  '2025-03-10-am; 2025-03-10-pm',
  '2',
  '30',
  'Year 4',
  'yes',
  'yes',
  'F. Fictional',
  email,
];

const bad = csvLines([
  header,
  row(bakery, 'Hotels, food and shops'),
  row(bridges, 'Bridge building'),
  row(circus, 'Arts and media', 'team at circus'),
]);
const mended = csvLines([
  header,
  row(bakery, 'Hotels, food and shops'),
  row(bridges, 'Engineering and making things'),
  row(circus, 'Arts and media'),
]);

/** Chooses a file by keyboard as far as a page can: the dialogue is the browser's own. */
async function check({ page, by }: OrganiserPerson, file: string): Promise<void> {
  await page
    .getByLabel('CSV file, up to 4 MB')
    .setInputFiles({ name: 'organisations.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await by.press('Check the file');
}

/** Organisations come in from a file that has to be mended first. */
export const bringsIn: readonly ConsoleChapter[] = [
  {
    tells: 'a file with two bad rows shows row, column, value and what to do, and adds nothing',
    happens: async ({ organiser }) => {
      const { by, sees, page } = organiser;
      await seeToday(organiser);
      await by.follow('Import organisations');
      await check(organiser, bad);
      await sees('1 to add, 0 signed up already, 2 to mend.', 'Add 1 organisation');
      const rows = await page.getByRole('table', { name: 'To mend' }).locator('tbody tr').allInnerTexts();
      expect(rows.map((one) => one.replaceAll(/\s+/g, ' ').trim())).toEqual([
        expect.stringMatching(/^Row 3 Sector Bridge building Choose a sector: Arts and media; /),
        expect.stringMatching(/^Row 4 Email address team at circus Enter /),
      ]);
      await by.follow('Organisations');
      await sees('1 organisation.', 'Fictional Engineering');
    },
  },
  {
    tells: 'the mended file goes in, and each organisation is asked to confirm',
    happens: async ({ organiser, settled, system }) => {
      const { by, sees } = organiser;
      await seeToday(organiser);
      await by.follow('Import organisations');
      await check(organiser, mended);
      await sees('3 to add, 0 signed up already, 0 to mend.', bakery, bridges, circus);
      await by.press('Add 3 organisations');
      await sees('3 organisations were added.', 'Take it back');
      await by.follow('Organisations');
      await sees('4 organisations.', bakery, bridges, circus);
      await settled();
      for (const to of Object.values(addressOf)) expect(system.inbox.list({ to, limit: 5 })).toHaveLength(1);
    },
  },
];
