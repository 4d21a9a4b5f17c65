import type { Edition } from '#shared/domain/edition.ts';
import type { MailPause } from '#shared/domain/mail-vocabulary.ts';
import { slug } from '#shared/domain/fields.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { School } from '#shared/domain/school.ts';
import { trialAuthority } from '#shared/domain/trial.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { keepFor } from '#shared/kernel/keep.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { permit } from '../runtime/permit.ts';
import { sessionOf } from '../runtime/sessions.ts';

export type EditionAndProgramme = {
  readonly edition: Edition;
  readonly programme: Programme;
  /** For organisers only: why its mails do not go. */
  readonly mailPause?: MailPause | undefined;
};

/**
 * An edition and its programme, for the public at most two seconds old. Not found `edition-unknown`, as for a draft
 * unless `drafts` is set (then always as it is now) or it is tried and `tried` is set.
 */
export async function findEdition(
  read: TableReader,
  name: string,
  { drafts = false, tried = false } = {},
): Promise<EditionAndProgramme> {
  const found = slug.safeParse(name).success ? await (drafts ? readForConsole : recentEdition)(read, name) : undefined;
  if (!found) throw unknownEdition();
  if (found.edition.state !== 'draft' || drafts) return found;
  // A trial may have ended a second ago, or the edition may have opened.
  const now = tried ? await readEdition(read, name) : undefined;
  if (!now || (now.edition.state === 'draft' && !now.edition.trial)) throw unknownEdition();
  return now;
}

/** What a page for everybody knows of who asks. */
type Asking = {
  readonly ports: { readonly read: TableReader };
  readonly params: { readonly edition: string };
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
};

/** The edition of a page for everybody: a draft that is being tried is there for its signed-in team, and for nobody else. */
export async function findPublicEdition({ ports, params, cookies, now }: Asking): Promise<EditionAndProgramme> {
  const found = await findEdition(ports.read, params.edition, { tried: true });
  if (found.edition.trial && !(await isOnTeam({ ports, params, cookies, now }))) throw unknownEdition();
  return found;
}

async function isOnTeam({ ports, params, cookies, now }: Asking): Promise<boolean> {
  try {
    const session = await sessionOf('organiser', cookies, ports);
    if (!session || 'purpose' in session) return false;
    await permit({ needs: 'viewer' }, session, params, ports.read, now);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function unknownEdition(): AppError {
  return new AppError('not-found', 'edition-unknown', 'There is no such edition.');
}

const recentEdition = keepFor(2000, readEdition);

async function readForConsole(read: TableReader, edition: string): Promise<EditionAndProgramme | undefined> {
  const [found, mailPause] = await Promise.all([readEdition(read, edition), findMailPause(read, edition)]);
  return found && { ...found, mailPause };
}

/** Why an edition's mails do not go, if they do not. */
export async function findMailPause(read: TableReader, edition: string): Promise<MailPause> {
  const [hold, refusal] = await Promise.all([read.get('mailHold', { edition }), read.get('mailRefusal', { edition })]);
  return { holds: hold?.holds, refusedSince: refusal?.since };
}

async function readEdition(read: TableReader, name: string): Promise<EditionAndProgramme | undefined> {
  const edition = await read.get('edition', { edition: name });
  const found = edition && (await read.get('programme', { programme: edition.programme }));
  if (!edition || !found) return undefined;
  const localAuthorities = [...found.localAuthorities, ...(edition.trial ? [trialAuthority] : [])];
  return { edition, programme: { ...found, localAuthorities } };
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
