import { expect } from 'vitest';
import { alder, bramble, type Chapter, monday } from './cast.ts';
import { openEvent, signIn } from './organiser.ts';

/** What changes before the week: numbers, who answers, who comes at all. */
export const changes: readonly Chapter[] = [
  {
    tells: 'the school opens its booking’s link, and changes the numbers',
    happens: async ({ secretary, firm, organiser, settled, open }) => {
      await open(secretary, `You have places for 30 pupils on ${monday}`, 'At your own school', 'Year 4: 30 pupils');
      await secretary.sees('Monday rotation', monday, 'At your own school', 'Fictional Engineering', `${bramble}: 20 pupils`);
      await secretary.by.follow(/^Change the numbers/);
      await secretary.sees('Besides yours, 10 places are free at this event.');
      await secretary.by.fill('Year 4', '26');
      await secretary.by.press('Save the numbers');
      await secretary.sees('We have your new numbers.', 'Your pupils Year 4: 26 pupils');
      await settled();
      await secretary.reads(`Your numbers changed: 26 pupils on ${monday}`, 'Year 4: 26 pupils', 'Before', '30 pupils');
      await open(firm, `${alder}: now 26 pupils on ${monday}`);
      expect(organiser.subjects()[0]).toBe(`${alder} now brings 26 pupils`);
    },
  },
  {
    tells: 'the school is handed over: both are told, the old link has ended and the new one works',
    happens: async ({ secretary, colleague, settled, open }) => {
      await open(secretary, `You have places for 30 pupils on ${monday}`);
      await secretary.by.follow('Hand over to a colleague');
      await secretary.by.fill('Your colleague’s name', 'D. Fictional');
      await secretary.by.fill('Your colleague’s email address', 'deputy@alder-bank.example');
      await secretary.by.press('Continue');
      await secretary.sees('Is this address right?', 'deputy@alder-bank.example');
      expect(colleague.subjects()).toEqual([]);
      await secretary.by.press('Yes, hand over');
      await secretary.sees('You have handed over', 'The links in our emails to you do not work any more.');
      await settled();
      await secretary.reads(`You handed ${alder} over`, 'Hello A. Fictional', 'Your colleague now gets our emails');
      await secretary.reads(`You have places for 30 pupils on ${monday}`);
      await secretary.by.follow(/\/l\//);
      await secretary.sees('This link has ended');
      await open(colleague, `You now answer for ${alder}`, 'A colleague who answered for your school gave us this address.');
      await colleague.sees('Your school has its place', 'Monday rotation', 'Year 4: 26 pupils', 'Name D. Fictional');
    },
  },
  {
    tells: 'the other school withdraws: everybody concerned is told, and its places are free again',
    happens: async ({ colleague, guest, firm, organiser, settled, open }) => {
      await open(guest, `You have places for 20 pupils on ${monday}`, alder);
      await guest.sees('Monday rotation', alder);
      await guest.by.follow('Withdraw your school');
      await guest.sees('Your pupils lose their places at these events:', `Monday rotation, ${monday}`, 'you, by email');
      await guest.by.fill(/^Why do you withdraw\?/, 'Our coach is cancelled.');
      await guest.by.press('Withdraw our school');
      await guest.sees('Your school has withdrawn.', 'Do you want to take part after all? Register again');
      await settled();
      await guest.reads(`${bramble} has withdrawn`, 'Your school no longer has a place.');
      expect(firm.subjects()[0]).toBe(`${bramble} is not coming on ${monday}`);
      await organiser.reads(`${bramble} has withdrawn`, 'Our coach is cancelled.');
      await signIn(organiser);
      await organiser.sees('Registrations confirmed 1');
      await openEvent(organiser);
      await organiser.sees('34 of 60 free');
      await organiser.seesNothingOf(`${bramble} Year 4`);
      await colleague.page.reload();
      await colleague.seesNothingOf(bramble);
    },
  },
];
