import type { Invoke } from './handlers.ts';
import type { Queues, Received } from './queues.ts';

/** Workers that hand the messages of queues to functions, as Lambda's event source mapping does. */
export type QueueWorkers = {
  /** True while a message is worked on, ready, or ready within a second; those that wait longer for a retry do not count. */
  readonly busy: () => boolean;
  /** Batches handed out since the start. */
  readonly handled: () => number;
  readonly stop: () => Promise<void>;
  /** Looks at every queue again: after the clock was moved. */
  readonly wake: () => void;
};

type Options = {
  readonly queues: Queues;
  readonly invoke: Invoke;
  /** Called when a batch was handled: it may have written to the table. */
  readonly onHandled: () => void;
  readonly report: (line: string) => void;
};

const batchSize = 10;
const concurrency = 4;
const soonMilliseconds = 1000;

/** Starts a worker for each queue. */
export function startQueueWorkers({ queues, invoke, onHandled, report }: Options): QueueWorkers {
  const running = new Map<string, number>(queues.names.map((name) => [name, 0]));
  const timers = new Map<string, NodeJS.Timeout>();
  const scheduled = new Set<string>();
  let stopped = false;
  let handled = 0;
  let whenIdle: (() => void) | undefined;

  async function work(queue: string, batch: readonly Received[]) {
    running.set(queue, (running.get(queue) ?? 0) + 1);
    try {
      const failed = await failuresOf(queue, batch);
      queues.remove(batch.filter(({ id }) => !failed.has(id)).map(({ receipt }) => receipt));
      for (const one of batch) {
        if (failed.has(one.id))
          queues.retryAfter(one.receipt, retryDelay(one.receiveCount, queues.settingsOf(queue).visibilitySeconds));
      }
    } finally {
      handled += 1;
      running.set(queue, (running.get(queue) ?? 1) - 1);
      onHandled();
      pump(queue);
      if (stopped && !inFlight()) whenIdle?.();
    }
  }

  async function failuresOf(queue: string, batch: readonly Received[]): Promise<ReadonlySet<string>> {
    try {
      return failedIds(await invoke(queue, { Records: batch.map((one) => recordOf(queue, one)) }), batch);
    } catch (error) {
      report(`${queue} failed: ${error instanceof Error ? error.message : String(error)}`);
      return new Set(batch.map(({ id }) => id));
    }
  }

  function pump(queue: string) {
    clearTimeout(timers.get(queue));
    while (!stopped && (running.get(queue) ?? 0) < concurrency) {
      const batch = queues.receive(queue, batchSize);
      if (batch.length === 0) break;
      void work(queue, batch);
    }
    const next = stopped || (running.get(queue) ?? 0) >= concurrency ? undefined : queues.nextReadyIn(queue);
    if (next !== undefined) timers.set(queue, setTimeout(pump, Math.min(next + 1, 60_000), queue));
  }

  function soon(queue: string) {
    if (scheduled.has(queue)) return;
    scheduled.add(queue);
    // After the sender's own answer is on its way.
    setImmediate(() => {
      scheduled.delete(queue);
      pump(queue);
    });
  }
  const inFlight = () => [...running.values()].some((count) => count > 0);

  queues.onArrival(soon);
  for (const name of queues.names) soon(name);
  return {
    busy: () =>
      scheduled.size > 0 ||
      inFlight() ||
      queues.names.some((name) => (queues.nextReadyIn(name) ?? soonMilliseconds) < soonMilliseconds),
    handled: () => handled,
    wake: () => queues.names.forEach(soon),
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      if (inFlight()) await new Promise<void>((resolve) => (whenIdle = resolve));
    },
  };
}

/** Seconds before the next try: short at first, so that a hiccup costs little; never beyond the visibility time-out. */
export function retryDelay(receiveCount: number, visibilitySeconds: number): number {
  return Math.min(visibilitySeconds, 4 ** (receiveCount - 1));
}

/** The ids a batch's answer names as failed. An answer that names an unknown id means that all failed, as with Lambda. */
export function failedIds(answer: unknown, batch: readonly { readonly id: string }[]): ReadonlySet<string> {
  const everything = new Set(batch.map(({ id }) => id));
  if (answer === undefined || answer === null) return new Set();
  if (typeof answer !== 'object') return everything;
  const failures: unknown = Reflect.get(answer, 'batchItemFailures') ?? [];
  if (!Array.isArray(failures)) return everything;
  const named = failures.map((one: unknown) =>
    typeof one === 'object' && one !== null ? Reflect.get(one, 'itemIdentifier') : undefined,
  );
  return named.every((id) => typeof id === 'string' && everything.has(id)) ? new Set(named) : everything;
}

function recordOf(queue: string, { id, receipt, body, receiveCount, sentAt, firstReceivedAt }: Received) {
  return {
    messageId: id,
    receiptHandle: receipt,
    body,
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: String(sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:eu-west-2:000000000000:${queue}`,
    awsRegion: 'eu-west-2',
  };
}
