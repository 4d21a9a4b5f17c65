import type { Message, Recipient } from '#shared/domain/message.ts';
import { fillIn, leavesOpen, type Placeholder } from '#shared/domain/placeholders.ts';
import { linkUntil } from '#shared/domain/link-until.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import { sayHalfDay } from '../../say.ts';
import { recentPlaces } from '../places.ts';
import type { MailBlock } from '../render.ts';
import { englishMails } from './content.en.ts';
import { composer, letterToSchool, paragraphs, type Setting, type Write } from './setting.ts';

const { message: words } = englishMails;

/** What an organiser wrote, to each of its readers alone; to those who have withdrawn meanwhile, nothing. */
export const organiserMessage: Write = async (fact, read, setting, only) => {
  if (fact.type !== 'message.sent.v1') return [];
  const message = await read.get('message', { edition: fact.edition, message: fact.data.message });
  const recipients = message?.recipients?.filter(({ id }) => only === undefined || id === only) ?? [];
  if (!message) return [];
  return (await Promise.all(recipients.map((one) => messageLetter(message, one, read, setting)))).flat();
};

/** The letter that one reader gets of a message, sent or not: none when there is no such reader, or they have withdrawn. */
export async function messageLetter(
  message: Pick<Message, 'subject' | 'body'>,
  recipient: Recipient,
  read: TableReader,
  setting: Setting,
): Promise<Letter[]> {
  const reader = await readerOf(recipient, read, setting);
  if (!reader || reader.state === 'withdrawn') return [];
  const filled = { ...reader.words, events: await eventsOf(message, recipient, read, setting) };
  const subject = fillIn(message.subject, filled);
  const body = fillIn(message.body, filled);
  const blocks = (link: string): MailBlock[] => [
    { kind: 'heading', text: subject },
    ...paragraphs(body),
    { kind: 'button', text: words.button, href: link },
  ];
  const compose = composer(setting, { subject, preheader: words.preheader(setting.edition.name), blocks });
  return [{ ...reader.letter, compose }];
}

type Words = Record<Placeholder, string>;

async function readerOf({ kind, id, urn = '' }: Recipient, read: TableReader, setting: Setting) {
  const { edition } = setting.edition;
  const until = linkUntil(setting.edition);
  if (kind === 'school') {
    const school = await read.get('registration', { edition, urn, registration: id });
    if (!school) return undefined;
    const called = { ...wordsFor(school, setting), school: school.schoolName };
    return { state: school.state, letter: letterToSchool(school, 'registration', setting), words: called };
  }
  if (kind === 'organisation') {
    const found = await read.get('organisation', { edition, organisation: id });
    if (!found) return undefined;
    const grant = { edition, purpose: 'organisation', subject: id, until } as const;
    const called = {
      ...wordsFor(found, setting),
      organisation: found.state === 'pending' ? words.pendingOrganisation : found.name,
    };
    return { state: found.state, letter: { recipient: id, to: found.contact.email, grant }, words: called };
  }
  const found = await read.get('volunteer', { edition, volunteer: id });
  const grant = { edition, purpose: 'volunteer', subject: id, until } as const;
  return (
    found && { state: found.state, letter: { recipient: id, to: found.contact.email, grant }, words: wordsFor(found, setting) }
  );
}

type Somebody = { readonly state: string; readonly contact: { readonly name: string } };

/** To an address that nobody has confirmed goes nothing that was typed with it. */
function wordsFor({ state, contact }: Somebody, { edition, programme }: Setting): Words {
  const name = state === 'pending' ? words.pendingName : contact.name;
  return { name, school: '', organisation: '', events: '', edition: edition.name, programme: programme.name };
}

async function eventsOf(
  { subject, body }: Pick<Message, 'subject' | 'body'>,
  { id }: Recipient,
  read: TableReader,
  { edition }: Setting,
): Promise<string> {
  if (!leavesOpen(subject, 'events') && !leavesOpen(body, 'events')) return '';
  const places = (await recentPlaces(read, edition.edition))?.get(id) ?? [];
  const lines = places.map(({ event }) => `${sayHalfDay(event.halfDay)}: ${event.title}`);
  return lines.length === 0 ? words.noEvents : lines.join('\n');
}
