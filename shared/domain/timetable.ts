import * as z from 'zod/mini';
import type { Issue } from '../kernel/errors.ts';
import { clock, type Hours } from './hours.ts';

/** One stretch of a half-day: a session that meets pupils, a break, or the time to move. */
export const stretch = z.strictObject({
  starts: clock,
  ends: clock,
  what: z.enum(['session', 'break', 'move']),
  title: z.string(),
  /** How many pupils a session takes. */
  places: z.optional(z.int()),
});
export type Stretch = z.infer<typeof stretch>;

const line = /^(\d{1,2}[:.]\d{2})\s*(?:-|–|to)\s*(\d{1,2}[:.]\d{2})\s+(\S.*?)(?:,\s*(\d{1,4})(?:\s*(?:places|pupils))?)?$/;
const most = 24;

/**
 * Reads a timetable, one stretch on each line: “09:15 to 10:00 Build a bridge, 15” or “10:00 to 10:15 Break”. Gives the
 * stretches in the order of the day, or what is wrong with the first line that cannot stand.
 */
export function readTimetable(
  text: string,
  hours: Hours,
): { readonly stretches: readonly Stretch[] } | { readonly issue: Issue } {
  const lines = text.split('\n').map((one) => one.trim());
  const typed = lines.filter((one) => one !== '');
  if (typed.length > most) return wrong(`Enter at most ${most} lines`);
  const stretches: Stretch[] = [];
  for (const one of typed) {
    const found = readLine(one);
    const why = found ? whyNot(found, stretches, hours) : `“${one}” is not like “09:15 to 10:00 Build a bridge, 15”`;
    if (!found || why !== undefined) return wrong(why ?? '');
    stretches.push(found);
  }
  return { stretches: stretches.toSorted((a, b) => a.starts.localeCompare(b.starts) || a.title.localeCompare(b.title, 'en-GB')) };
}

function wrong(message: string): { readonly issue: Issue } {
  return { issue: { path: 'timetable', message } };
}

function readLine(text: string): Stretch | undefined {
  const [, from, until, title = '', places] = line.exec(text) ?? [];
  const [starts, ends] = [clockIn(from), clockIn(until)];
  if (starts === undefined || ends === undefined || title.length > 80) return undefined;
  const what = /^(?:break|lunch|playtime)\b/i.test(title) ? 'break' : /^mov(?:e|ing)\b/i.test(title) ? 'move' : 'session';
  return { starts, ends, what, title, ...(places === undefined ? {} : { places: Number(places) }) };
}

function clockIn(text = ''): string | undefined {
  const parsed = clock.safeParse(text.replace('.', ':').padStart(5, '0'));
  return parsed.success ? parsed.data : undefined;
}

/** Why a line cannot stand beside those before it. Sessions may run at once where they are not the same one. */
function whyNot(one: Stretch, before: readonly Stretch[], { starts, ends }: Hours): string | undefined {
  const said = sayStretch(one);
  if (one.ends <= one.starts) return `${said} ends before it starts`;
  if (one.starts < starts || one.ends > ends) return `${said} is outside ${starts} to ${ends}`;
  if (one.places === 0) return `${said} takes no pupils. Enter at least 1 place`;
  if (one.places !== undefined && one.what !== 'session') return `${said} takes no pupils, so leave its places out`;
  const other = before.find(
    (two) => two.starts < one.ends && one.starts < two.ends && (apart(one) || apart(two) || same(one, two)),
  );
  return other && `${said} overlaps ${sayStretch(other)}`;
}

const apart = ({ what }: Stretch): boolean => what !== 'session';
const same = (one: Stretch, two: Stretch): boolean => one.title.toLowerCase() === two.title.toLowerCase();

/** A stretch as it was typed: “09:15 to 10:00 Build a bridge, 15”. */
export function sayStretch({ starts, ends, title, places }: Stretch): string {
  return `${starts} to ${ends} ${title}${places === undefined ? '' : `, ${places}`}`;
}

/** The sessions of a timetable. */
export function sessionsIn(timetable: readonly Stretch[] = []): Stretch[] {
  return timetable.filter(({ what }) => what === 'session');
}

/** How many pupils all sessions take together; undefined where one of them does not say. */
export function placesIn(timetable: readonly Stretch[]): number | undefined {
  const sessions = sessionsIn(timetable);
  if (sessions.length === 0 || sessions.some(({ places }) => places === undefined)) return undefined;
  return sessions.reduce((sum, { places = 0 }) => sum + places, 0);
}
