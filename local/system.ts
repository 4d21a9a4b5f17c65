import { mkdirSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { setClock } from '#functions/runtime/clock.ts';
import { type FunctionDeclaration, functions } from '#shared/system/functions.ts';
import { createBus, type LocalBus, rulesOf } from './bus.ts';
import { createClock, type LocalClock } from './clock.ts';
import { takeDataFolder } from './data-folder.ts';
import { atomically, openDatabase } from './database.ts';
import { type Engine, startEngine, trimStream } from './engine.ts';
import { applyEnvironment, functionEnvironment } from './environment.ts';
import { createInvoke, loadHandler, type LoadHandler } from './handlers.ts';
import { startHttpServer } from './http-server.ts';
import { createIdentity, identityPath } from './identity.ts';
import { type Inbox, openMailStore } from './inbox.ts';
import { createLocalTools } from './local-tools.ts';
import { startLoopback } from './loopback.ts';
import { freePort } from './processes.ts';
import { startQueueWorkers } from './queue-workers.ts';
import { openQueues, type Queues, type QueueSettings } from './queues.ts';
import { createS3 } from './s3.ts';
import { startScheduler } from './scheduler.ts';
import { seedFictionalCity } from './seed.ts';
import { createSes } from './ses.ts';
import { createStatus, type Status } from './status.ts';
import { eventRecord } from './stream-delivery.ts';
import { startStreamPoller, type StreamListener, type StreamSubscriber } from './stream-poller.ts';
import { openStream } from './stream-source.ts';
import { sweepExpired } from './time-to-live.ts';

/** The whole system, running in this process. */
export type LocalSystem = {
  /** Where the site is, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  readonly clock: LocalClock;
  readonly engine: Engine;
  readonly inbox: Inbox;
  readonly queues: Queues;
  readonly bus: LocalBus;
  /** Runs a scheduled function now. */
  readonly runJob: (name: string) => Promise<unknown>;
  /** Resolves when stream, queues and woken jobs are empty. Messages that wait for a retry are left waiting. */
  readonly settle: () => Promise<void>;
  readonly status: () => Promise<Status>;
  /** Ends everything; what was accepted and is not done yet goes on at the next start. */
  readonly stop: () => Promise<void>;
};

export type LocalOptions = {
  readonly dataDir: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly clock?: LocalClock;
  /** Puts a small fictional city into a new table. */
  readonly seed?: boolean;
  readonly quiet?: boolean;
  readonly loadHandler?: LoadHandler;
};

// The SDK clients of the functions keep the first endpoint they saw: a second start in one process takes the same ports.
const earlier = { engine: 0, loopback: 0, site: 0 };
let current = false;

/** Starts everything on one data folder. One process runs one system at a time: its environment is the process's. */
export async function startLocalSystem(options: LocalOptions): Promise<LocalSystem> {
  if (current) throw new Error('this process runs a local system already');
  current = true;
  const undo: (() => Promise<void> | void)[] = [() => void (current = false)];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await build(options, (step) => undo.push(step), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(options: LocalOptions, later: (step: () => Promise<void> | void) => void, stop: () => Promise<void>): Promise<LocalSystem> {
  const { dataDir, host = '127.0.0.1', clock = createClock(), quiet = false } = options;
  const report = quiet ? () => undefined : (line: string) => console.error(line);
  const folder = takeDataFolder(dataDir);
  later(folder.release);
  const engine = await startEngine({ dbPath: folder.path('table.db'), port: earlier.engine });
  later(engine.stop);
  earlier.engine = Number(new URL(engine.endpoint).port);

  const database = openDatabase(folder.path('queues.db'));
  later(() => database.close());
  const queues = openQueues(database, queueSettings(), clock);
  const bus = createBus(database, queues, rulesOf(), () => new Date(clock.milliseconds()));
  const mails = openMailStore(database, folder.path('mails'), (work) => atomically(database, work));
  const ses = createSes({ mails, bus, now: clock.now });
  mkdirSync(folder.path('files'), { recursive: true });
  const loopback = await startLoopback({ bus, ses, s3: createS3({ folder: folder.path('files'), bus }), report, port: await freePort(earlier.loopback) });
  later(loopback.stop);
  earlier.loopback = loopback.port;

  const port = options.port || (await freePort(earlier.site, host));
  earlier.site = port;
  const origin = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  applyEnvironment(functionEnvironment({ origin, tableName: engine.tableName, engine: engine.endpoint, loopback: loopback.endpoints }));
  setClock(clock.now);
  if (options.seed && engine.created) await seedFictionalCity(clock.now());
  const invoke = await createInvoke(options.loadHandler ?? loadHandler);

  let nudge: () => void = () => undefined;
  const scheduler = startScheduler({ schedules: schedules(), clock, database, invoke, onRun: () => nudge(), report });
  later(scheduler.stop);
  const poller = startStreamPoller({
    source: openStream(engine.endpoint, engine.streamArn),
    database,
    subscribers: subscribers(queues, invoke, report),
    listeners: listeners(scheduler.wake),
    report,
    fresh: engine.created,
    ...(engine.sqlitePath === undefined ? {} : { trim: (delivered) => void trimStream(engine.sqlitePath ?? '', engine.tableName, delivered) }),
  });
  later(poller.stop);
  nudge = poller.nudge;
  const workers = startQueueWorkers({ queues, invoke, onHandled: poller.nudge, report });
  later(workers.stop);
  later(clock.onMove(workers.wake));
  const sweep = setInterval(() => void sweepExpired(engine, clock.now()).catch(() => report('expired items could not be removed')), 600_000);
  later(() => clearInterval(sweep));

  const overview = createStatus({ endpoint: engine.endpoint, tableName: engine.tableName, now: clock.now, queues, inbox: mails, scheduler, poller });
  later(overview.close);
  const settle = () => settled({ caughtUp: poller.caughtUp, busy: () => workers.busy() || scheduler.busy(), done: () => poller.delivered() + workers.handled() + scheduler.runs() });
  const tools = createLocalTools({
    inbox: mails,
    queues,
    clock,
    status: overview.read,
    runJob: scheduler.run,
    settle,
    report: ses.report,
    identity: { path: identityPath, handle: createIdentity({ origin }).handle },
  });
  const server = await startHttpServer({ host, port, invoke, before: tools, onWrite: poller.nudge, now: clock.milliseconds });
  later(server.stop);
  folder.announce({ pid: process.pid, endpoint: engine.endpoint, tableName: engine.tableName, origin });
  return { origin, port: server.port, clock, engine, inbox: mails, queues, bus, runJob: scheduler.run, settle, status: overview.read, stop };
}

const declared: readonly (readonly [string, FunctionDeclaration])[] = Object.entries(functions);

/** A queue for each consumer, hidden for six times its timeout as on AWS, and one for what the stream gave up. */
function queueSettings(): Map<string, QueueSettings> {
  const queued = declared.filter(([, { trigger }]) => trigger.kind !== 'http' && trigger.kind !== 'schedule');
  return new Map(queued.map(([name, { timeoutSeconds }]) => [name, { visibilitySeconds: 6 * timeoutSeconds, maxReceive: 5 }]));
}

function schedules() {
  return declared.flatMap(([name, { trigger }]) => (trigger.kind === 'schedule' ? [{ name, expression: trigger.expression }] : []));
}

function subscribers(queues: Queues, invoke: (name: string, event: unknown) => Promise<unknown>, report: (line: string) => void): StreamSubscriber[] {
  return declared.flatMap(([name, { trigger }]): StreamSubscriber[] => {
    if (trigger.kind !== 'stream') return [];
    return [
      {
        prefix: trigger.prefix,
        retries: 8,
        invoke: (event) => invoke(name, event),
        // AWS keeps only the records' positions; here the records themselves, so that a retry needs nothing else.
        giveUp: (records) => queues.bury(name, JSON.stringify({ Records: records.map(eventRecord) })),
        report,
      },
    ];
  });
}

function listeners(wake: (name: string, event: unknown) => void): StreamListener[] {
  return declared.flatMap(([name, { trigger }]): StreamListener[] => {
    if (trigger.kind !== 'schedule' || trigger.wokenBy === undefined) return [];
    return [{ prefix: trigger.wokenBy, tell: (records) => wake(name, { Records: records.map(eventRecord) }) }];
  });
}

/** Waits until a whole round over stream, queues and jobs finds nothing to do. */
async function settled({ caughtUp, busy, done }: { caughtUp: () => Promise<void>; busy: () => boolean; done: () => number }): Promise<void> {
  for (let before = -1; before !== done(); ) {
    before = done();
    await caughtUp();
    while (busy()) await new Promise((resolve) => setTimeout(resolve, 5));
    await turn();
  }
}
