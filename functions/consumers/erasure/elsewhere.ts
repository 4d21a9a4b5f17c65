import { scrub } from '#shared/domain/erasure.ts';
import { erasedAddress } from '#shared/kernel/erased.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { NewId } from '#shared/kernel/ids.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import { type Item, items } from '#shared/system/table.ts';
import { addressKey } from '../../runtime/address-key.ts';
import { mailWrites } from '../../runtime/mail-writes.ts';
import { atEvents } from './at-events.ts';
import { type Person, same } from './person.ts';
import { amongOthers, type Others } from './others.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };

/** How many writes one transaction holds, as a put of an event can be large; and how many subjects are read at once. */
const atOnce = 20;

/** Takes a person out of all that an edition keeps beside their own record. Doing it again finds nothing more to do. */
export async function eraseElsewhere(person: Person, { read, write }: Ports, newId: NewId): Promise<void> {
  const others = await amongOthers(person, read);
  const found = await Promise.all([
    inMails(person, others, read),
    inMessages(person, read),
    inNotes(person, others, read),
    inAnswers(person, read, newId),
    atEvents(person, read),
    inRequests(person, read),
  ]);
  const address = { edition: person.edition, address: addressKey(person.contact.email) };
  const writes: readonly Write[] = [
    ...others.writes,
    ...found.flat(),
    ...(others.shareMailbox ? [] : [{ remove: 'address', key: address, when: 'any' } as const]),
  ];
  for (let start = 0; start < writes.length; start += atOnce) {
    const { ok } = await write.transact(writes.slice(start, start + atOnce));
    if (!ok) throw new AppError('conflict', 'changed-meanwhile', 'Something changed while a person was being erased.');
  }
}

/** Their own mails lose the address and what was put into them, and go no more; others lose the name. */
async function inMails(person: Person, { shareMailbox }: Others, read: TableReader): Promise<Write[]> {
  const email = person.contact.email.toLowerCase();
  const mails = await read.list('mail', { edition: person.edition });
  return mails.flatMap((mail) => {
    const own = mail.recipient === person.subject || (!shareMailbox && mail.to.toLowerCase() === email);
    const next = own
      ? withoutReader(mail)
      : items.mail.schema.parse({
          ...mail,
          edit: scrub(mail.edit, person.contact),
          dropReason: scrub(mail.dropReason, person.contact),
        });
    return same(mail, next) ? [] : mailWrites({ ...next, version: mail.version + 1 }, { version: mail.version });
  });
}

/** A mail as counts need it: what it was, and what became of it. */
function withoutReader(mail: Item<'mail'>): Item<'mail'> {
  const { edit: _edit, dropReason: _reason, sendAfter, ...rest } = mail;
  const waits = mail.state === 'held' || mail.state === 'queued';
  return { ...rest, to: erasedAddress, ...(waits ? { state: 'dropped' } : sendAfter === undefined ? {} : { sendAfter }) };
}

async function inMessages(person: Person, read: TableReader): Promise<Write[]> {
  const messages = await read.list('message', { edition: person.edition });
  return messages.flatMap((item) => {
    const next = items.message.schema.parse({
      ...item,
      subject: scrub(item.subject, person.contact),
      body: scrub(item.body, person.contact),
    });
    return same(item, next)
      ? []
      : [{ put: 'message' as const, item: { ...next, version: item.version + 1 }, when: { version: item.version } }];
  });
}

/** Notes about them go; notes about others lose the name. */
async function inNotes({ edition, subject, contact }: Person, { subjects }: Others, read: TableReader): Promise<Write[]> {
  const about: Item<'note'>[] = [];
  for (let start = 0, all = [subject, ...subjects]; start < all.length; start += atOnce) {
    const some = all.slice(start, start + atOnce);
    about.push(...(await Promise.all(some.map((one) => read.list('note', { edition, subject: one })))).flat());
  }
  return about.flatMap((note): Write[] => {
    if (note.subject === subject) return [{ remove: 'note', key: note, when: 'any' }];
    const next = items.note.schema.parse({ ...note, text: scrub(note.text, contact) });
    return same(note, next) ? [] : [{ put: 'note', item: next, when: 'any' }];
  });
}

/** What a school's contact wrote in the survey goes, what they ticked stays; quotes are collected again without them. */
async function inAnswers({ edition, subject, contact }: Person, read: TableReader, newId: NewId): Promise<Write[]> {
  const answers = await read.list('response', { edition });
  const writes = answers.flatMap((answer): { readonly urn: string; readonly write: Write }[] => {
    const next = answer.registration === subject ? withoutWords(answer) : items.response.schema.parse(scrub(answer, contact));
    const { urn, version } = answer;
    const item = { ...next, version: version + 1 };
    return same(answer, next) ? [] : [{ urn, write: { put: 'response', item, when: { version } } }];
  });
  const schools = new Set(writes.map(({ urn }) => urn));
  return [
    ...writes.map(({ write }) => write),
    ...[...schools].map(
      (part): Write => ({ put: 'dirty', item: { edition, level: 'SCHOOL', part, mark: newId() }, when: 'any' }),
    ),
  ];
}

/** Answers without what was written. */
function withoutWords(answer: Item<'response'>): Item<'response'> {
  const { quote: _quote, improve: _improve, ...rest } = answer;
  return rest;
}

/** What waits for days only (links asked for, hand-overs, and files of contacts, which cannot be searched), invitations, and the address of their calendar. */
async function inRequests({ edition, subject, contact }: Person, read: TableReader): Promise<Write[]> {
  const [requests, handOvers, imports, invitations] = await Promise.all([
    read.list('linkRequest', { edition }),
    read.list('handOver', { edition }),
    read.list('importBatch', { edition }),
    read.list('signUpInvitation', { edition }),
  ]);
  const email = contact.email.toLowerCase();
  return [
    ...requests
      .filter((one) => one.email.toLowerCase() === email)
      .map((key) => ({ remove: 'linkRequest' as const, key, when: 'any' as const })),
    ...handOvers
      .filter((one) => one.registration === subject || one.from.email.toLowerCase() === email)
      .map((key) => ({ remove: 'handOver' as const, key, when: 'any' as const })),
    ...invitations
      .filter((one) => one.email.toLowerCase() === email || one.name?.toLowerCase() === contact.name.toLowerCase())
      .map((key) => ({ remove: 'signUpInvitation' as const, key, when: 'any' as const })),
    ...imports.map((key) => ({ remove: 'importBatch' as const, key, when: 'any' as const })),
    { remove: 'ownFeed', key: { edition, subject }, when: 'any' },
  ];
}
