import type { HistoryEntry } from '#shared/domain/history.ts';
import type { Team } from '#shared/domain/team.ts';
import type { TableReader } from '#shared/ports.ts';
import { doneKinds, type Dossier } from '#web/organiser/dossier.ts';
import { addressKey } from '../../runtime/address-key.ts';
import type { Filled } from '../../runtime/http.ts';
import type { OrganiserSession } from '../../runtime/sessions.ts';

/** How many of the edition's newest mails are looked through for those to one person. */
const mailsLooked = 500;
/** How many entries of a timeline are shown, and read for that: looks are kept among them, for the audit alone. */
const entriesShown = 50;
const entriesRead = 200;

type About = { readonly edition: string; readonly subject: string; readonly email: string };

/** What is kept about a subject besides its own record: timeline, notes, reminders, mails, and whether its address takes mail. */
export async function dossierOf(
  { edition, subject, email }: About,
  read: TableReader,
  { session, query }: { readonly session: OrganiserSession; readonly query: Readonly<Record<string, string | undefined>> },
): Promise<Dossier> {
  const [entries, notes, chase, mails, address, team] = await Promise.all([
    read.list('history', { edition, subject }, { newestFirst: true, limit: entriesRead }),
    read.list('note', { edition, subject }, { newestFirst: true }),
    read.get('chase', { edition, subject }),
    read.list('mail', { edition }, { newestFirst: true, limit: mailsLooked }),
    read.get('address', { edition, address: addressKey(email) }),
    read.get('team', { edition }),
  ]);
  return {
    entries: entries.filter(({ what }) => what !== 'viewed').slice(0, entriesShown),
    notes,
    chase,
    mails: mails.filter(({ recipient }) => recipient === subject),
    mailsLooked: mails.length === mailsLooked ? mailsLooked : undefined,
    mail: address?.state,
    people: peopleOf(team),
    me: `organiser:${session.organiser}`,
    done: doneKinds.find((kind) => kind === query['done']),
  };
}

/**
 * For a form that came back because somebody else had changed the record: what happened after the version that it was
 * filled in from, newest first, with the team's addresses. Nothing for any other form.
 */
export async function changesSince(
  { edition, subject }: Pick<About, 'edition' | 'subject'>,
  read: TableReader,
  filled: Filled | undefined,
): Promise<{ readonly since: readonly HistoryEntry[]; readonly people: Dossier['people'] }> {
  const seen = Number(filled?.values['version']?.[0]);
  if (!Number.isInteger(seen)) return { since: [], people: new Map() };
  const [entries, team] = await Promise.all([
    read.list('history', { edition, subject }, { newestFirst: true, limit: 10 }),
    read.get('team', { edition }),
  ]);
  return {
    since: entries.filter(({ details: { version } }) => typeof version === 'number' && version > seen),
    people: peopleOf(team),
  };
}

function peopleOf(team: Team | undefined): ReadonlyMap<string, string> {
  return new Map((team?.members ?? []).map((one) => [`organiser:${one.organiser}`, one.email]));
}
