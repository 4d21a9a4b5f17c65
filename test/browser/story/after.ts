import { expect } from 'vitest';
import { instant } from '#shared/kernel/time.ts';
import { expectNoAxeViolations } from '../axe.ts';
import { lastAfternoon } from '../city.ts';
import { alder, type Chapter, monday, week } from './cast.ts';
import { moveOn, openEvent, publishedRows, signIn } from './organiser.ts';

const moments = {
  mondayMorning: instant.parse('2025-03-10T08:40:00.000Z'),
  tenDaysLater: instant.parse('2025-03-24T10:00:00.000Z'),
  // Answers first given on 14 March can be changed until the end of 28 March, before British Summer Time.
  lastEvening: instant.parse('2025-03-28T23:50:00.000Z'),
  midnight: instant.parse('2025-03-29T00:00:00.000Z'),
};

/** The day itself, and what comes after. */
export const weekAndAfter: readonly Chapter[] = [
  {
    tells: 'on the day the volunteer is late and the colleague knows; the organiser counts who came',
    happens: async ({ colleague, volunteer, organiser, settled, open, system }) => {
      system.clock.set(moments.mondayMorning);
      await open(volunteer, `Can you come? Monday rotation, ${monday}`);
      await volunteer.by.follow('My day: where to be, whom to ask for, who comes');
      await volunteer.sees('My day', 'D. Fictional', `${alder}: Year 4: 26 pupils`);
      await volunteer.by.press('20 minutes late');
      await volunteer.sees('You told us that you are 20 minutes late');
      await settled();
      expect(colleague.subjects()[0]).toBe('V. Fictional is running 20 minutes late');
      await signIn(organiser);
      await openEvent(organiser);
      await organiser.by.fill(/^Pupils who came from Alder Bank/, '24');
      await organiser.by.press(/^Save the headcount of Alder Bank/);
      await organiser.page.getByRole('cell', { name: '24' }).waitFor();
      await moveOn(organiser, 'Running');
    },
  },
  {
    tells: 'on the last afternoon the school that came is asked, and answers',
    happens: async ({ secretary, colleague, guest, settled, open, system }) => {
      await settled();
      system.clock.set(lastAfternoon);
      await system.runJob('invite-schools');
      await open(colleague, `How was ${week}?`, 'Your answers are confidential.');
      expect([...guest.subjects(), ...secretary.subjects()]).not.toContain(`How was ${week}?`);
      await colleague.sees('How was it?', 'Hosting an event was a positive experience for our school');
      await colleague.by.choose('Hosting an event was a positive experience for our school', 'Strongly agree');
      await colleague.by.choose('The children really enjoyed themselves', 'Agree');
      await colleague.by.choose('We want to be involved in similar events in future', 'Strongly agree');
      await colleague.by.fill(/^In your own words/, 'They asked when the next one is.');
      await colleague.by.choose('May we print your words?', 'Yes, you may print them');
      await colleague.by.press('Send your answers');
      await colleague.sees('Thank you', 'We have your answers.');
    },
  },
  {
    tells: 'the school changes an answer ten days later, and the live figures move; one answer alone is never published',
    happens: async ({ colleague, organiser, settled, open, system, javaScriptEnabled }) => {
      await settled();
      await signIn(organiser);
      await organiser.by.follow('Figures');
      expect((await publishedRows(organiser))[1]).toEqual(['The children really enjoyed themselves', '4.00', '1', '1', '100%']);
      system.clock.set(moments.tenDaysLater);
      await open(colleague, `Thank you for your answers about ${week}`);
      await colleague.by.choose('The children really enjoyed themselves', 'Strongly agree');
      await colleague.by.press('Send your answers');
      await colleague.sees('We have your answers.');
      await settled();
      await signIn(organiser);
      await organiser.by.follow('Figures');
      expect((await publishedRows(organiser))[1]).toEqual(['The children really enjoyed themselves', '5.00', '1', '1', '100%']);
      await organiser.by.tick('They asked when the next one is.');
      await organiser.by.press('Prepare the report');
      await organiser.sees('You prepared it, so somebody else must publish it.');
      await signIn(organiser, 'Second Larkford organiser (fictional)');
      await organiser.by.follow('Figures');
      await organiser.by.press('Publish version 1');
      await organiser.by.follow('See the published report');
      await organiser.sees(`What ${week} achieved`, '1 school took part', '1 of them hosted', '1 organisation gave', 'version 1');
      await organiser.sees('24 pupils counted at sessions face to face', '0 pupils counted at sessions online');
      await organiser.sees('Fewer than 10 answers, so we show none of them.');
      await organiser.sees('They asked when the next one is.', 'Fictional Engineering');
      if (javaScriptEnabled) await expectNoAxeViolations(organiser.page);
    },
  },
  {
    tells: 'after the last day no answer can be changed, and no browser ever complained',
    happens: async ({ colleague, everybody, open, system }) => {
      system.clock.set(moments.lastEvening);
      await open(colleague, `Thank you for your answers about ${week}`);
      await colleague.by.choose('The children really enjoyed themselves', 'Disagree');
      system.clock.set(moments.midnight);
      await colleague.by.press('Send your answers');
      await colleague.sees('This survey has closed');
      for (const one of everybody) await one.leaves();
    },
  },
];
