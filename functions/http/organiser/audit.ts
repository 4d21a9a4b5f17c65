import type { HistoryEntry } from '#shared/domain/history.ts';
import type { TableReader } from '#shared/ports.ts';
import { auditPage } from '#web/organiser/audit.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';

/** How many entries one page shows. */
const perPage = 50;

/**
 * What happened in an edition and who looked, newest first, paged by key: `?subject=` asks for one subject's timeline,
 * `?before=` for what was before an entry.
 */
export async function showAudit({
  ports: { read },
  params: { edition },
  query,
  session,
}: Call<'GET /organiser/editions/{edition}/audit', 'organiser'>): Promise<Answer> {
  const before = /^[\w:.-]{20,140}$/.test(query['before'] ?? '') ? query['before'] : undefined;
  const subject = /^[a-z0-9-]{1,60}$/.test(query['subject'] ?? '') ? query['subject'] : undefined;
  const options = { newestFirst: true, limit: perPage + 1, ...(before === undefined ? {} : { after: before }) };
  const [found, entries, team] = await Promise.all([
    findEdition(read, edition, { drafts: true }),
    subject === undefined ? read.list('audit', { edition }, options) : read.list('history', { edition, subject }, options),
    read.get('team', { edition }),
  ]);
  const shown = entries.slice(0, perPage);
  const last = entries.length > perPage ? shown.at(-1) : undefined;
  const people = new Map((team?.members ?? []).map(({ organiser, email }) => [`organiser:${organiser}`, email]));
  const names = await namesOf(edition, shown, read);
  const older = last && `${last.at}_${last.entry}`;
  return {
    page: auditPage({ ...found, organiser: session, entries: shown, people, names, subject, older }),
    data: { entries: shown, older: older ?? null },
  };
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
