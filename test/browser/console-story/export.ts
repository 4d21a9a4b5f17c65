import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { readOds } from '#test/unit/shared/kernel/sheets/read-back.ts';
import { registration } from '#shared/domain/registration.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import { englishLabels as labels } from '#web/labels.en.ts';
import type { ConsoleChapter, OrganiserPerson } from './cast.ts';
import { week, weekPath } from './scene.ts';
import { askAs } from './watch.ts';

const halfAnHour = 1800;
const listed = z.object({
  registrations: z.array(
    z.object({
      registration: z.object({
        urn: z.string(),
        schoolName: z.string(),
        state: registration.shape.state,
        cohorts: z.record(z.string(), z.number()),
        contact: z.object({ name: z.string(), email: z.string() }),
      }),
    }),
  ),
});

/** The schools' list is taken out as a file, and the organiser goes home. */
export const goesHome: readonly ConsoleChapter[] = [
  {
    tells: 'they prove once more who they are, and take the schools out as a spreadsheet that says what the list says',
    happens: async ({ organiser, system }) => {
      const { by, sees, page } = organiser;
      system.clock.set(secondsAfter(system.clock.now(), halfAnHour));
      await by.follow('Schools');
      const shown = (await page.locator('tbody tr').allInnerTexts()).map((row) => /URN (\d{6})/.exec(row)?.[1]);
      await by.follow('Take this list out as a file');
      await sees('Sign in again');
      await by.follow('Sign in as an organiser');
      await by.press('Sign in');
      await by.press(organiser.name);
      await sees('These files hold names and addresses.');
      const { cover, rows } = await taken(organiser, () => by.jump('Schools as ODS'));
      expect(cover).toContainEqual(['Edition', expect.stringContaining(week)]);
      expect(cover).toContainEqual(['Rows', String(shown.length)]);
      expect(new Set(rows.map((row) => row['URN']))).toEqual(new Set(shown));
      const json = await askAs(organiser, system.origin, {
        method: 'GET',
        path: `${weekPath}/registrations`,
        accept: 'application/json',
      });
      const { registrations } = listed.parse(JSON.parse(json.text));
      expect(rows).toEqual(
        registrations.map(({ registration: { urn, schoolName, state, cohorts, contact } }) =>
          expect.objectContaining({
            URN: urn,
            School: schoolName,
            State: labels.states[state],
            'Year 4': cohorts['year4'],
            'Year 5': cohorts['year5'],
            Name: contact.name,
            'Email address': contact.email,
          }),
        ),
      );
    },
  },
  {
    tells: 'they sign out, and nothing of it is left in their browser',
    happens: async ({ organiser }) => {
      const { by, sees, page } = organiser;
      await page.goto(weekPath);
      await by.press('Sign out');
      await page.goto(weekPath);
      await sees('Sign in first');
    },
  },
];

/** The file that comes, as an independent reader finds it: its cover, and its rows by the names of their columns. */
async function taken({ page }: OrganiserPerson, asks: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), asks()]);
  expect(download.suggestedFilename()).toMatch(/-registrations-2025-01-16\.ods$/);
  const [cover, sheet] = readOds(await readFile(await download.path()));
  const [names = [], ...rows] = (sheet?.rows ?? []).map((row) => row.map(({ value }) => value));
  return {
    cover: (cover?.rows ?? []).map((row) => row.map(({ value }) => value)),
    rows: rows.map((row) => Object.fromEntries(names.map((name, index) => [String(name), row[index]]))),
  };
}
