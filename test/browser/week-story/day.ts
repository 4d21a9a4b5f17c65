import { expect } from 'vitest';
import { openEvent } from './before.ts';
import type { WeekChapter } from './cast.ts';
import { addressOf, alder, bakery, canal, engineering, firms, stepsIn, thursday, title } from './scene.ts';

/** Reminders, the morning itself, and who came. */
export const goesThroughTheDay: readonly WeekChapter[] = [
  {
    tells: 'a week before and the day before, everybody with a place is reminded, each once',
    happens: async ({ firm, host, leaver, later }) => {
      await later('2025-03-06T09:06:00.000Z');
      await firm.reads(`All you need for ${thursday}: ${title}`, alder, '24 pupils', 'Photo ID');
      await host.reads(`All you need for ${thursday}: ${title}`, engineering, bakery);
      await later('2025-03-12T09:06:00.000Z');
      for (const one of [firm, host])
        expect(
          one
            .subjects()
            .filter((subject) => subject.includes(title))
            .slice(0, 2),
        ).toEqual([`Soon: ${title}, ${thursday}`, `All you need for ${thursday}: ${title}`]);
      expect(leaver.subjects().filter((subject) => /^(?:All you need|Soon)/.test(subject))).toEqual([]);
    },
  },
  {
    tells: 'at 08:40 a firm is lost: the organiser sees who could come, what would change and who would be told',
    happens: async (cast) => {
      const { organiser, later } = cast;
      const { by, sees, seesNothingOf } = organiser;
      await later('2025-03-13T08:40:00.000Z');
      await openEvent(cast);
      await by.follow('Rotation plan, cards and rescue');
      await by.follow('Something is lost on the day');
      await by.choose('What is lost?', bakery);
      await by.fill('From which slot on?', '1');
      await by.tick(stepsIn);
      await by.press('Show what would change');
      await sees(`${stepsIn} takes over.`, 'Every meeting is saved.', `${alder}, the host`, `${stepsIn}, stepping in`);
      await seesNothingOf(engineering);
    },
  },
  {
    tells: 'they send it once: who is told is who was shown, and the firm that stays has the same card',
    happens: async ({ organiser, firm, host, settled, open, larkford }) => {
      const { by, sees } = organiser;
      const mails = larkford.system.inbox.count();
      await open(firm, `Soon: ${title}, ${thursday}`);
      await firm.by.follow(/^See this place/);
      await firm.by.follow('Who is where when: your cards for the rotation');
      const before = await firm.page.locator('main').innerHTML();
      await by.press('Go on with this plan and tell them');
      await sees(stepsIn, 'We checked this plan in a second way: 16 meetings');
      await settled();
      await firm.page.reload();
      expect(await firm.page.locator('main').innerHTML()).toBe(before);
      const told = larkford.system.inbox
        .list({ after: mails })
        .filter(({ subject }) => /^(?:Changed|You step in) today/.test(subject));
      const subjectsTo = (name: string) => told.filter(({ to }) => to.includes(addressOf(name))).map(({ subject }) => subject);
      expect(subjectsTo(stepsIn)).toEqual([`You step in today: ${title}`]);
      expect(subjectsTo(bakery)).toEqual([`Changed today for you: ${title}`]);
      expect(firms.filter((one) => one !== bakery).flatMap(subjectsTo)).toEqual([]);
      await host.reads(`Changed today at your school: ${title}`, stepsIn);
    },
  },
  {
    tells: 'the host counts group by group on a phone, and the organiser corrects one',
    happens: async (cast) => {
      const { host, organiser, open } = cast;
      await open(host, `Changed today at your school: ${title}`);
      await host.by.follow(/^Check groups in/);
      for (const group of [1, 2, 3, 4]) await host.by.press(new RegExp(`^Everybody came \\(12 pupils\\).*Group ${group}$`));
      await host.sees('48 of 48 pupils are here.', '4 of 4 groups are counted.');
      const { by, sees, page } = organiser;
      await openEvent(cast);
      await by.follow('Check groups in');
      await page.locator('#group-4').getByText('Correct this count').click();
      await by.press(/^Nobody came.*Group 4$/);
      await sees('36 of 48 pupils are here.', 'Did not come');
      await openEvent(cast);
      await sees(canal, thursday);
    },
  },
  {
    tells: 'nobody’s browser had anything to complain about',
    happens: async ({ everybody }) => {
      for (const one of everybody) await one.leaves();
    },
  },
];
