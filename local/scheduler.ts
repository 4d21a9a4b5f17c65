import type { DatabaseSync } from 'node:sqlite';
import type { LocalClock } from './clock.ts';
import { nextDueOf } from './schedule-expression.ts';

export type Schedule = { readonly name: string; readonly expression: string };

export type ScheduleStatus = Schedule & {
  readonly lastRun: string | undefined;
  readonly nextRun: string | undefined;
  /** What went wrong the last time, if anything did. */
  readonly problem: string | undefined;
};

export type Scheduler = {
  /** Runs a job now and resolves with its answer; rejects with what it threw. A run in progress is waited for first. */
  readonly run: (name: string, event?: unknown) => Promise<unknown>;
  /** Runs a job soon; any number of wakes while it runs make one run after it. */
  readonly wake: (name: string, event: unknown) => void;
  /** Starts what was woken and waits for its gap. */
  readonly hurry: () => void;
  readonly busy: () => boolean;
  /** Runs ended since the start. */
  readonly runs: () => number;
  readonly status: () => readonly ScheduleStatus[];
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly schedules: readonly Schedule[];
  readonly clock: LocalClock;
  readonly database: DatabaseSync;
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  readonly onRun: () => void;
  readonly report: (line: string) => void;
};

/** Woken runs of one job start at least so far apart, so that a flood of items does not make a flood of runs. */
const wakeGapMilliseconds = 200;

/** Runs jobs when they are due by the clock; what was due while nobody ran, or in a step of the clock, runs once. */
export function startScheduler({ schedules, clock, database, invoke, onRun, report }: Options): Scheduler {
  const jobs = schedules.map((schedule) => ({ ...schedule, nextDue: nextDueOf(schedule.expression) }));
  const store = openRuns(database);
  const running = new Map<string, Promise<unknown>>();
  const woken = new Map<string, unknown>();
  const wakeTimers = new Map<string, NodeJS.Timeout>();
  const problems = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let runs = 0;

  for (const { name } of jobs) {
    if (store.read(name) === undefined) store.anchor(name, clock.milliseconds());
  }

  function start(name: string, event: unknown): Promise<unknown> {
    const before = running.get(name);
    const run = (before ? before.catch(() => undefined) : Promise.resolve()).then(() => invoke(name, event));
    const noted = run.then(
      (answer) => {
        problems.delete(name);
        return answer;
      },
      (error: unknown) => {
        problems.set(name, error instanceof Error ? error.message : String(error));
        report(`${name} failed: ${problems.get(name)}`);
        throw error;
      },
    );
    const settled = noted.finally(() => {
      store.ran(name, clock.milliseconds());
      runs += 1;
      if (running.get(name) === settled) running.delete(name);
      onRun();
    });
    running.set(name, settled);
    return settled;
  }

  function startQuietly(name: string, event: unknown): void {
    start(name, event).catch(() => undefined);
  }

  function tick() {
    clearTimeout(timer);
    if (stopped) return;
    const now = clock.milliseconds();
    let nearest = now + 60_000;
    for (const { name, nextDue } of jobs) {
      // A clock that was put back would otherwise keep jobs waiting for a future that has been.
      if ((store.read(name)?.anchor ?? 0) > now) store.anchor(name, now);
      let due = nextDue(store.read(name)?.anchor ?? now);
      if (due !== undefined && due <= now) {
        store.anchor(name, now);
        startQuietly(name, { source: 'aspirations.schedule' });
        due = nextDue(now);
      }
      if (due !== undefined) nearest = Math.min(nearest, due);
    }
    timer = setTimeout(tick, Math.max(1, nearest - now));
  }

  function wake(name: string, event: unknown) {
    const waiting = woken.has(name);
    woken.set(name, event);
    if (waiting || stopped) return;
    if (!running.has(name) && !wakeTimers.has(name)) return startWoken(name);
    later(name, () => startWoken(name));
  }

  function startWoken(name: string) {
    const event = woken.get(name);
    woken.delete(name);
    startQuietly(name, event);
    later(name, () => wakeTimers.delete(name));
  }

  function later(name: string, then: () => void) {
    clearTimeout(wakeTimers.get(name));
    wakeTimers.set(name, setTimeout(then, wakeGapMilliseconds));
  }

  const unlisten = clock.onMove(tick);
  tick();
  return {
    wake,
    hurry() {
      for (const name of woken.keys()) startWoken(name);
    },
    run: (name, event = { source: 'aspirations.manual' }) => {
      if (!jobs.some((job) => job.name === name)) throw new Error(`there is no job ${name}`);
      return start(name, event);
    },
    busy: () => running.size > 0 || woken.size > 0,
    runs: () => runs,
    status: () =>
      jobs.map(({ name, expression, nextDue }) => ({
        name,
        expression,
        lastRun: textOf(store.read(name)?.ran),
        nextRun: textOf(nextDue(store.read(name)?.anchor ?? clock.milliseconds())),
        problem: problems.get(name),
      })),
    async stop() {
      stopped = true;
      unlisten();
      clearTimeout(timer);
      for (const one of wakeTimers.values()) clearTimeout(one);
      woken.clear();
      await Promise.allSettled(running.values());
    },
  };
}

function textOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

function openRuns(database: DatabaseSync) {
  database.exec('CREATE TABLE IF NOT EXISTS schedule_runs (name TEXT PRIMARY KEY, anchor INTEGER NOT NULL, ran INTEGER)');
  const select = database.prepare('SELECT anchor, ran FROM schedule_runs WHERE name = ?');
  const anchor = database.prepare(
    'INSERT INTO schedule_runs (name, anchor) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET anchor = excluded.anchor',
  );
  const ran = database.prepare('UPDATE schedule_runs SET ran = ? WHERE name = ?');
  return {
    read(name: string): { anchor: number; ran: number | undefined } | undefined {
      const row = select.get(name);
      return row && { anchor: Number(row['anchor']), ran: row['ran'] === null ? undefined : Number(row['ran']) };
    },
    anchor: (name: string, at: number) => void anchor.run(name, Math.floor(at)),
    ran: (name: string, at: number) => void ran.run(Math.floor(at), name),
  };
}
