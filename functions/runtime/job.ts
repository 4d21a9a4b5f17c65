import type { FunctionsOf } from '#shared/system/functions.ts';
import type { TableWriter } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { type Context, startContext } from './context.ts';
import { bugOf, log } from './log.ts';
import { type AdaptersOf, portsOf, type PortsOf } from './powers.ts';

/** What a job did, in counts, for its log line. */
export type JobDone = { readonly count: number };
export type JobHandler = (event: unknown) => Promise<{ readonly batchItemFailures: readonly never[] } & JobDone>;

/**
 * Wraps a scheduled job. What started it (its schedule, early, late or twice; a new item on the stream) says nothing: the
 * job looks at the state itself. It throws when it fails, so that its trigger tries again. When and how it ended is kept for
 * the organisers' page of how things stand.
 */
export function job<const F extends FunctionsOf<'schedule'>>(
  name: F,
  adapters: AdaptersOf<F>,
  run: (ports: PortsOf<F>, context: Context) => Promise<JobDone>,
): JobHandler {
  const ports = portsOf(name, adapters);
  return async () => {
    const started = performance.now();
    const milliseconds = () => Math.round(performance.now() - started);
    try {
      const context = startContext();
      const { count } = await run(ports, context);
      await keepRun(ports, { job: name, at: context.now, outcome: 'done', count });
      if (count > 0) log({ function: name, outcome: 'done', count, milliseconds: milliseconds() });
      return { batchItemFailures: [], count };
    } catch (error) {
      // A table that cannot be written to must not hide why the job failed.
      await keepRun(ports, { job: name, at: startContext().now, outcome: 'failed', count: 0 }).catch(() => undefined);
      log({ function: name, outcome: 'bug', bug: bugOf(error), milliseconds: milliseconds() });
      throw error;
    }
  };
}

async function keepRun(ports: object, item: Item<'jobRun'>): Promise<void> {
  if (canWrite(ports)) await ports.write.bulk([{ put: 'jobRun', item, when: 'any' }]);
}

function canWrite(ports: object): ports is { readonly write: TableWriter } {
  return 'write' in ports;
}
