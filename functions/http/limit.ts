import { AppError } from '#shared/kernel/errors.ts';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant, instantOf, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import { type MailingRoute, sendLimits } from '#shared/system/protections.ts';

/** One mail that a request would make us send. */
export type Send = {
  readonly edition: string;
  readonly route: MailingRoute;
  readonly address: string;
  /**
   * What it is sent for: two requests for the same at the same moment are one mail, since the second will change
   * nothing. Where a second one is sent all the same, something new each time.
   */
  readonly what: string;
};
type Counting = { readonly ports: { readonly read: TableReader; readonly write: TableWriter }; readonly now: Instant };

const longest = Math.max(...sendLimits.address.map(({ seconds }) => seconds));
/** How often a count is tried again because somebody else counted in between. */
const tries = 8;
/** Seconds within which the same sent twice is one mail. */
const sameMoment = 10;

/**
 * Counts one send before it is accepted. Throws `too-many` (429, with the seconds to wait) when the address or the edition
 * has had its share. Counted apart from the accepting transaction: a count too many does no harm, a transaction that waits
 * for a busy counter would.
 */
export async function countSend(counting: Counting, send: Send): Promise<void> {
  if (await countForAddress(counting, send)) await countForEdition(counting, send);
}

/** Seconds until an address that was sent something at these times (oldest first) may be sent something again; 0 for now. */
export function waitOf(sent: readonly Instant[], now: Instant): number {
  const waits = sendLimits.address.map(({ seconds, sends }) => {
    const first = sent.at(-sends);
    return first === undefined ? 0 : epochSecondsOf(secondsAfter(first, seconds)) - epochSecondsOf(now);
  });
  return Math.max(0, ...waits);
}

/** Whether it was counted now; false where the same had just been. */
async function countForAddress({ ports, now }: Counting, { edition, route, address, what }: Send): Promise<boolean> {
  const key = { edition, route, address: idOf('limit', address.toLowerCase()) };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const current = await ports.read.get('sendLimit', key);
    if (current?.last === tokenHash(what) && (current.sent.at(-1) ?? '') > secondsAfter(now, -sameMoment)) return false;
    const sent = (current?.sent ?? []).filter((at) => at > secondsAfter(now, -longest));
    const wait = waitOf(sent, now);
    if (wait > 0) throw tooMany('We have sent several emails to this address already.', wait);
    const item = {
      ...key,
      sent: [...sent, now],
      last: tokenHash(what),
      version: (current?.version ?? 0) + 1,
      expiresAt: epochSecondsOf(secondsAfter(now, longest)),
    };
    const counted = await ports.write.transact([
      { put: 'sendLimit', item, when: current ? { version: current.version } : 'absent' },
    ]);
    if (counted.ok) return true;
  }
  throw tooMany('We have been asked for several emails to this address at the same moment.', 60);
}

async function countForEdition({ ports: { write }, now }: Counting, { edition, route }: Send): Promise<void> {
  const { seconds, sends } = sendLimits.edition;
  const from = epochSecondsOf(now) - (epochSecondsOf(now) % seconds);
  const window = instantOf(new Date(from * 1000));
  const key = { edition, route, window };
  const take = () =>
    write.transact([{ reserve: 'sendCap', key, counter: 'left', by: 1, when: { field: 'edition', equals: edition } }]);
  if ((await take()).ok) return;
  const expiresAt = epochSecondsOf(secondsAfter(window, 2 * seconds));
  const opened = await write.transact([{ put: 'sendCap', item: { ...key, left: sends - 1, expiresAt }, when: 'absent' }]);
  // Not ours to open: it is used up, or somebody else who came first this hour has opened it just now.
  if (opened.ok || (await take()).ok) return;
  throw tooMany('Very many people are using this form at the moment.', from + seconds - epochSecondsOf(now));
}

function tooMany(why: string, wait: number): AppError {
  return new AppError('too-many', 'too-many', why, [], wait);
}
