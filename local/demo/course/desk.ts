import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '../../sign-in-client.ts';
import type { LocalSystem } from '../../system.ts';
import { must, settle } from '../browsing.ts';
import { type FormFields, httpClient, type Posted } from '../http-client.ts';

const edition = 'larkford-courses';
export const publicPath = `/editions/${edition}`;
export const organiserPath = `/organiser/editions/${edition}`;

/** Everybody at work through HTTP in simulated time. */
export type Desk = {
  /** Moves the clock on; the organiser signs in anew on each day. */
  readonly moveTo: (moment: string) => Promise<void>;
  /** Posts a form as the organiser; it must be accepted. */
  readonly post: (path: string, form: FormFields, status?: number) => Promise<Posted>;
  /** Posts a form by the newest link mailed to an address. */
  readonly byLink: (email: string, path: string, form: FormFields, status?: number) => Promise<Posted>;
  /** Posts a form as anybody. */
  readonly asAnybody: (path: string, form: FormFields) => Promise<Posted>;
  /** Reads as the organiser, or by an address's newest link. */
  readonly read: (path: string, email?: string) => Promise<unknown>;
  readonly settle: () => Promise<void>;
};

/** Begins at the desk. A step that is not answered as it should be throws. */
export function deskOf(system: LocalSystem): Desk {
  const client = httpClient(system.origin);
  let cookie = '';
  let signedIn = '';
  const links = new Map<string, string>();
  const linkOf = async (email: string) => {
    const [link] = system.inbox
      .list({ to: email })
      .flatMap((mail) => mail.links)
      .filter((one) => one.includes('/l/'));
    if (!link) throw new Error(`no link was mailed to ${email}`);
    const known = links.get(link);
    if (known !== undefined) return known;
    const { cookie: opened } = must(await client.post(new URL(link).pathname, {}), 303);
    links.set(link, opened);
    return opened;
  };
  const organiser = async () => {
    const today = system.clock.now().slice(0, 10);
    if (signedIn !== today) [cookie, signedIn] = [await signInAsOrganiser(system.origin), today];
    return cookie;
  };
  return {
    async moveTo(moment) {
      system.clock.set(instant.parse(moment));
      links.clear();
      await settle(system);
    },
    post: async (path, form, status = 303) => must(await client.post(path, form, await organiser()), status),
    byLink: async (email, path, form, status = 303) => must(await client.post(path, form, await linkOf(email)), status),
    asAnybody: async (path, form) => must(await client.post(path, form), 303),
    read: async (path, email) => client.read(path, email === undefined ? await organiser() : await linkOf(email)),
    settle: () => settle(system),
  };
}
