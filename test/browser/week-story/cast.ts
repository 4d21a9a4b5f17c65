import type { Browser } from 'playwright-core';
import ICAL from 'ical.js';
import { instant } from '#shared/kernel/time.ts';
import { type Larkford, startLarkford } from '../../flow/larkford.ts';
import { type Person, personAt } from '../person.ts';
import { addresses, addressOf, engineering, setScene, week } from './scene.ts';

const mailboxes = {
  organiser: { email: 'programme@larkford.example', width: 1280 },
  host: { email: addresses.host, width: 320 },
  leaver: { email: addresses.leaver, width: 1000 },
  waiter: { email: addresses.waiter, width: 1000 },
  firm: { email: addressOf(engineering), width: 320 },
  volunteer: { email: addresses.volunteer, width: 320 },
} as const;
type Who = keyof typeof mailboxes;

/** Everybody in the week's story, each with a browser and a mailbox, and the city they are in. */
export type WeekCast = Readonly<Record<Who, Person>> & {
  readonly larkford: Larkford;
  /** Everything that was caused so far has happened. */
  readonly settled: () => Promise<void>;
  /** Somebody reads their newest mail of this subject, which must say these words, and follows its link. */
  readonly open: (person: Person, subject: string, ...words: readonly string[]) => Promise<void>;
  /** The clock stands at this moment; reminders that are due by then have gone. The organiser has signed in anew. */
  readonly later: (moment: string) => Promise<void>;
  readonly everybody: readonly Person[];
  readonly stop: Larkford['stop'];
};

/** One step of the story, as a sentence. It starts where the one before left everybody. */
export type WeekChapter = { readonly tells: string; readonly happens: (cast: WeekCast) => Promise<void> };

/** Starts the city with everybody who takes part, and gives the people of the story their browsers. */
export async function meetWeek(browser: Browser, javaScriptEnabled: boolean): Promise<WeekCast> {
  const larkford = await startLarkford();
  const { system, stop } = larkford;
  await setScene(larkford);
  const meet = (who: Who) => personAt({ ...mailboxes[who], browser, system, javaScriptEnabled });
  const people = {
    organiser: await meet('organiser'),
    host: await meet('host'),
    leaver: await meet('leaver'),
    waiter: await meet('waiter'),
    firm: await meet('firm'),
    volunteer: await meet('volunteer'),
  };
  const settled = () => system.settle();
  return {
    ...people,
    larkford,
    settled,
    async open(person, subject, ...words) {
      await settled();
      await person.reads(subject, ...words);
      await person.goesOn();
    },
    async later(moment) {
      system.clock.set(instant.parse(moment));
      await system.runJob('remind-of-visits');
      await settled();
      await signIn(people.organiser);
    },
    everybody: Object.values(people),
    stop,
  };
}

/** Signs in at the local sign-in, and goes to the week. */
export async function signIn({ page, by, sees }: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/organiser');
  await by.follow('Sign in as an organiser');
  await by.press('Sign in');
  await by.press('Larkford organiser (fictional)');
  await sees('Programmes and editions');
  await by.follow(week);
}

/** What the newest calendar file in a mailbox says, as a calendar reads it; undefined where none came. */
export function newestEntry({ system }: Larkford, to: string) {
  const [file] = system.inbox
    .list({ to })
    .flatMap(({ attachments }) => attachments.filter(({ type }) => type === 'text/calendar'));
  if (!file) return undefined;
  const calendar = new ICAL.Component(ICAL.parse(file.content.toString('utf8')));
  const { summary, sequence, uid, startDate } = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? calendar);
  const starts = startDate.toJSDate().toISOString();
  return { method: calendar.getFirstPropertyValue('method'), summary, sequence, uid, starts };
}
