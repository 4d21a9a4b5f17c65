import type * as z from 'zod/mini';
import { acceptingItems } from '#shared/system/items/accepting.ts';
import { accessItems } from '#shared/system/items/access.ts';
import { classItems } from '#shared/system/items/class.ts';
import { clearanceItems } from '#shared/system/items/clearance.ts';
import { contextItems } from '#shared/system/items/context.ts';
import { countItems } from '#shared/system/items/count.ts';
import { courseItems } from '#shared/system/items/course.ts';
import { eventItems } from '#shared/system/items/event.ts';
import { fundingItems } from '#shared/system/items/funding.ts';
import { mailStandingItems } from '#shared/system/items/mail-standing.ts';
import { mailItems } from '#shared/system/items/mail.ts';
import { programmeItems } from '#shared/system/items/programme.ts';
import { registerItems } from '#shared/system/items/register.ts';
import { reportItems } from '#shared/system/items/report.ts';
import { runningItems } from '#shared/system/items/running.ts';
import { signUpItems } from '#shared/system/items/sign-up.ts';
import { visitItems } from '#shared/system/items/visit.ts';

/** The table's areas, each with a file of its own: `signUpItems` is in `items/sign-up.ts`. */
export const areas = {
  programmeItems,
  registerItems,
  signUpItems,
  eventItems,
  countItems,
  reportItems,
  visitItems,
  classItems,
  mailItems,
  mailStandingItems,
  accessItems,
  runningItems,
  acceptingItems,
  contextItems,
  fundingItems,
  courseItems,
  clearanceItems,
} as const;

/**
 * The one table, item by item: key templates, fields, and which attribute (if any) puts the item in the sparse `due` index.
 * Every key carries the edition, but for what belongs to the whole installation: the register of schools, the list of
 * programmes and editions, what is looked up by a secret's hash, and a city's context, which its programme's editions share. TTL is only tidying: nothing relies on it.
 */
export const items = {
  ...areas.programmeItems,
  ...areas.registerItems,
  ...areas.signUpItems,
  ...areas.eventItems,
  ...areas.countItems,
  ...areas.reportItems,
  ...areas.visitItems,
  ...areas.classItems,
  ...areas.mailItems,
  ...areas.mailStandingItems,
  ...areas.accessItems,
  ...areas.runningItems,
  ...areas.acceptingItems,
  ...areas.contextItems,
  ...areas.fundingItems,
  ...areas.courseItems,
  ...areas.clearanceItems,
} as const;

export type ItemName = keyof typeof items;
export type Item<N extends ItemName> = z.infer<(typeof items)[N]['schema']>;

/** The states in which an item waits in the `due` index. */
export type DueState<N extends ItemName> = (typeof items)[N] extends { readonly due: infer D } ? keyof D & string : never;

type Holes<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

/** The values that name one item. */
export type Key<N extends ItemName> = { readonly [P in Holes<(typeof items)[N]['pk'] | (typeof items)[N]['sk']>]: string };
/** The values that name the collection an item is in. */
export type Partition<N extends ItemName> = { readonly [P in Holes<(typeof items)[N]['pk']>]: string };

/** The attribute names of the table: typed once, read by the stack, the adapters and the local engine. */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  dueIndex: { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' },
  /** Facts wait in this many partitions, so that no one of them is hot. */
  outboxShards: ['0', '1', '2', '3'],
  outboxPrefix: 'OUTBOX#',
  dirtyPrefix: 'DIRTY#',
} as const;

/** Fills a key template: `keyPart('EDITION#{edition}', { edition: 'x' })` is `EDITION#x`. */
export function keyPart(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || value.includes('#'))
      throw new Error(`key part ${name} is missing or holds #`);
    return value;
  });
}
