import type { Edition } from '#shared/domain/edition.ts';
import type { MailPause } from '#shared/domain/mail-vocabulary.ts';
import { slug } from '#shared/domain/fields.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { School } from '#shared/domain/school.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { keepFor } from '#shared/kernel/keep.ts';
import type { TableReader } from '#shared/ports.ts';

export type EditionAndProgramme = {
  readonly edition: Edition;
  readonly programme: Programme;
  /** For organisers only: why its mails do not go. */
  readonly mailPause?: MailPause | undefined;
};

/**
 * An edition and its programme, for the public at most two seconds old. Not found `edition-unknown`, as for a draft
 * unless `drafts` is set (then always as it is now).
 */
export async function findEdition(read: TableReader, name: string, { drafts = false } = {}): Promise<EditionAndProgramme> {
  const found = slug.safeParse(name).success ? await (drafts ? readForConsole : recentEdition)(read, name) : undefined;
  if (!found || (found.edition.state === 'draft' && !drafts)) {
    throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
  }
  return found;
}

const recentEdition = keepFor(2000, readEdition);

async function readForConsole(read: TableReader, edition: string): Promise<EditionAndProgramme | undefined> {
  const [found, hold, refusal] = await Promise.all([
    readEdition(read, edition),
    read.get('mailHold', { edition }),
    read.get('mailRefusal', { edition }),
  ]);
  return found && { ...found, mailPause: { holds: hold?.holds, refusedSince: refusal?.since } };
}

async function readEdition(read: TableReader, name: string): Promise<EditionAndProgramme | undefined> {
  const edition = await read.get('edition', { edition: name });
  const programme = edition && (await read.get('programme', { programme: edition.programme }));
  return edition && programme && { edition, programme };
}

/** Every school of the programme's local authorities. */
export async function schoolsOf({ localAuthorities }: Programme, read: TableReader): Promise<School[]> {
  const lists = await Promise.all(localAuthorities.map((la) => read.list('school', { la })));
  return lists.flat();
}

/** One school of the programme's local authorities, if it is there. */
export async function findSchool({ localAuthorities }: Programme, urn: string, read: TableReader): Promise<School | undefined> {
  const found = await Promise.all(localAuthorities.map((la) => read.get('school', { la, urn })));
  return found.find((one) => one !== undefined);
}
