import type { Edition } from '#shared/domain/edition.ts';
import { linkUntil } from '#shared/domain/link-until.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { keepFor } from '#shared/kernel/keep.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { applyPath } from '../../journeys/paths.ts';
import { type MailBlock, renderMail } from '../render.ts';
import { englishMails as words } from './content.en.ts';

/** What every letter of an edition needs to know. */
export type Setting = { readonly edition: Edition; readonly programme: Programme };

/** Writes the letters of one template; `only` asks for one reader's, where writing all of them takes long. */
export type Write = (fact: Fact, read: TableReader, setting: Setting, only?: string) => Promise<Letter[]>;

/** The edition of a fact with its programme, at most ten seconds old; undefined when either is gone. */
export function settingOf(name: string, read: TableReader): Promise<Setting | undefined> {
  return recentSetting(read, name);
}

const recentSetting = keepFor(10_000, async (read: TableReader, name: string) => {
  const edition = await read.get('edition', { edition: name });
  const programme = edition && (await read.get('programme', { programme: edition.programme }));
  return programme && { edition, programme };
});

/** A subject on one line, whatever line ends a name holds. */
function subjectLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

type Content = { readonly subject: string; readonly preheader: string; readonly blocks: (link: string) => readonly MailBlock[] };

/**
 * How a letter is written: its blocks around its link, signed by the programme's organiser, who reads the answers. An edit
 * takes the subject's place and adds a paragraph before the signature.
 */
export function composer({ programme }: Setting, { subject, preheader, blocks }: Content): Letter['compose'] {
  const { organiser } = programme;
  return (link, { subject: other = subject, note } = {}) => ({
    subject: subjectLine(other),
    ...renderMail({
      preheader,
      blocks: [...blocks(link), ...paragraphs(note ?? ''), { kind: 'signature', lines: [words.goodbye, organiser.name] }],
      programme: programme.name,
      city: programme.city,
      contact: organiser,
    }),
    replyTo: { name: organiser.name, address: organiser.email },
  });
}

/** What somebody typed, as the paragraphs of a mail: an empty line parts them. */
export function paragraphs(text: string): MailBlock[] {
  const parts = text.split(/\n[ \t]*\n/).map((one) => one.trim());
  return parts.flatMap((one): MailBlock[] => (one === '' ? [] : [{ kind: 'paragraph', text: one }]));
}

/** A letter to the contact of a school's registration, with a link for one purpose. */
export function letterToSchool(
  { edition, urn, registration, contact }: Registration,
  purpose: 'registration' | 'survey',
  setting: Setting,
): Omit<Letter, 'compose'> {
  return {
    recipient: registration,
    to: contact.email,
    grant: { edition, purpose, subject: registration, urn, until: linkUntil(setting.edition) },
  };
}

/** The registration that a fact names, if it is there. */
export async function registrationIn(fact: Fact, read: TableReader): Promise<Registration | undefined> {
  if (!('registration' in fact.data)) return undefined;
  const { urn, registration } = fact.data;
  return read.get('registration', { edition: fact.edition, urn, registration });
}

/** The whole address by which an organisation's people sign up, at the site of a letter's own link. */
export function invitePath(link: string, { edition }: Setting, organisation: string): string {
  return `${new URL(link).origin}${applyPath(edition, 'volunteer')}?organisation=${organisation}`;
}
