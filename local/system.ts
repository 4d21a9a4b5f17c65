import { setClock } from '#functions/runtime/clock.ts';
import { type Backing, startBacking } from './backing.ts';
import type { LocalBus } from './bus.ts';
import { createClock, type LocalClock } from './clock.ts';
import type { Engine } from './engine.ts';
import { applyEnvironment, functionEnvironment } from './environment.ts';
import { createInvoke, type Invoke, loadHandler, type LoadHandler } from './handlers.ts';
import { type HttpServer, startHttpServer } from './http-server.ts';
import { createIdentity, identityPath } from './identity.ts';
import type { Inbox } from './inbox.ts';
import { createLocalTools } from './local-tools.ts';
import { type Machinery, startMachinery } from './machinery.ts';
import { freePort } from './processes.ts';
import type { Queues } from './queues.ts';
import { seedFictionalCity } from './seed.ts';
import { createStatus, type Status } from './status.ts';

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
  /** Resolves when stream, queues and woken jobs are empty. Messages that wait over a second for a retry are left waiting. */
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
  /** Says nothing of its own; the functions' log lines still go to standard output. */
  readonly quiet?: boolean;
  readonly loadHandler?: LoadHandler;
};

let running = false;
let earlierPort = 0;

/** Starts everything on one data folder. One process runs one system at a time: its environment is the process's. */
export async function startLocalSystem(options: LocalOptions): Promise<LocalSystem> {
  if (running) throw new Error('this process runs a local system already');
  running = true;
  const stack = new AsyncDisposableStack();
  stack.defer(() => {
    running = false;
  });
  try {
    return await build(options, stack);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function build(options: LocalOptions, stack: AsyncDisposableStack): Promise<LocalSystem> {
  const { dataDir, host = '127.0.0.1', clock = createClock() } = options;
  const report = options.quiet ? () => undefined : (line: string) => console.error(line);
  const backing = await startBacking({ dataDir, clock, report, stack });
  const { engine, queues, bus, mails, loopback, folder } = backing;
  const port = options.port || (await freePort(earlierPort, host));
  earlierPort = port;
  const origin = originOf(host, port);
  applyEnvironment(
    functionEnvironment({ origin, tableName: engine.tableName, engine: engine.endpoint, loopback: loopback.endpoints }),
  );
  setClock(clock.now);
  if (options.seed && engine.created) await seedFictionalCity(clock.now());
  const invoke = createInvoke(options.loadHandler ?? loadHandler);
  const machinery = startMachinery({ backing, invoke, clock, report, stack });
  const { status, server } = await startSite({ backing, machinery, invoke, clock, host, port, origin, stack });
  folder.announce({ pid: process.pid, endpoint: engine.endpoint, tableName: engine.tableName, origin });
  const { scheduler, settle } = machinery;
  const stop = () => stack.disposeAsync();
  return { origin, port: server.port, clock, engine, inbox: mails, queues, bus, runJob: scheduler.run, settle, status, stop };
}

type Site = {
  readonly backing: Backing;
  readonly machinery: Machinery;
  readonly invoke: Invoke;
  readonly clock: LocalClock;
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  readonly stack: AsyncDisposableStack;
};

async function startSite(site: Site): Promise<{ status: () => Promise<Status>; server: HttpServer }> {
  const { clock, invoke, host, port, origin, stack } = site;
  const { engine, queues, mails, ses } = site.backing;
  const { scheduler, poller, settle } = site.machinery;
  const { endpoint, tableName } = engine;
  const overview = createStatus({ endpoint, tableName, now: clock.now, queues, inbox: mails, scheduler, poller });
  stack.defer(overview.close);
  const status = overview.read;
  const identity = { path: identityPath, handle: createIdentity({ origin }).handle };
  const { run: runJob } = scheduler;
  const before = createLocalTools({ origin, inbox: mails, queues, clock, status, runJob, settle, report: ses.report, identity });
  const server = await startHttpServer({ host, port, invoke, before, onWrite: poller.nudge, now: clock.milliseconds });
  stack.defer(server.stop);
  return { status, server };
}

/** Where a browser on this machine finds a server that listens on `host`. */
function originOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
