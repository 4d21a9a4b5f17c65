import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import type { Invoke } from './handlers.ts';
import type { Queues, QueueSettings } from './queues.ts';
import type { Schedule, Scheduler } from './scheduler.ts';
import { eventRecord } from './stream-delivery.ts';
import type { StreamListener, StreamSubscriber } from './stream-poller.ts';

const declared: readonly (readonly [string, FunctionDeclaration])[] = Object.entries(functions);

/** A queue for each consumer, hidden for six times its timeout as on AWS, and one for what the stream gave up. */
export function queueSettings(): Map<string, QueueSettings> {
  const queued = declared.filter(([, { trigger }]) => trigger.kind !== 'http' && trigger.kind !== 'schedule');
  return new Map(queued.map(([name, { timeoutSeconds }]) => [name, { visibilitySeconds: 6 * timeoutSeconds, maxReceive: 5 }]));
}

/** The declared schedules. */
export function schedules(): Schedule[] {
  return declared.flatMap(([name, { trigger }]) =>
    trigger.kind === 'schedule' ? [{ name, expression: trigger.expression }] : [],
  );
}

/** The functions behind the stream, each with its retries and what becomes of records it never takes. */
export function subscribers(queues: Queues, invoke: Invoke, report: (line: string) => void): StreamSubscriber[] {
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

/** The schedules that new items of the stream start early. */
export function listeners(wake: Scheduler['wake']): StreamListener[] {
  return declared.flatMap(([name, { trigger }]): StreamListener[] => {
    if (trigger.kind !== 'schedule' || trigger.wokenBy === undefined) return [];
    return [{ prefix: trigger.wokenBy, tell: (records) => wake(name, { Records: records.map(eventRecord) }) }];
  });
}
