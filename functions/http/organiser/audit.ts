import type { HistoryEntry } from '#shared/domain/history.ts';
import type { ListOptions, TableReader } from '#shared/ports.ts';
import { auditChosen, auditPage } from '#web/organiser/audit.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { type Found, readPage } from './read-page.ts';

/**
 * What happened in an edition and who looked, newest first, paged by key: `?subject=` asks for one subject's timeline,
 * `?by=` for what one person did, `?before=` for what was before an entry.
 */
export async function showAudit({
  ports: { read },
  params: { edition },
  query,
  session,
}: Call<'GET /organiser/editions/{edition}/audit', 'organiser'>): Promise<Answer> {
  const { subject, by } = auditChosen(query);
  const keeps = by === undefined ? undefined : (entry: HistoryEntry) => entry.by === by;
  const [found, page, team] = await Promise.all([
    findEdition(read, edition, { drafts: true }),
    readPage({ after: beforeOf(query), keeps, read: (options) => entriesOf(read, { edition, subject }, options) }),
    read.get('team', { edition }),
  ]);
  const people = new Map((team?.members ?? []).map(({ organiser, email }) => [`organiser:${organiser}`, email]));
  const names = await namesOf(edition, page.rows, read);
  const { rows: entries, next: older, looked } = page;
  return {
    page: auditPage({ ...found, organiser: session, entries, people, names, subject, by, older, looked }),
    data: { entries, older: older ?? null, looked: looked ?? null },
  };
}

function beforeOf(query: Readonly<Record<string, string | undefined>>): string | undefined {
  return /^[\w:.-]{20,140}$/.test(query['before'] ?? '') ? query['before'] : undefined;
}

async function entriesOf(
  read: TableReader,
  { edition, subject }: { readonly edition: string; readonly subject: string | undefined },
  page: Pick<ListOptions, 'after' | 'limit'>,
): Promise<Found<HistoryEntry>[]> {
  const options = { ...page, newestFirst: true };
  const entries = await (subject === undefined
    ? read.list('audit', { edition }, options)
    : read.list('history', { edition, subject }, options));
  return entries.map((row) => ({ key: `${row.at}_${row.entry}`, row }));
}

/** What the subjects of one page are called now; those that are gone have no name. */
async function namesOf(
  edition: string,
  entries: readonly HistoryEntry[],
  read: TableReader,
): Promise<ReadonlyMap<string, string>> {
  const about = new Map(entries.map((entry) => [entry.subject, entry]));
  const named = await Promise.all(
    [...about.values()].map(async (entry) => [entry.subject, await nameOf(edition, entry, read)] as const),
  );
  return new Map(named.flatMap(([subject, name]) => (name === undefined ? [] : [[subject, name] as const])));
}

async function nameOf(edition: string, { subject, details }: HistoryEntry, read: TableReader): Promise<string | undefined> {
  const { registration, urn, organisation, event } = details;
  if (registration === subject && typeof urn === 'string') {
    return (await read.get('registration', { edition, urn, registration: subject }))?.schoolName;
  }
  if (organisation === subject) return (await read.get('organisation', { edition, organisation: subject }))?.name;
  return event === subject ? (await read.get('event', { edition, event: subject }))?.title : undefined;
}
