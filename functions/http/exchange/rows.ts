import type { Event } from '#shared/domain/event.ts';
import type { HistoryEntry } from '#shared/domain/history.ts';
import type { Sheet } from '#shared/kernel/sheets/sheet.ts';
import type { TableReader } from '#shared/ports.ts';
import type { AuditChosen } from '#web/organiser/audit.ts';
import type { ExportName } from '#web/exchange/export-page.ts';
import * as sheets from '#web/exchange/sheets.ts';
import type { Chosen, ListName } from '#web/organiser/filters.ts';
import { addressKey } from '../../runtime/address-key.ts';
import { keepsOf, type RowOf } from '../organiser/list-filters.ts';

/** How many of the newest mails or entries of the audit one file holds: a file of all may be larger than Lambda gives out. */
export const mostNewest = 20_000;

/** How many events are asked for their bookings at the same moment. */
const together = 20;

/** The sheets of one list, the list's own first. */
export async function sheetsOf(
  edition: string,
  list: ExportName,
  chosen: Chosen & AuditChosen,
  read: TableReader,
): Promise<Sheet[]> {
  const known = await knownOf(edition, read);
  const wanted = <L extends ListName>(name: L, rows: readonly RowOf[L][], subject: (row: RowOf[L]) => string) =>
    chosenRows(edition, { list: name, chosen, rows, subject }, read);
  const newest = { newestFirst: true, limit: mostNewest };
  const at = { edition };
  switch (list) {
    case 'registrations': {
      const rows = await wanted(list, await read.list('registration', at), ({ registration }) => registration);
      return [sheets.registrationsSheet(rows, known)];
    }
    case 'organisations': {
      const rows = await wanted(list, await read.list('organisation', at), ({ organisation }) => organisation);
      return [sheets.organisationsSheet(rows, known)];
    }
    case 'volunteers': {
      const rows = await wanted(list, await read.list('volunteer', at), ({ volunteer }) => volunteer);
      return [sheets.volunteersSheet(rows, known)];
    }
    case 'events': {
      const rows = await wanted(list, await read.list('event', at), ({ event }) => event);
      return [sheets.eventsSheet(rows, known), sheets.bookingsSheet(await bookingsOf(rows, read))];
    }
    case 'bookings':
      return [sheets.bookingsSheet(await bookingsOf(await read.list('event', at), read))];
    case 'mails':
      return [sheets.mailsSheet(await read.list('mail', at, newest))];
    case 'audit':
      return [sheets.auditSheet(await auditOf(edition, chosen, read), known)];
  }
}

async function auditOf(edition: string, { subject, by }: AuditChosen, read: TableReader): Promise<HistoryEntry[]> {
  const newest = { newestFirst: true, limit: mostNewest };
  const rows = await (subject === undefined
    ? read.list('audit', { edition }, newest)
    : read.list('history', { edition, subject }, newest));
  return by === undefined ? rows : rows.filter((entry) => entry.by === by);
}

async function knownOf(edition: string, read: TableReader): Promise<sheets.Known> {
  const [addresses, organisations, team] = await Promise.all([
    read.list('address', { edition }),
    read.list('organisation', { edition }),
    read.get('team', { edition }),
  ]);
  const states = new Map(addresses.map(({ address, state }) => [address, state]));
  return {
    mailState: (email) => states.get(addressKey(email)),
    organisations: new Map(organisations.map(({ organisation, name }) => [organisation, name])),
    people: new Map((team?.members ?? []).map(({ organiser, email }) => [`organiser:${organiser}`, email])),
  };
}

type Wanted<L extends ListName> = {
  readonly list: L;
  readonly chosen: Chosen;
  readonly rows: readonly RowOf[L][];
  /** What a row is called in what waits for an organiser. */
  readonly subject: (row: RowOf[L]) => string;
};

async function chosenRows<L extends ListName>(
  edition: string,
  { list, chosen, rows, subject }: Wanted<L>,
  read: TableReader,
): Promise<readonly RowOf[L][]> {
  const { needs } = chosen;
  const tasks = needs === undefined ? undefined : await read.list('task', { edition }, { startsWith: `${needs}#` });
  const waiting = tasks && new Set(tasks.map(({ subject: about, event }) => (list === 'events' ? event : about)));
  const keeps = keepsOf(list, chosen);
  return rows.filter((row) => (waiting?.has(subject(row)) ?? true) && (keeps?.(row) ?? true));
}

async function bookingsOf(events: readonly Event[], read: TableReader) {
  const rows: Parameters<typeof sheets.bookingsSheet>[0][number][] = [];
  for (let from = 0; from < events.length; from += together) {
    const found = await Promise.all(
      events.slice(from, from + together).map(async (event) => {
        const bookings = await read.list('booking', event);
        return bookings.map((booking) => ({ booking, event }));
      }),
    );
    rows.push(...found.flat());
  }
  return rows;
}
