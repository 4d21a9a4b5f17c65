import { expect } from 'vitest';
import { secondsAfter } from '#shared/kernel/time.ts';
import type { ConsoleCast, ConsoleChapter } from './cast.ts';
import { bread, monday, spans } from './events.ts';
import { addressOf, bakery, bridges } from './imports.ts';
import { alder, canal, canalAddress } from './scene.ts';
import { seeToday } from './today.ts';

const alderAddress = 'office@alder-bank.example';

/** Five minutes pass, and what was to go by then goes. */
async function fiveMinutesLater({ system, settled }: ConsoleCast): Promise<void> {
  system.clock.set(secondsAfter(system.clock.now(), 300));
  await system.runJob('send-queued-mails');
  await settled();
}

/** Confirmations go out together but for one, and somebody whose mail came back is reached after all. */
export const sends: readonly ConsoleChapter[] = [
  {
    tells: 'they look at a confirmation as its reader sees it, with the places that were booked',
    happens: async ({ organiser, settled, system }) => {
      const { by, sees, page } = organiser;
      await settled();
      // What they know so far: that we have their registration, and that it was approved.
      expect(system.inbox.list({ to: alderAddress, limit: 5 }).map(({ subject }) => subject)).toEqual([
        `${alder} takes part`,
        expect.stringContaining('Confirm'),
      ]);
      await seeToday(organiser);
      await by.follow(/emails wait in the outbox$/);
      await sees('Nothing here has gone.', alderAddress, addressOf[bakery], addressOf[bridges]);
      await by.follow(/^See it, edit it or drop it.* the email to office@alder-bank\.example$/);
      await sees(alder, 'You have places for 30 pupils', bread, monday, 'Year 4: 30 pupils');
      await by.follow('See it with its colours');
      expect(await page.locator('body').innerText()).toContain('Year 4: 30 pupils');
      await page.goBack();
    },
  },
  {
    tells: 'they send all that waits together, and keep one of them back within five minutes',
    happens: async (cast) => {
      const { organiser, system } = cast;
      const { by, sees } = organiser;
      await seeToday(organiser);
      await by.follow(/emails wait in the outbox$/);
      await by.follow(/^Tick all \d+ on this page$/);
      await by.press(/^Send these \d+ emails$/);
      await sees('emails go in five minutes.', 'No email waits here.', 'About to go');
      await by.follow(/bridges\.example$/);
      await by.press('Keep it in the outbox');
      await sees('1 email is kept in the outbox.', '1 email waits.');
      await fiveMinutesLater(cast);
      const [told = [], offered = [], kept = []] = [alderAddress, addressOf[bakery], addressOf[bridges]].map((to) =>
        system.inbox.list({ to, limit: 9 }).map(({ subject }) => subject),
      );
      expect(told).toContain(`You have places for 30 pupils on ${monday}`);
      const offers = [...offered, ...kept].filter((one) => one.startsWith('Can you come? '));
      expect(offers.map((one) => one.replace(/.*\? (.*),.*/, '$1')).sort()).toEqual([bread, spans]);
      await seeToday(organiser);
      await sees('1 email waits in the outbox');
      await by.follow('1 email waits in the outbox');
      await sees(spans);
    },
  },
  {
    tells: 'from the person whose email came back they go to the record, put the address right and send it again',
    happens: async (cast) => {
      const { organiser, system, settled } = cast;
      const { by, sees, seesNothingOf } = organiser;
      await seeToday(organiser);
      await by.follow('1 person whose email came back');
      await sees(canal, 'C. Fictional', canalAddress.wrong, '01632 960 030');
      await by.follow(`Correct the address of ${canal}`);
      await by.fill('Email address', canalAddress.right);
      await by.press('Save');
      await sees('Saved.', canalAddress.right);
      await by.follow('Confirm a registration');
      await sees(canalAddress.wrong, 'Address now', canalAddress.right);
      await by.press('Send it again');
      await sees('Keep it in the outbox');
      await fiveMinutesLater(cast);
      const subjects = system.inbox.list({ to: canalAddress.right, limit: 9 }).map(({ subject }) => subject);
      expect(subjects).toContain(`Confirm the place of ${canal}`);
      await settled();
      await seeToday(organiser);
      await seesNothingOf('came back');
    },
  },
];
