import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { AppError, errorKinds } from '#shared/kernel/errors.ts';
import type { Fact, FactType } from '#shared/system/events.ts';
import { fact } from '#shared/system/fact.ts';
import { functions, type FunctionName, type FunctionsOf } from '#shared/system/functions.ts';
import { type Context, startContext } from './context.ts';
import { bugOf, log } from './log.ts';
import { type AdaptersOf, portsOf, type PortsOf } from './powers.ts';

/** The facts that one consumer is started by. */
export type FactsOf<F extends FunctionName> = (typeof functions)[F]['trigger'] extends { readonly of: readonly (infer T)[] }
  ? Fact<Extract<T, FactType>>
  : never;

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;
type Handle<F extends FunctionName, M> = (message: M, ports: PortsOf<F>, context: Context) => Promise<void>;

/**
 * Wraps the one effect of a consumer. Each message stands alone: one that fails is given back to its queue, and so to its
 * dead-letter queue in the end, while the rest are done.
 */
export function consumer<const F extends FunctionsOf<'facts'>>(
  name: F,
  adapters: AdaptersOf<F>,
  handle: Handle<F, FactsOf<F>>,
): QueueHandler {
  const trigger = functions[name].trigger;
  const types = new Set<string>('of' in trigger ? trigger.of : []);
  const envelope = z.object({ detail: z.unknown() });
  return queueHandler(name, adapters, handle, (body) => {
    const parsed = fact.parse(envelope.parse(body).detail);
    if (!isOwn<F>(parsed, types)) throw new AppError('invalid', 'fact-unexpected', `${parsed.type} is not for ${name}`);
    return parsed;
  });
}

function isOwn<F extends FunctionName>(parsed: Fact, types: ReadonlySet<string>): parsed is FactsOf<F> {
  return types.has(parsed.type);
}

/** Wraps a consumer of messages that are not our facts; `schema` is what its queue's messages hold. */
export function messageConsumer<const F extends FunctionsOf<'mail-reports' | 'files'>, S extends z.ZodMiniType>(
  name: F,
  adapters: AdaptersOf<F>,
  schema: S,
  handle: Handle<F, z.infer<S>>,
): QueueHandler {
  return queueHandler(name, adapters, handle, (body) => schema.parse(body));
}

function queueHandler<F extends FunctionName, M>(
  name: F,
  adapters: AdaptersOf<F>,
  handle: Handle<F, M>,
  parse: (body: unknown) => M,
): QueueHandler {
  const ports = portsOf(name, adapters);

  async function settle(record: SQSRecord): Promise<boolean> {
    const started = performance.now();
    const note = (outcome: string, more: object = {}) =>
      log({ function: name, unit: record.messageId, outcome, milliseconds: Math.round(performance.now() - started), ...more });
    try {
      await handle(parse(JSON.parse(record.body)), ports, startContext());
      note('done');
      return true;
    } catch (error) {
      if (error instanceof AppError) {
        note(errorKinds[error.kind].message, { code: error.code });
        return errorKinds[error.kind].message === 'ignore';
      }
      note('bug', { bug: bugOf(error) });
      return false;
    }
  }

  return async ({ Records }) => {
    const settled = await Promise.all(Records.map(async (record) => ({ id: record.messageId, done: await settle(record) })));
    return { batchItemFailures: settled.filter(({ done }) => !done).map(({ id }) => ({ itemIdentifier: id })) };
  };
}
