import { AppError } from '#shared/kernel/errors.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { Condition, TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { Context } from '../runtime/context.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { countSend, type Send } from './limit.ts';

/** What accepting needs of a request. */
export type Request = Context & {
  readonly ports: { readonly read: TableReader; readonly write: TableWriter };
  readonly requestKey: string | undefined;
  readonly bodyDigest: string;
};

type Steps<S> = {
  readonly edition: string;
  /** Reads what is there now; run again when it changed meanwhile. */
  readonly find: () => Promise<S | undefined>;
  readonly decide: (current: S | undefined) => Decision<S>;
  /** The state's own write, under the condition that nothing changed since `find`; then any more the decision needs. */
  readonly writes: (state: S, unchanged: Condition) => readonly Write[];
  /** What the client is told, also when the same request comes again. */
  readonly reference: (state: S) => string;
  /** The mails that it makes us send, now or later, to addresses somebody typed in: they count against the limits. */
  readonly sends?: readonly Pick<Send, 'route' | 'address'>[];
  /**
   * Nothing is usually there yet, nor was anything sent to the address: all is written under these conditions first, and
   * looked for only when that is refused.
   */
  readonly usuallyNew?: boolean;
  /** Turns a refused write beyond the first into its conflict. */
  readonly explain?: (failed: readonly boolean[]) => Promise<void>;
};

/** How often a decision is taken again because something changed between reading and writing. */
const tries = 10;
/** How long (seconds) a request key gives the same answer. */
const keyKept = 86_400;

/**
 * Parse, decide, one transaction: the state under its condition, the facts in the outbox, and the request key. A repeat
 * with the same key gives the same reference; the same key with another body is refused; a decision without facts
 * writes nothing.
 */
export async function accept<S extends { readonly version: number }>(
  request: Request,
  steps: Steps<S>,
): Promise<{ reference: string; state: S | undefined }> {
  const { read, write } = request.ports;
  const { edition, sends = [] } = steps;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const look = attempt > 0 || !steps.usuallyNew;
    const [repeated, current] = look ? await Promise.all([earlierReference(request, edition), steps.find()]) : [];
    if (repeated !== undefined) return { reference: repeated, state: current };
    const { state, facts } = steps.decide(current);
    const reference = steps.reference(state);
    if (facts.length === 0) return { reference, state };
    const counts = await Promise.all(sends.map((send) => countSend(look ? read : undefined, { edition, ...send }, request.now)));
    const refused = counts.find((one) => one instanceof AppError);
    if (refused) throw refused;
    const result = await unlessBusy(
      write.transact([
        ...steps.writes(state, current ? { version: current.version } : 'absent'),
        ...outboxWrite(edition, facts, request),
        ...counts.flatMap((one) => (one instanceof AppError ? [] : [one])),
        ...requestWrite(request, edition, reference),
      ]),
    );
    if (result?.ok) return { reference, state };
    if (result && look && !result.failed[0]) await steps.explain?.(result.failed);
  }
  throw new AppError('unavailable', 'busy', 'Many people are changing this at the same moment. Try again.');
}

/** Undefined where others had the items in hand each time: how things stand by now is read before it is tried again. */
async function unlessBusy<R>(written: Promise<R>): Promise<R | undefined> {
  try {
    return await written;
  } catch (error) {
    if (error instanceof AppError && error.code === 'busy') return undefined;
    throw error;
  }
}

async function earlierReference({ ports, requestKey, bodyDigest }: Request, edition: string): Promise<string | undefined> {
  const earlier = requestKey === undefined ? undefined : await ports.read.get('request', { edition, key: requestKey });
  if (earlier && earlier.body !== bodyDigest) {
    throw new AppError(
      'invalid',
      'request-key-reused',
      'This was already sent with other answers. Reload the form and send it again.',
    );
  }
  return earlier?.reference;
}

function requestWrite({ requestKey, bodyDigest, now }: Request, edition: string, reference: string): Write[] {
  if (requestKey === undefined) return [];
  const expiresAt = epochSecondsOf(secondsAfter(now, keyKept));
  return [{ put: 'request', item: { edition, key: requestKey, body: bodyDigest, reference, expiresAt }, when: 'absent' }];
}

/** What a person reads out on the phone: eight characters of the id. */
export function referenceOf(id: string): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
}
