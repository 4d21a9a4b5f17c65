import { otherConsumers } from './functions/consumers.ts';
import type { FunctionDeclaration, Trigger } from './functions/declaration.ts';
import { httpFunctions } from './functions/http.ts';
import { jobs } from './functions/jobs.ts';
import { mailConsumers } from './functions/mails.ts';
import { streamFunctions } from './functions/stream.ts';

/**
 * Every Lambda function: what starts it, what it may do, who is hurt when it fails. Split one only for another trigger,
 * set of powers or scaling profile, or to keep the cold start of the public write small (decision 016).
 */
export const functions = {
  ...httpFunctions,
  ...streamFunctions,
  ...mailConsumers,
  ...otherConsumers,
  ...jobs,
} as const satisfies Record<string, FunctionDeclaration>;

export type FunctionName = keyof typeof functions;
export type UsesOf<F extends FunctionName> = (typeof functions)[F]['uses'][number];
/** The functions started in one way. */
export type FunctionsOf<K extends Trigger['kind']> = {
  [F in FunctionName]: (typeof functions)[F]['trigger']['kind'] extends K ? F : never;
}[FunctionName];
