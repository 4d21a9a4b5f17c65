import type { Browser } from 'playwright-core';
import { localOrganisers } from '#local/identity.ts';
import type { LocalSystem } from '#local/system.ts';
import { startLarkford } from '../../flow/larkford.ts';
import { personAt, type Person } from '../person.ts';
import { setScene } from './scene.ts';
import { watch, type Watched } from './watch.ts';

const [first, , viewing, elsewhere] = localOrganisers;

/** An organiser by the name that the local sign-in gives them, and everything that their browser asked of the console. */
export type OrganiserPerson = Person & Watched & { readonly name: string; readonly email: string };

/** Who is in the console's story, and the city they are in. */
export type ConsoleCast = {
  readonly organiser: OrganiserPerson;
  /** Of the same edition, who may only view. */
  readonly viewer: OrganiserPerson;
  /** With every role, of an edition of another city. */
  readonly elsewhere: OrganiserPerson;
  readonly system: LocalSystem;
  readonly javaScriptEnabled: boolean;
  /** Everything that was caused so far has happened. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** One step of the story, as a sentence. It starts where the one before left everybody. */
export type ConsoleChapter = { readonly tells: string; readonly happens: (cast: ConsoleCast) => Promise<void> };

/** Starts the city, lets people sign up who need an organiser, and gives each organiser a browser. */
export async function meetOrganisers(browser: Browser, javaScriptEnabled: boolean): Promise<ConsoleCast> {
  const larkford = await startLarkford();
  const { system } = larkford;
  await setScene(larkford);
  const meet = async ({ name, email }: { readonly name: string; readonly email: string }): Promise<OrganiserPerson> => {
    const person = await personAt({ email, width: 1280, browser, system, javaScriptEnabled });
    return { ...person, ...watch(person.page), name, email };
  };
  return {
    organiser: await meet(first),
    viewer: await meet(viewing),
    elsewhere: await meet(elsewhere),
    system,
    javaScriptEnabled,
    settled: () => system.settle(),
    stop: larkford.stop,
  };
}
