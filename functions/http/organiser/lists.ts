import { stageOf } from '#shared/domain/event-stage.ts';
import type { Task } from '#shared/domain/task.ts';
import type { ListOptions, TableReader } from '#shared/ports.ts';
import { chosenIn, type ListName } from '#web/organiser/filters.ts';
import { eventsPage, type Mailed, organisationsPage, registrationsPage, volunteersPage } from '#web/organiser/lists.ts';
import type { Answer } from '../../runtime/answer.ts';
import { addressKey } from '../../runtime/address-key.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { keepsOf, type RowOf } from './list-filters.ts';
import { type ListPage, readPage } from './read-page.ts';

type ListCall<L extends ListName> = Call<`GET /organiser/editions/{edition}/${L}`, 'organiser'>;

/** A page of the schools' registrations; `mail` says whether the contact's address takes mail. */
export async function showRegistrations(call: ListCall<'registrations'>): Promise<Answer> {
  const { read } = call.ports;
  const { setting, chosen, page } = await pageOf(call, 'registrations', {
    list: (options) => read.list('registration', call.params, options),
    key: ({ urn, registration }) => `${urn}#${registration}`,
    ofTask: async ({ edition, kind, subject, urn }) => {
      const found = urn === undefined ? undefined : await read.get('registration', { edition, urn, registration: subject });
      // What waits is kept a moment later: one just approved waits no longer.
      return kind === 'approve' && found?.state !== 'pending' ? undefined : found;
    },
    name: ({ schoolName }) => schoolName,
  });
  const rows = await withMail(call.params.edition, page.rows, read);
  const registrations = rows.map(({ row, mail }) => ({ registration: row, mail: mail ?? 'none' }));
  const approved = call.query['done'] === 'approved';
  return { page: registrationsPage({ ...setting, ...page, chosen, rows, approved }), data: { registrations, ...cursor(page) } };
}

/** A page of the organisations that signed up. */
export async function showOrganisations(call: ListCall<'organisations'>): Promise<Answer> {
  const { read } = call.ports;
  const { setting, chosen, page } = await pageOf(call, 'organisations', {
    list: (options) => read.list('organisation', call.params, options),
    key: ({ organisation }) => organisation,
    ofTask: async ({ edition, subject, urn }) =>
      urn === undefined ? read.get('organisation', { edition, organisation: subject }) : undefined,
    name: ({ name }) => name,
  });
  const rows = await withMail(call.params.edition, page.rows, read);
  return { page: organisationsPage({ ...setting, ...page, chosen, rows }), data: { organisations: page.rows, ...cursor(page) } };
}

/** A page of the volunteers who signed up. */
export async function showVolunteers(call: ListCall<'volunteers'>): Promise<Answer> {
  const { read } = call.ports;
  const { setting, chosen, page } = await pageOf(call, 'volunteers', {
    list: (options) => read.list('volunteer', call.params, options),
    key: ({ volunteer }) => volunteer,
    ofTask: async ({ edition, subject, urn }) =>
      urn === undefined ? read.get('volunteer', { edition, volunteer: subject }) : undefined,
    name: ({ contact }) => contact.name,
  });
  const ids = [...new Set(page.rows.flatMap(({ organisation }) => organisation ?? []))];
  const { edition } = call.params;
  const [rows, found] = await Promise.all([
    withMail(edition, page.rows, read),
    Promise.all(ids.map((organisation) => read.get('organisation', { edition, organisation }))),
  ]);
  const names = new Map(found.flatMap((one) => (one ? [[one.organisation, one.name] as const] : [])));
  return { page: volunteersPage({ ...setting, ...page, chosen, rows, names }), data: { volunteers: page.rows, ...cursor(page) } };
}

/** A page of the events, each with what was counted of it. */
export async function showEvents(call: ListCall<'events'>): Promise<Answer> {
  const { read } = call.ports;
  const { setting, chosen, page } = await pageOf(call, 'events', {
    list: (options) => read.list('event', call.params, options),
    key: ({ event }) => event,
    ofTask: async ({ edition, event }) => (event === undefined ? undefined : read.get('event', { edition, event })),
    name: ({ halfDay, title }) => `${halfDay} ${title}`,
  });
  // Two places at one event are two tasks and one row.
  const events = [...new Map(page.rows.map((one) => [one.event, one])).values()];
  const rows = await Promise.all(
    events.map(async (event) => {
      const [total, offers] = await Promise.all([read.get('eventTotal', event), read.list('offer', event)]);
      return { event, total, stage: stageOf(event, { offers, held: total?.held ?? false, now: call.now }) };
    }),
  );
  return { page: eventsPage({ ...setting, ...page, chosen, rows }), data: { events: rows, ...cursor(page) } };
}

type Spec<T> = {
  readonly list: (options: ListOptions) => Promise<readonly T[]>;
  /** The values of a row's sort key. */
  readonly key: (row: T) => string;
  /** What waits for an organiser, as a row of this list; undefined where it is none. */
  readonly ofTask: (task: Task) => Promise<T | undefined>;
  /** What a page is in order by. */
  readonly name: (row: T) => string;
};

async function pageOf<L extends ListName>(
  { ports: { read }, params, query, session }: ListCall<ListName>,
  list: L,
  { key, ofTask, name, ...spec }: Spec<RowOf[L]>,
) {
  const found = await findEdition(read, params.edition, { drafts: true });
  const chosen = chosenIn(list, found.edition, query);
  const { needs } = chosen;
  const page = await readPage<RowOf[L]>({
    after: /^[\w#.-]{1,200}$/.test(query['after'] ?? '') ? query['after'] : undefined,
    read: async (options) => {
      if (needs === undefined) return (await spec.list(options)).map((row) => ({ key: key(row), row }));
      const tasks = await read.list('task', params, { ...options, startsWith: `${needs}#` });
      return Promise.all(tasks.map(async (task) => ({ key: `${task.kind}#${task.subject}`, row: await ofTask(task) })));
    },
    keeps: keepsOf(list, chosen),
  });
  const rows = page.rows.toSorted((a, b) => name(a).localeCompare(name(b), 'en-GB'));
  return { setting: { ...found, organiser: session }, chosen, page: { ...page, rows } };
}

async function withMail<T extends { readonly contact: { readonly email: string } }>(
  edition: string,
  rows: readonly T[],
  read: TableReader,
): Promise<Mailed<T>[]> {
  return Promise.all(
    rows.map(async (row) => {
      const address = await read.get('address', { edition, address: addressKey(row.contact.email) });
      return { row, mail: address?.state };
    }),
  );
}

function cursor({ next, looked }: ListPage<unknown>) {
  return { next: next ?? null, looked: looked ?? null };
}
