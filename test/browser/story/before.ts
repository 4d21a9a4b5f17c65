import { expect } from 'vitest';
import { alder, bramble, type Chapter, monday, week } from './cast.ts';
import { book, recordEvent, signIn } from './organiser.ts';
import { answerAsColleague, answerForAlderBank, answerForBramble, mendBramble, signUpEngineering } from './sign-ups.ts';

/** Up to the day on which everybody has a place. */
export const beforeTheWeek: readonly Chapter[] = [
  {
    tells: 'two schools are found by name and registered: one question by question, one on a page with two mistakes',
    happens: async ({ secretary, guest, system, javaScriptEnabled }) => {
      await answerForAlderBank(secretary);
      system.clock.advance(30);
      await secretary.by.press('Send the registration');
      await secretary.sees('We have your answers', 'Your reference', 'Press the button there to confirm.');
      await answerForBramble(guest);
      await mendBramble(guest, javaScriptEnabled);
    },
  },
  {
    tells: 'a mailed link shows what is held, and its button confirms',
    happens: async ({ secretary, guest, open }) => {
      await open(secretary, `Confirm the place of ${alder}`, 'Your school holds its place once you have confirmed.');
      await secretary.sees('Your school’s place', 'not confirmed yet', 'Year 4: 30 pupils', 'Green jobs', '01632 960 010');
      await secretary.by.press('Confirm our registration');
      await secretary.sees('Your school has its place', 'No events yet.');
      await open(guest, `Confirm the place of ${bramble}`);
      await guest.by.press('Confirm our registration');
      await guest.sees('Your school has its place', 'Year 4: 20 pupils');
    },
  },
  {
    tells: 'an organisation signs up, and its colleague is asked and signs up too',
    happens: async ({ firm, volunteer, settled, open, system }) => {
      await signUpEngineering(firm);
      await open(firm, `Confirm your offer for ${week}`);
      await firm.by.press('Confirm our sign-up');
      await firm.sees('Your sign-up is confirmed', 'No places yet.', 'You agreed that we name your organisation in public');
      await settled();
      await volunteer.reads(`Will you help with ${week}?`, 'Your organisation offers', monday);
      await volunteer.by.follow(/\/apply\/volunteer\?organisation=/);
      await answerAsColleague(volunteer);
      system.clock.advance(30);
      await volunteer.by.press('Send your sign-up');
      await volunteer.sees('We have your answers');
      await open(volunteer, `Confirm that you can help with ${week}`);
      await volunteer.by.press('Confirm my sign-up');
      await volunteer.sees('Your sign-up is confirmed', 'No places yet.');
    },
  },
  {
    tells: 'the organiser records an event and books both schools',
    happens: async ({ organiser, settled }) => {
      await settled();
      expect(organiser.subjects().slice(0, 4).sort()).toEqual(
        ['A volunteer has confirmed', `${alder} has confirmed its place`, `${bramble} has confirmed its place`]
          .concat('Fictional Engineering has confirmed its offer')
          .sort(),
      );
      await signIn(organiser);
      await organiser.sees('Registrations confirmed 2');
      await recordEvent(organiser);
      await book(organiser, 'Alder', '30');
      await book(organiser, 'Bramble', '20');
      await organiser.sees('10 of 60 free', 'Year 4: 30 pupils', 'Year 4: 20 pupils');
    },
  },
  {
    tells: 'the organisation and the volunteer say yes, and see where to be, whom to ask for and who comes',
    happens: async ({ firm, volunteer, open }) => {
      for (const [person, yes] of [
        [firm, /^Yes, we can come.*: Monday rotation/],
        [volunteer, /^Yes, I can come.*: Monday rotation/],
      ] as const) {
        await open(person, `Can you come? Monday rotation, ${monday}`, alder);
        await person.sees('Can you come?', monday, alder);
        await person.seesNothingOf('A. Fictional');
        await person.by.press(yes);
        await person.sees(
          'You said yes. Thank you.',
          'A. Fictional',
          `${alder}: Year 4: 30 pupils`,
          `${bramble}: Year 4: 20 pupils`,
        );
      }
      expect(firm.subjects()).toContain(`${alder} is coming on ${monday}`);
    },
  },
];
