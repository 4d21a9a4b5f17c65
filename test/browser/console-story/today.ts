import { expect } from 'vitest';
import { alder, canal, week, weekPath } from './scene.ts';
import type { ConsoleChapter, OrganiserPerson } from './cast.ts';

/** Signs in at the local sign-in by the person's own name, and opens their week. */
export async function signInTo({ page, by, sees, name }: OrganiserPerson, opens: string): Promise<void> {
  await page.goto('/organiser');
  await sees('Sign in first');
  await by.follow('Sign in as an organiser');
  await by.press('Sign in');
  await by.press(name);
  await sees('Programmes and editions');
  await by.follow(opens);
}

/** From any page of the week to its first, where what waits is counted. */
export async function seeToday({ by, sees }: OrganiserPerson): Promise<void> {
  await by.follow('Edition');
  await sees('What needs you');
}

/** An organiser comes, sees what waits and does the first of it. */
export const comesIn: readonly ConsoleChapter[] = [
  {
    tells: 'an organiser signs in, and sees three things to do',
    happens: async ({ organiser }) => {
      await signInTo(organiser, week);
      const { sees, page } = organiser;
      await sees('2 schools to approve', '1 person whose email came back', '1 sign-up that was not confirmed');
      const links = page
        .getByRole('heading', { name: 'What needs you' })
        .locator('xpath=following-sibling::ul[1]')
        .getByRole('link');
      expect(await links.count()).toBe(3);
    },
  },
  {
    tells: 'they approve a school from the list that the first thing leads to, and the list stays as it was',
    happens: async ({ organiser, settled }) => {
      const { by, sees, seesNothingOf, page } = organiser;
      await by.follow('2 schools to approve');
      await sees('2 schools.', alder, canal, 'Emails do not arrive');
      await by.press(`Approve the registration of ${alder}`);
      await sees('Approved. They now take part.', '1 school.', canal);
      await seesNothingOf(alder);
      expect(new URL(page.url()).searchParams.get('needs')).toBe('approve');
      await settled();
      await seeToday(organiser);
      await sees('1 school to approve');
      await by.follow('Schools');
      await by.follow(alder);
      await sees('by an organiser', `${organiser.email} Confirmed the registration`);
      expect(page.url()).toContain(`${weekPath}/registrations/900001/`);
    },
  },
];
