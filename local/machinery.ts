import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Backing } from './backing.ts';
import type { LocalClock } from './clock.ts';
import { trimStream, watchWrites } from './engine.ts';
import type { Invoke } from './handlers.ts';
import { startQueueWorkers } from './queue-workers.ts';
import { type Scheduler, startScheduler } from './scheduler.ts';
import { startStreamPoller, type StreamPoller } from './stream-poller.ts';
import { openStream } from './stream-source.ts';
import { sweepExpired } from './time-to-live.ts';
import { listeners, schedules, subscribers } from './wiring.ts';

/** What starts functions: stream, queues and schedules. */
export type Machinery = {
  readonly scheduler: Scheduler;
  readonly poller: StreamPoller;
  /** Resolves when stream, queues and woken jobs are empty; messages that wait over a second for a retry are left waiting. */
  readonly settle: () => Promise<void>;
};

type Options = {
  readonly backing: Backing;
  readonly invoke: Invoke;
  readonly clock: LocalClock;
  readonly report: (line: string) => void;
  readonly stack: AsyncDisposableStack;
};

const sweepEveryMilliseconds = 600_000;

/** Starts to hand out what is waiting, and what comes. */
export function startMachinery({ backing, invoke, clock, report, stack }: Options): Machinery {
  const { engine, database, queues } = backing;
  let nudge: () => void = () => undefined;
  const scheduler = startScheduler({ schedules: schedules(), clock, database, invoke, onRun: () => nudge(), report });
  stack.defer(scheduler.stop);
  const writes = engine.sqlitePath === undefined ? undefined : watchWrites(engine.sqlitePath);
  stack.defer(() => writes?.close());
  const poller = startStreamPoller({
    source: openStream(engine.endpoint, engine.streamArn),
    database,
    subscribers: subscribers(queues, invoke, report),
    listeners: listeners(scheduler.wake),
    report,
    fresh: engine.created,
    ...(writes ? { changed: writes.changed } : {}),
    trim: (delivered) => {
      if (engine.sqlitePath !== undefined) trimStream(engine.sqlitePath, engine.tableName, delivered);
    },
  });
  stack.defer(poller.stop);
  nudge = poller.nudge;
  const workers = startQueueWorkers({ queues, invoke, onHandled: poller.nudge, report });
  stack.defer(workers.stop);
  stack.defer(clock.onMove(workers.wake));
  const sweep = () => void sweepExpired(engine, clock.now()).catch(() => report('expired items could not be removed'));
  const timer = setInterval(sweep, sweepEveryMilliseconds);
  stack.defer(() => clearInterval(timer));
  const busy = () => workers.busy() || scheduler.busy();
  const done = () => poller.delivered() + workers.handled() + scheduler.runs();
  return { scheduler, poller, settle: () => settled(poller, scheduler.hurry, busy, done) };
}

/** Waits until a whole round over stream, queues and jobs finds nothing to do. */
async function settled(poller: StreamPoller, hurry: () => void, busy: () => boolean, done: () => number): Promise<void> {
  for (let before = -1; before !== done(); ) {
    before = done();
    await poller.caughtUp();
    while (busy()) {
      hurry();
      await wait(5);
    }
    await turn();
  }
}
