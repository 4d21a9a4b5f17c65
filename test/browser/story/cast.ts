import type { Browser } from 'playwright-core';
import type { LocalSystem } from '#local/system.ts';
import { type Larkford, startLarkford } from '../../flow/larkford.ts';
import { type Person, personAt } from '../person.ts';

export const week = 'Larkford Primary Aspirations Week 2025';
export const alder = 'Alder Bank Primary School (fictional)';
export const bramble = 'Bramble Lane Primary School (fictional)';
export const monday = 'Monday 10 March: morning';

const mailboxes = {
  /** The first school's secretary, and the colleague who takes over. */
  secretary: { email: 'office@alder-bank.example', width: 1000 },
  colleague: { email: 'deputy@alder-bank.example', width: 1000 },
  /** The second school's secretary. */
  guest: { email: 'office@bramble-lane.example', width: 1000 },
  firm: { email: 'team@engineering.example', width: 320 },
  volunteer: { email: 'colleague@engineering.example', width: 320 },
  organiser: { email: 'programme@larkford.example', width: 1280 },
} as const;
type Who = keyof typeof mailboxes;

/** Everybody in the story, each with a browser and a mailbox, and the city they are in. */
export type Cast = Readonly<Record<Who, Person>> & {
  readonly system: LocalSystem;
  readonly javaScriptEnabled: boolean;
  /** Everything that was caused so far has happened, and is counted. */
  readonly settled: () => Promise<void>;
  /** Somebody reads their newest mail of this subject, which must say these words, and follows its link. */
  readonly open: (person: Person, subject: string, ...words: readonly string[]) => Promise<void>;
  readonly everybody: readonly Person[];
  readonly stop: Larkford['stop'];
};

/** One step of the story, as a sentence. It starts where the one before left everybody. */
export type Chapter = { readonly tells: string; readonly happens: (cast: Cast) => Promise<void> };

/** Starts the city, and gives everybody their browser. */
export async function meetCast(browser: Browser, javaScriptEnabled: boolean): Promise<Cast> {
  const { system, stop } = await startLarkford();
  const meet = (who: Who) => personAt({ ...mailboxes[who], browser, system, javaScriptEnabled });
  const people = {
    secretary: await meet('secretary'),
    colleague: await meet('colleague'),
    guest: await meet('guest'),
    firm: await meet('firm'),
    volunteer: await meet('volunteer'),
    organiser: await meet('organiser'),
  };
  async function settled(): Promise<void> {
    await system.settle();
    await system.runJob('aggregate');
    await system.settle();
  }
  return {
    ...people,
    system,
    javaScriptEnabled,
    settled,
    async open(person, subject, ...words) {
      await settled();
      await person.reads(subject, ...words);
      await person.goesOn();
    },
    everybody: Object.values(people),
    stop,
  };
}
