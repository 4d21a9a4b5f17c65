import type { InvitationState } from './domain/invitation.ts';
import type { EpochSeconds, Instant } from './kernel/time.ts';
import type { FactInTransit } from './system/fact-in-transit.ts';
import type { DueState, Item, ItemName, Key, Partition } from './system/table.ts';

/** Reading the table. Every item is parsed by its schema; one that does not fit is a bug and throws. */
export type TableReader = {
  /** One item, or undefined. Strongly consistent. */
  readonly get: <N extends ItemName>(name: N, key: Key<N>) => Promise<Item<N> | undefined>;
  /** The items of one kind in a partition, by sort key; `startsWith` narrows by the beginning of the sort key after its fixed part. */
  readonly list: <N extends ItemName>(name: N, partition: Partition<N>, options?: ListOptions) => Promise<Item<N>[]>;
  /** Keys of items that wait in a state for a moment up to this one (the `due` index), oldest first, at most `limit`. */
  readonly due: <N extends ItemName>(name: N, state: DueState<N>, until: Instant, limit: number) => Promise<Key<N>[]>;
};
export type ListOptions = {
  readonly startsWith?: string;
  readonly limit?: number;
  /** Goes on after this one of the list: the values of its sort key. */
  readonly after?: string;
  /** From the end of the sort keys to their beginning. */
  readonly newestFirst?: boolean;
};

/** Fields that an item must still have, with their values, for a write to stand. */
export type Unchanged = Readonly<Record<string, string | number>>;
/** What must hold for a write to stand: nothing is there yet, the item is as it was read, or anything. */
export type Condition = 'absent' | 'any' | Unchanged;

/** One write of a transaction. `reserve` takes from a counter only while that much is left in it; less than nothing gives back. */
export type Write =
  | { readonly [N in ItemName]: { readonly put: N; readonly item: Item<N>; readonly when: Condition } }[ItemName]
  | { readonly [N in ItemName]: { readonly remove: N; readonly key: Key<N>; readonly when: Condition } }[ItemName]
  | {
      readonly [N in ItemName]: {
        readonly reserve: N;
        readonly key: Key<N>;
        readonly counter: string;
        readonly by: number;
        readonly when: Unchanged;
      };
    }[ItemName];

/** Which writes of a transaction did not stand, by position: `true` where the condition failed. Nothing was written. */
export type Refusal = { readonly ok: false; readonly failed: readonly boolean[] };

/** Writing the table. */
export type TableWriter = {
  /** All of it or nothing. A transient conflict with another transaction is retried and at last thrown as `unavailable`. */
  readonly transact: (writes: readonly Write[]) => Promise<{ readonly ok: true } | Refusal>;
  /** Many unconditional writes, not atomic: for imports and rebuilds only. */
  readonly bulk: (writes: readonly Extract<Write, { put: ItemName } | { remove: ItemName }>[]) => Promise<void>;
};

/** Takes away every item of one kind in a partition; gives how many there were. */
export type TableEmptier = <N extends ItemName>(name: N, partition: Partition<N>) => Promise<number>;

/** The bus. Resolves with the ids of the facts it accepted; the rest stay the caller's to send again. */
export type Bus = { readonly publish: (facts: readonly FactInTransit[]) => Promise<readonly string[]> };

/** A composed mail to exactly one person. */
export type Message = {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly replyTo: { readonly name: string; readonly address: string };
  /** An entry for its reader's calendar: the mailer writes it as an invitation, or as its cancellation. */
  readonly calendar?: (CalendarEntry & { readonly stamp: Instant }) | undefined;
};

/** One place of one person, as their calendar shows it. The uid is its own for ever; a higher sequence replaces a lower one. */
export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly state: InvitationState;
  readonly starts: Instant;
  readonly ends: Instant;
  readonly title: string;
  readonly where: string;
  readonly says: string;
};

/** One mail to one person, before it is sent. */
export type Letter = {
  /** The subject's id: with fact and template it names the mail for ever. */
  readonly recipient: string;
  readonly to: string;
  /** What the mailed link lets its reader do; without it the letter has no link. */
  readonly grant?: Pick<Item<'link'>, 'edition' | 'purpose' | 'subject' | 'urn'> & { readonly until: EpochSeconds };
  /** Writes the mail around its link, `https://…/l/{token}`, as an organiser has edited it. */
  readonly compose: (link: string, edit?: Item<'mail'>['edit']) => Omit<Message, 'to' | 'calendar'>;
  readonly calendar?: LetterCalendar | undefined;
};

/** What a letter says to its reader's calendar about their place at one event. */
export type LetterCalendar = {
  readonly event: string;
  /** Whether the letter is about nothing else: it is not sent where the calendar has nothing to learn. */
  readonly alone?: boolean;
  /**
   * What the calendar is to learn after what it was told before, and how that is kept. It reads the place anew: whoever
   * calls it has read `told` first, so that a change between the two meets the write that keeps it.
   */
  readonly next: (
    told: Item<'invitation'> | undefined,
  ) => Promise<{ readonly state: Item<'invitation'>; readonly entry: CalendarEntry | undefined }>;
};

/** Sends one mail. `tag` identifies it in the provider's later reports. Throws `unavailable` when surely not sent. */
export type Mailer = {
  readonly send: (
    message: Message,
    tag: { readonly mail: string; readonly edition: string; readonly template: string },
  ) => Promise<{ readonly messageId: string }>;
};

/** Files in the bucket, streamed; opening twice reads twice. */
export type Files = { readonly open: (key: string) => Promise<AsyncIterable<Uint8Array>> };

/** What functions failed at again and again, and so lies aside. Throws `unavailable` where the queues cannot be reached. */
export type FailedWork = {
  /** About how many pieces of work lie aside, for each of these functions. */
  readonly counts: (names: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Gives all that a function failed at back to it, in its own time. */
  readonly retry: (name: string) => Promise<void>;
};

/** The organisers' sign-in, by OpenID Connect code flow with PKCE. */
export type Identity = {
  /** Where to send the browser, and what must come back with it. */
  readonly begin: (
    callback: string,
  ) => Promise<{ readonly url: string; readonly verifier: string; readonly state: string; readonly nonce: string }>;
  /** Who came back. Throws `forbidden` for a callback that does not belong to `begin`. */
  readonly finish: (
    callback: string,
    began: { readonly verifier: string; readonly state: string; readonly nonce: string },
  ) => Promise<{ readonly subject: string; readonly name: string; readonly email: string }>;
};
