import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '../sign-in-client.ts';
import type { LocalSystem } from '../system.ts';
import type { HttpClient, Posted } from './http-client.ts';
import type { Ledger } from './ledger.ts';
import type { Plan } from './plan.ts';

export const edition = 'coventry-2025';
export const publicPath = `/editions/${edition}`;
export const organiserPath = `/organiser${publicPath}`;

/** A week under way: the system, the client's own count, and what it has learned by reading pages. */
export type Week = {
  readonly system: LocalSystem;
  readonly client: HttpClient;
  readonly plan: Plan;
  readonly ledger: Ledger;
  /** The organiser's, and the day on which they signed in. */
  cookie: string;
  signedIn: string;
  /** Ids of organisations by their place in the plan, of registrations by school number, of volunteers by address. */
  readonly organisations: Map<number, string>;
  readonly registrations: Map<string, string>;
  readonly volunteers: Map<string, string>;
  /** What happened, in lines for a reader, and what should not have. */
  readonly said: string[];
  readonly problems: string[];
};

/** Moves the clock on. The organiser signs in anew on each day, since a session lasts half a day. */
export async function moveTo(week: Week, moment: string): Promise<void> {
  week.system.clock.set(instant.parse(moment));
  await settle(week.system);
  if (week.signedIn === moment.slice(0, 10)) return;
  week.cookie = await signInAsOrganiser(week.system.origin);
  week.signedIn = moment.slice(0, 10);
}

/** Waits until everything that was caused has happened and is counted. */
export async function settle(system: LocalSystem): Promise<void> {
  await system.settle();
  await system.runJob('aggregate');
  await system.settle();
}

/** The answer, if it has the status it must have; otherwise says what the page complains of. */
export function must(posted: Posted, status: number): Posted {
  if (posted.status !== status)
    throw new Error(
      `expected ${status}, got ${posted.status}: ${/<h1[^>]*>([^<]*)/.exec(posted.text)?.[1] ?? ''} ${/govuk-error-summary__list[^]*?<\/ul>/.exec(posted.text)?.[0] ?? ''}`,
    );
  return posted;
}

/** Opens the newest link mailed to an address, of the survey or of their own place, and presses Continue; gives the cookie. */
export async function openLink({ system, client }: Week, email: string, of: 'place' | 'survey' = 'place'): Promise<string> {
  const link = system.inbox
    .list({ to: email })
    .filter(({ tags }) => (tags['template']?.[0] ?? '').startsWith('survey-') === (of === 'survey'))
    .flatMap(({ links }) => links)
    .find((one) => one.includes('/l/'));
  if (!link) throw new Error(`no link was mailed to ${email}`);
  return must(await client.post(new URL(link).pathname, {}), 303).cookie;
}

/** Posts what must be accepted, and counts it. */
export async function accepted(week: Week, path: string, form: Parameters<HttpClient['post']>[1], cookie: string): Promise<void> {
  must(await week.client.post(path, form, cookie), 303);
  week.ledger.accepted += 1;
}

/** Where a school of the plan is written to. */
export function schoolAddress({ plan }: Week, urn: string): string {
  return plan.schools.find((one) => one.urn === urn)?.email ?? '';
}

/** A list in an answer. */
export function listIn(value: unknown, field: string): unknown[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  if (!Array.isArray(list)) throw new Error(`the answer holds no ${field}`);
  return list;
}

/** A field in an answer, by its path; undefined where there is none. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (one, field) => (typeof one === 'object' && one !== null ? Reflect.get(one, field) : undefined),
    value,
  );
}

/** A text in an answer, by its path. */
export function textIn(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  if (typeof found !== 'string') throw new Error(`the answer holds no ${path.join('.')}`);
  return found;
}

/** A number in an answer, by its path. */
export function numberIn(value: unknown, ...path: readonly string[]): number {
  const found = valueAt(value, ...path);
  if (typeof found !== 'number') throw new Error(`the answer holds no ${path.join('.')}`);
  return found;
}
