import * as z from 'zod/mini';
import { instant } from '../kernel/time.ts';
import { slug } from './fields.ts';

/** One thing that happened, or that an organiser looked at, as the audit keeps it: ids and counts, never what was typed. */
export const historyEntry = z.strictObject({
  edition: slug,
  /** What it was about: an id of a registration, sign-up or organiser, or an event's reference. */
  subject: z.string(),
  at: instant,
  /** The fact's id, or one of its own for a view. */
  entry: z.string(),
  /** Who: `public`, `link`, `system`, or `organiser:…` with an organiser's id. */
  by: z.string(),
  /** The fact's type, or `viewed`. */
  what: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** The parts of a fact's data that name what it is about, the nearest first. */
const subjects = [
  'registration',
  'organisation',
  'volunteer',
  'visitor',
  'from',
  'subject',
  'organiser',
  'recipient',
  'event',
  'course',
  'message',
  'request',
] as const;

/** What a fact is about: the timelines it belongs in. The edition itself where it names nothing else. */
export function subjectsOf(data: object): string[] {
  const found = subjects.flatMap((name) => {
    const value: unknown = name in data ? Reflect.get(data, name) : undefined;
    return typeof value === 'string' ? [value] : [];
  });
  return found.length === 0 ? ['edition'] : [...new Set(found)];
}
