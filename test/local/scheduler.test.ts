import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '#local/clock.ts';
import { openDatabase } from '#local/database.ts';
import { nextDueOf } from '#local/schedule-expression.ts';
import { type Schedule, startScheduler } from '#local/scheduler.ts';
import { instant } from '#shared/kernel/time.ts';

const nextAfter = (expression: string, after: string) => {
  const next = nextDueOf(expression)(Date.parse(after));
  return next === undefined ? undefined : new Date(next).toISOString();
};

describe('a schedule expression', () => {
  test('in cron is a time of day in London, summer and winter', () => {
    expect(nextAfter('cron(15 16 * * ? *)', '2026-01-10T12:00:00Z')).toBe('2026-01-10T16:15:00.000Z');
    expect(nextAfter('cron(15 16 * * ? *)', '2026-07-10T12:00:00Z')).toBe('2026-07-10T15:15:00.000Z');
    expect(nextAfter('cron(15 16 * * ? *)', '2026-07-10T15:15:00Z')).toBe('2026-07-11T15:15:00.000Z');
  });

  test('does not happen at a time that the clocks skip in spring', () => {
    expect(nextAfter('cron(30 1 * * ? *)', '2026-03-28T12:00:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(nextAfter('cron(0 2 * * ? *)', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('happens once at a time that the clocks repeat in autumn', () => {
    const first = nextAfter('cron(30 1 * * ? *)', '2026-10-24T12:00:00Z');
    expect(first).toBe('2026-10-25T00:30:00.000Z');
    expect(nextAfter('cron(30 1 * * ? *)', first ?? '')).toBe('2026-10-26T01:30:00.000Z');
  });

  test.each([
    ['weekdays counted from Sunday as 1', 'cron(0 9 ? * 2-6 *)', '2026-01-10T00:00:00Z', '2026-01-12T09:00:00.000Z'],
    ['weekdays by name', 'cron(0 9 ? * SUN *)', '2026-01-10T00:00:00Z', '2026-01-11T09:00:00.000Z'],
    ['the second Monday', 'cron(0 9 ? * 2#2 *)', '2026-01-01T00:00:00Z', '2026-01-12T09:00:00.000Z'],
    ['the last Friday', 'cron(0 9 ? * 6L *)', '2026-01-01T00:00:00Z', '2026-01-30T09:00:00.000Z'],
    ['the last day of the month', 'cron(0 9 L * ? *)', '2026-02-01T00:00:00Z', '2026-02-28T09:00:00.000Z'],
    ['the weekday nearest the 15th', 'cron(0 9 15W * ? *)', '2026-02-01T00:00:00Z', '2026-02-16T09:00:00.000Z'],
    ['steps from a start', 'cron(5/20 9 * * ? *)', '2026-01-01T09:06:00Z', '2026-01-01T09:25:00.000Z'],
    ['a year', 'cron(0 9 1 3 ? 2028)', '2026-01-01T00:00:00Z', '2028-03-01T09:00:00.000Z'],
    ['a rate', 'rate(2 minutes)', '2026-01-01T00:00:30Z', '2026-01-01T00:02:30.000Z'],
    ['a rate of one', 'rate(1 day)', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00.000Z'],
    ['one moment', 'at(2026-07-01T09:00:00)', '2026-01-01T00:00:00Z', '2026-07-01T08:00:00.000Z'],
  ])('knows %s', (_, expression, after, expected) => {
    expect(nextAfter(expression, after)).toBe(expected);
  });

  test('that is over is never due again', () => {
    expect(nextAfter('at(2026-07-01T09:00:00)', '2026-07-02T00:00:00Z')).toBeUndefined();
    expect(nextAfter('cron(0 9 1 3 ? 2020)', '2026-01-01T00:00:00Z')).toBeUndefined();
  });

  test.each(['rate(0 minutes)', 'rate(5 weeks)', 'cron(15 16 * * *)', 'cron(15 16 * * * *)', 'every day', 'at(tomorrow)'])(
    'refuses %s',
    (expression) => {
      expect(() => nextDueOf(expression)).toThrow(/not understood|at\(tomorrow\)/);
    },
  );
});

describe('the scheduler', () => {
  const start = '2026-01-10T12:00:00.000Z';
  let clock = createClock();
  let database = openDatabase(':memory:');
  let ran: string[] = [];
  const schedules: Schedule[] = [
    { name: 'daily', expression: 'cron(15 16 * * ? *)' },
    { name: 'often', expression: 'rate(2 minutes)' },
  ];
  const run = () =>
    startScheduler({
      schedules,
      clock,
      database,
      onRun: () => undefined,
      report: () => undefined,
      invoke: async (name) => {
        ran.push(name);
        if (name === 'daily' && ran.length === 99) throw new Error('never');
        return { name };
      },
    });

  beforeEach(() => {
    clock = createClock(instant.parse(start));
    database = openDatabase(':memory:');
    ran = [];
  });
  afterEach(() => database.close());

  test('runs a job when the clock is moved to its time, once however far it moved', async () => {
    const scheduler = run();
    expect(ran).toEqual([]);
    clock.set(instant.parse('2026-01-10T16:15:00.000Z'));
    await idle(scheduler);
    expect(ran.toSorted()).toEqual(['daily', 'often']);
    clock.advance(5 * 86_400);
    await idle(scheduler);
    expect(ran.toSorted()).toEqual(['daily', 'daily', 'often', 'often']);
    await scheduler.stop();
  });

  test('runs after a restart what was due while nobody ran', async () => {
    await run().stop();
    clock.set(instant.parse('2026-01-11T00:00:00.000Z'));
    const scheduler = run();
    await idle(scheduler);
    expect(ran).toContain('daily');
    expect(scheduler.status().find(({ name }) => name === 'daily')).toMatchObject({
      nextRun: '2026-01-11T16:15:00.000Z',
      problem: undefined,
    });
    await scheduler.stop();
  });

  test('goes on after the clock was put back', async () => {
    const scheduler = run();
    clock.set(instant.parse('2030-01-01T00:00:00.000Z'));
    await idle(scheduler);
    ran = [];
    clock.set(instant.parse(start));
    clock.advance(121);
    await idle(scheduler);
    expect(ran).toEqual(['often']);
    await scheduler.stop();
  });

  test('runs a job by hand and says when it last ran', async () => {
    const scheduler = run();
    await expect(scheduler.run('daily')).resolves.toEqual({ name: 'daily' });
    expect(scheduler.status().find(({ name }) => name === 'daily')?.lastRun).toMatch(/^2026-01-10T12:00:00/);
    expect(() => scheduler.run('nobody')).toThrow('nobody');
    await scheduler.stop();
  });

  test('makes of many wakes while a job runs one more run', async () => {
    const scheduler = run();
    for (let wakes = 0; wakes < 50; wakes += 1) scheduler.wake('often', {});
    await idle(scheduler);
    expect(ran).toEqual(['often', 'often']);
    await scheduler.stop();
  });
});

async function idle(scheduler: { busy: () => boolean }): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (scheduler.busy()) await new Promise((resolve) => setTimeout(resolve, 2));
}
