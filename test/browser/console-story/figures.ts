import { expect } from 'vitest';
import type { ConsoleChapter } from './cast.ts';
import { seeToday } from './today.ts';

const plan = 'Plan of Larkford (fictional)';
const table = (last: string) =>
  ['Year,Larkford,Statistical neighbours,England', '2019,62.2,62.0,64.9', '2020,-,-,-', `2023,55.6,57.1,${last}`].join('\r\n');

/** The city's figures come in from a page of a report, then one year by hand. */
export const bringsFigures: readonly ConsoleChapter[] = [
  {
    tells: 'a table of the city’s figures with a share over 100 keeps nothing; mended, it is on the public page with its gaps',
    happens: async ({ organiser }) => {
      const { by, sees, page } = organiser;
      const check = async (file: string) => {
        const buffer = Buffer.from(file);
        await page.getByLabel('CSV file, up to 4 MB').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer });
        await by.fill('Source', plan);
        await by.select(/^What the figures measure/, 'Reading, writing');
        await by.press('Check the file');
      };
      await seeToday(organiser);
      await by.follow('The city’s figures');
      await sees('No figures are held yet.');
      await by.follow('Bring a file in');
      await check(table('596'));
      await sees('Row 4', '596', 'Write a number from 0 to 100', 'Nothing of this file can be kept');
      await by.follow('Check another file');
      await check(table('59.6'));
      await sees('9 new figures, 0 changed, 0 as they were.');
      await by.press('Keep what the file holds');
      await sees('What the file holds is kept.', 'Take it back');
      await by.follow('The city’s figures');
      await sees(plan, '2019 to 2023');
    },
  },
  {
    tells: 'a year is typed in, and everybody reads how the gap to England has grown',
    happens: async ({ organiser }) => {
      const { by, sees, page } = organiser;
      await by.select('What it measures', 'Reading, writing');
      await by.fill('Source', plan);
      await by.fill('Year', '2024');
      await by.fill(/^Figure for Larkford/, '56.7%');
      await by.fill(/^Figure for similar places/, '58.0%');
      await by.fill(/^Figure for England/, '61.3%');
      await by.press('Keep these figures');
      await sees('2019 to 2024');
      await by.follow('See the public page');
      await sees('That is 4.6 points below England.', 'The year before, it was 4.0 points below.', 'not held');
      expect(await page.locator('svg.app-chart').getAttribute('aria-label')).toContain('2024 56.7%');
      await page.goBack();
    },
  },
];
