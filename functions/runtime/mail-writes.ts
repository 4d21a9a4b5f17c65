import type { Condition, Write } from '#shared/ports.ts';
import { emails } from '#shared/system/emails.ts';
import type { Item } from '#shared/system/table.ts';

type Mail = Item<'mail'>;

/** A mail as it stands now, and with it whether it waits in the outbox: both or neither are written. */
export function mailWrites(mail: Mail, when: Condition): readonly [Write, ...Write[]] {
  const { edition, mail: id, state, sendAfter } = mail;
  const own = { put: 'mail', item: mail, when } as const;
  if (state === 'held' || state === 'queued') {
    return [own, { put: 'waitingMail', item: { edition, mail: id, state, sendAfter }, when: 'any' }];
  }
  // One that is written for the first time has never waited.
  return when === 'absent' ? [own] : [own, { remove: 'waitingMail', key: { edition, mail: id }, when: 'any' }];
}

/** Whether a new mail waits for an organiser: never what its reader has just asked for, nor what is pressing. */
export function isHeld({ template, fact }: Pick<Mail, 'template' | 'fact'>, holds: Item<'mailHold'>['holds']): boolean {
  if (holds === undefined) return false;
  const { outbox } = emails[template];
  if (outbox === 'confirmation') return true;
  if (outbox === 'news') return holds === 'all';
  return outbox === 'answer' && holds === 'all' && (fact.by ?? 'system').startsWith('organiser:');
}
