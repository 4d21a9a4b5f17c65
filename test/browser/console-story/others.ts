import { expect } from 'vitest';
import { elsewhereWeek, week, weekPath } from './scene.ts';
import type { ConsoleCast, ConsoleChapter, OrganiserPerson } from './cast.ts';
import { seeToday, signInTo } from './today.ts';
import { askAs, type Asked } from './watch.ts';

/** Somebody who may only look, and somebody from elsewhere, try the same. */
export const othersTry: readonly ConsoleChapter[] = [
  {
    tells: 'a viewer of the same edition sees all of it, and no form to change it',
    happens: async (cast) => {
      const { viewer } = cast;
      await signInTo(viewer, week);
      await viewer.sees('What needs you', '1 sign-up that was not confirmed');
      for (const list of ['Schools', 'Organisations', 'Events', 'Emails', 'Figures', 'Settings', 'Team']) {
        await seeToday(viewer);
        await viewer.by.follow(list);
        expect(changing(await viewer.page.content())).toEqual([]);
      }
      const shown = await answersTo(cast, viewer, 'GET');
      expect(shown.filter(({ status }) => status === 200).length).toBeGreaterThan(8);
      for (const { path, status, text } of shown) {
        expect([path, [200, 403].includes(status), changing(text)]).toEqual([path, true, []]);
      }
    },
  },
  {
    tells: 'whatever the organiser sent is forbidden to the viewer, also by hand',
    happens: async (cast) => {
      const answers = await answersTo(cast, cast.viewer, 'POST');
      expect(answers.length).toBeGreaterThan(10);
      for (const { path, status } of answers) expect([path, status]).toEqual([path, 403]);
    },
  },
  {
    tells: 'an organiser of another edition sees nothing of it, and their own week',
    happens: async (cast) => {
      const { elsewhere } = cast;
      await signInTo(elsewhere, elsewhereWeek);
      await elsewhere.sees('What needs you', 'Nothing waits for you today.');
      await elsewhere.by.follow('All editions');
      await elsewhere.sees(elsewhereWeek);
      await elsewhere.seesNothingOf('Larkford');
      const answers = [...(await answersTo(cast, elsewhere, 'GET')), ...(await answersTo(cast, elsewhere, 'POST'))];
      for (const { path, status, text } of answers) {
        expect([path, status]).toEqual([path, 404]);
        expect(text).not.toContain('Larkford Primary');
      }
    },
  },
  {
    tells: 'nobody’s browser had anything to complain about',
    happens: async ({ organiser, viewer, elsewhere }) => {
      for (const one of [organiser, viewer, elsewhere]) await one.leaves();
    },
  },
];

/** What somebody else is answered to all that the organiser asked of the week. */
async function answersTo({ organiser, system }: ConsoleCast, person: OrganiserPerson, method: Asked['method']) {
  const asked = [...organiser.asked.values()].filter((one) => one.method === method && one.path.startsWith(weekPath));
  return Promise.all(asked.map(async (one) => ({ path: one.path, ...(await askAs(person, system.origin, one)) })));
}

/** The addresses of a page's forms that change something; to sign out is everybody's. */
function changing(page: string): string[] {
  const actions = [...page.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"/g)].map(([, action = '']) => action);
  return actions.filter((one) => one !== '/sign-out');
}
