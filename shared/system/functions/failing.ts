import { otherConsumers } from './consumers.ts';
import type { FunctionDeclaration } from './declaration.ts';
import { jobs } from './jobs.ts';
import { mailConsumers } from './mails.ts';
import { streamFunctions } from './stream.ts';

const background: Readonly<Record<string, FunctionDeclaration>> = {
  ...streamFunctions,
  ...mailConsumers,
  ...otherConsumers,
  ...jobs,
};

/**
 * The functions that keep what they failed at, each with who is hurt. Work that came by a queue can be given back to it; what
 * the stream or a schedule starts looks at the state itself the next time.
 */
export const failing = Object.entries(background).map(([name, { errorImpact, trigger }]) => ({
  name,
  errorImpact,
  retried: trigger.kind !== 'stream' && trigger.kind !== 'schedule',
}));
