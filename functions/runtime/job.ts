import type { FunctionsOf } from '#shared/system/functions.ts';
import { type Context, startContext } from './context.ts';
import { bugOf, log } from './log.ts';
import { type AdaptersOf, portsOf, type PortsOf } from './powers.ts';

/** What a job did, in counts, for its log line. */
export type JobDone = { readonly count: number };
export type JobHandler = (event: unknown) => Promise<{ readonly batchItemFailures: readonly never[] } & JobDone>;

/**
 * Wraps a scheduled job. What started it (its schedule, early, late or twice; a new item on the stream) says nothing: the
 * job looks at the state itself. It throws when it fails, so that its trigger tries again.
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
      const { count } = await run(ports, startContext());
      if (count > 0) log({ function: name, outcome: 'done', count, milliseconds: milliseconds() });
      return { batchItemFailures: [], count };
    } catch (error) {
      log({ function: name, outcome: 'bug', bug: bugOf(error), milliseconds: milliseconds() });
      throw error;
    }
  };
}
