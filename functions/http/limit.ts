import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { type MailingRoute, sendLimits } from '#shared/system/protections.ts';

/** One mail that a request would make us send to an address that somebody typed in. */
export type Send = { readonly edition: string; readonly route: MailingRoute; readonly address: string };

const longest = Math.max(...sendLimits.map(({ seconds }) => seconds));

/**
 * Counts one send: the write for the accepting transaction, so that a request which changes nothing is not counted; or,
 * when the address has had its share, the refusal (`too-many`, 429, with the seconds to wait). Without a reader it counts
 * the first one, in a write that is refused where there was another.
 */
export async function countSend(
  read: TableReader | undefined,
  { edition, route, address }: Send,
  now: Instant,
): Promise<Write | AppError> {
  const key = { edition, route, address: idOf('limit', address.toLowerCase()) };
  const current = await read?.get('sendLimit', key);
  const sent = (current?.sent ?? []).filter((at) => at > secondsAfter(now, -longest));
  const wait = waitOf(sent, now);
  if (wait > 0) return new AppError('too-many', 'too-many', 'We have sent several emails to this address already.', [], wait);
  const expiresAt = epochSecondsOf(secondsAfter(now, longest));
  const item = { ...key, sent: [...sent, now], version: (current?.version ?? 0) + 1, expiresAt };
  return { put: 'sendLimit', item, when: current ? { version: current.version } : 'absent' };
}

/** Seconds until an address that was sent something at these times (oldest first) may be sent something again; 0 for now. */
export function waitOf(sent: readonly Instant[], now: Instant): number {
  const waits = sendLimits.map(({ seconds, sends }) => {
    const first = sent.at(-sends);
    return first === undefined ? 0 : epochSecondsOf(secondsAfter(first, seconds)) - epochSecondsOf(now);
  });
  return Math.max(0, ...waits);
}
