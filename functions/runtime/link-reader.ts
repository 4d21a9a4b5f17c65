import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { addressKey } from './address-key.ts';

type Grant = Pick<Item<'link'>, 'edition' | 'purpose' | 'subject' | 'urn' | 'reader'>;

/** Refuses a link, or its session, once somebody else answers for its subject. Gone `link-ended`. */
export async function requireSameReader(grant: Grant, read: TableReader): Promise<void> {
  if (grant.reader === undefined) return;
  const email = await mailboxOf(grant, read);
  if (email === undefined || addressKey(email) === grant.reader) return;
  throw new AppError('gone', 'link-ended', 'This link has ended, because it was handed over to somebody else.');
}

async function mailboxOf({ edition, purpose, subject, urn = '' }: Grant, read: TableReader): Promise<string | undefined> {
  if (purpose === 'organisation') return (await read.get('organisation', { edition, organisation: subject }))?.contact.email;
  if (purpose === 'volunteer') return (await read.get('volunteer', { edition, volunteer: subject }))?.contact.email;
  return urn === '' ? undefined : (await read.get('registration', { edition, urn, registration: subject }))?.contact.email;
}

/**
 * Whom a link's session is for now: where its organisation or volunteer was merged into another record, the one that
 * stays. An organiser has compared the two, so whoever answered for one answers for both.
 */
export async function followMerges(grant: Grant, read: TableReader): Promise<string> {
  const { edition, purpose } = grant;
  let { subject } = grant;
  // A record that stays may itself be merged later; nobody merges in a circle, as one that went has withdrawn.
  for (let hops = 0; hops < 10; hops += 1) {
    const into = await mergedInto({ edition, purpose, subject }, read);
    if (into === undefined) return subject;
    subject = into;
  }
  return subject;
}

async function mergedInto({ edition, purpose, subject }: Grant, read: TableReader): Promise<string | undefined> {
  if (purpose === 'organisation') return (await read.get('organisation', { edition, organisation: subject }))?.mergedInto;
  if (purpose === 'volunteer') return (await read.get('volunteer', { edition, volunteer: subject }))?.mergedInto;
  return undefined;
}
