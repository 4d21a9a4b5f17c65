import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '../../sign-in-client.ts';
import type { LocalSystem } from '../../system.ts';
import { type FormFields, httpClient } from '../http-client.ts';

type As = { readonly as?: string };
type Session = { readonly session: string; readonly urn: string; readonly sector: string };

/** Everybody of the demo at work through HTTP. */
export type Desk = {
  readonly system: LocalSystem;
  readonly edition: string;
  /** The console's address of the edition, and of its funding. */
  readonly console: string;
  readonly funding: string;
  /** The organiser's; signs in anew when the clock moves. */
  cookie: string;
  /** How many requests were refused that had to be. */
  refusals: number;
  /** Posts what must be accepted, as the organiser or with another cookie. */
  readonly post: (path: string, form: FormFields, as?: As) => Promise<void>;
  /** Posts what must be refused with this status. */
  readonly refused: (path: string, form: FormFields, status: number, as?: As) => Promise<void>;
  readonly send: <T>(path: string, body: object, cookie: string) => Promise<T>;
  readonly read: <T>(path: string, cookie?: string) => Promise<T>;
  /** Opens the newest link mailed to an address; gives its cookie. */
  readonly link: (email: string) => Promise<string>;
  readonly settle: () => Promise<void>;
  readonly organisation: (name: string) => Promise<string>;
  readonly registrations: () => Promise<ReadonlyMap<string, string>>;
  readonly sessions: () => Promise<readonly Session[]>;
  readonly bestMatch: (session: string) => Promise<{ readonly kind: string; readonly id: string }>;
};

const edition = 'our-future-2022';

/** Signs the demo's organiser in. A step that is not answered as it should be throws. */
export async function deskOf(system: LocalSystem): Promise<Desk> {
  const client = httpClient(system.origin);
  const console = `/organiser/editions/${edition}`;
  const post = async (path: string, form: FormFields, status: number, { as = desk.cookie }: As) => {
    const posted = await client.post(path, form, as);
    if (posted.status !== status) throw new Error(`${path} answered ${posted.status}, not ${status}: ${faultIn(posted.text)}`);
  };
  const read = async <T>(path: string, cookie = desk.cookie): Promise<T> =>
    JSON.parse(JSON.stringify(await client.read(path, cookie)));
  const desk: Desk = {
    system,
    edition,
    console,
    funding: `${console}/funding`,
    cookie: await signInAsOrganiser(system.origin),
    refusals: 0,
    post: (path, form, as = {}) => post(path, form, 303, as),
    async refused(path, form, status, as = {}) {
      await post(path, form, status, as);
      desk.refusals += 1;
    },
    async send(path, body, cookie) {
      const { status, body: answer } = await client.send(path, body, cookie);
      if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
      return JSON.parse(JSON.stringify(answer));
    },
    read,
    async link(email) {
      const [mail] = system.inbox.list({ to: email, limit: 1 });
      const link = mail?.links.find((one) => one.includes('/l/'));
      if (!link) throw new Error(`no link was mailed to ${email}`);
      return (await client.post(new URL(link).pathname, {})).cookie;
    },
    async settle() {
      await system.settle();
      await system.runJob('aggregate');
      await system.settle();
    },
    async organisation(name) {
      const { organisations } = await read<{ organisations: { name: string; organisation: string }[] }>(
        `${console}/organisations`,
      );
      return organisations.find((one) => one.name === name)?.organisation ?? '';
    },
    async registrations() {
      type Row = { readonly registration: { readonly urn: string; readonly registration: string } };
      const { registrations } = await read<{ registrations: Row[] }>(`${console}/registrations`);
      return new Map(registrations.map(({ registration: { urn, registration } }) => [urn, registration]));
    },
    sessions: async () => (await read<{ sessions: Session[] }>(`${console}/funding/sessions`)).sessions,
    async bestMatch(session) {
      const { matches } = await read<{ matches: { kind: string; id: string; offersIt: boolean }[] }>(session);
      const [best] = matches;
      if (!best?.offersIt) throw new Error(`${session}: whoever offers it is not suggested first`);
      return best;
    },
  };
  return desk;
}

function faultIn(page: string): string {
  return (/govuk-error-summary__list[^]*?<\/ul>/.exec(page)?.[0] ?? /<h1[^]*?<\/h1>/.exec(page)?.[0] ?? '').replace(
    /<[^>]*>/g,
    ' ',
  );
}

/** Moves the clock on; the organiser signs in anew. */
export async function moveTo(desk: Desk, moment: string): Promise<void> {
  desk.system.clock.set(instant.parse(moment));
  await desk.settle();
  desk.cookie = await signInAsOrganiser(desk.system.origin);
}
