import { Cron } from 'croner';

/** When a schedule is due: the first moment after `after`, in milliseconds since 1970; undefined when never again. */
export type NextDue = (after: number) => number | undefined;

const unitMilliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Reads `rate(…)`, `cron(…)` or `at(…)` as EventBridge Scheduler does: cron in the time zone given; a time of day that
 * daylight saving skips does not happen, one that it repeats happens once. Throws for anything else.
 */
export function nextDueOf(expression: string, timezone = 'Europe/London'): NextDue {
  const [, kind, inner = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rate(expression, inner);
  if (kind === 'at') return at(inner, timezone);
  if (kind === 'cron') return cron(expression, inner, timezone);
  throw new Error(`schedule ${expression} is not understood`);
}

function rate(expression: string, inner: string): NextDue {
  const [, count = '', unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(inner) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day') throw new Error(`schedule ${expression} is not understood`);
  return (after) => after + Number(count) * unitMilliseconds[unit];
}

function at(inner: string, timezone: string): NextDue {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inner)) throw new Error(`schedule at(${inner}) is not understood`);
  const once = new Cron(inner, { timezone, paused: true });
  return (after) => once.nextRun(new Date(after))?.getTime();
}

function cron(expression: string, inner: string, timezone: string): NextDue {
  const fields = inner.trim().split(/\s+/);
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields;
  if (fields.length !== 6 || (dayOfMonth === '?') === (dayOfWeek === '?'))
    throw new Error(`schedule ${expression} is not understood`);
  const pattern = ['0', minute, hour, dayOfMonth, month, weekdaysOf(dayOfWeek ?? ''), year].join(' ');
  const job = new Cron(pattern, { timezone, sloppyRanges: true, paused: true });
  return (after) => {
    let next = job.nextRun(new Date(after));
    // croner moves a skipped time of day to the next hour, where it no longer fits the pattern.
    while (next && !job.match(next)) next = job.nextRun(next);
    return next?.getTime();
  };
}

/** AWS counts weekdays 1–7 from Sunday, croner 0–6. What follows `#` or `/` is a count, not a day. */
function weekdaysOf(field: string): string {
  return field.replace(/(?<![#/\d])[1-7](?!\d)/g, (day) => String(Number(day) - 1));
}
