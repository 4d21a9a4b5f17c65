import type { Visitor } from '#shared/domain/visitor.ts';
import { searchForm } from '#shared/kernel/text.ts';
import type { TableReader } from '#shared/ports.ts';
import { compareRecordsPage, findDuplicatePage } from '#web/organiser/merge-records.ts';
import { visitorId, visitorName } from '#web/organiser/visitor-record.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { readPage } from '../organiser/read-page.ts';
import { findVisitor } from './find.ts';

type Path = '/organiser/editions/{edition}/visitors/{kind}/{visitor}';
type Shown = Call<`GET ${Path}/merge` | `POST ${Path}/merge`, 'records'>;

/** Finds another record of the same (`q`), or shows both side by side (`with`, or the form that came back). */
export async function showMerge(call: Shown, filled?: Filled): Promise<Answer> {
  const { params, query, session, newId } = call;
  const { read } = call.ports;
  const [found, stays] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findVisitor(read, params)]);
  const setting = { ...found, organiser: session, stays, filled };
  const other = filled?.values['with']?.[0] ?? query['with'];
  if (other === undefined) {
    const q = (query['q'] ?? visitorName(stays)).slice(0, 100);
    const { rows, next } = await others(stays, q, read);
    return { page: findDuplicatePage({ ...setting, q, found: rows, more: next !== undefined }), data: { found: rows } };
  }
  const goes = await findVisitor(read, { ...params, visitor: other });
  const names = await organisationNames([stays, goes], read);
  return { page: compareRecordsPage({ ...setting, goes, names, requestKey: newId() }), data: { stays, goes } };
}

/** Records of the same kind whose name or address has the words searched for in it. */
function others(stays: Visitor, q: string, read: TableReader) {
  const { edition } = stays.state;
  const wanted = searchForm(q);
  return readPage<Visitor>({
    after: undefined,
    read: async (options) => {
      if (stays.kind === 'organisation') {
        const all = await read.list('organisation', { edition }, options);
        return all.map((state) => ({ key: state.organisation, row: { kind: 'organisation', state } }));
      }
      const all = await read.list('volunteer', { edition }, options);
      return all.map((state) => ({ key: state.volunteer, row: { kind: 'volunteer', state } }));
    },
    keeps: (one) => {
      const { contact, state } = one.state;
      const says = searchForm([visitorName(one), contact.name, contact.email].join(' '));
      return visitorId(one) !== visitorId(stays) && state !== 'withdrawn' && says.includes(wanted);
    },
  });
}

async function organisationNames(visitors: readonly Visitor[], read: TableReader): Promise<ReadonlyMap<string, string>> {
  const named = await Promise.all(
    visitors.map(async ({ state }) => {
      const id = 'formats' in state ? undefined : state.organisation;
      const found = id === undefined ? undefined : await read.get('organisation', { edition: state.edition, organisation: id });
      return found ? [[found.organisation, found.name] as const] : [];
    }),
  );
  return new Map(named.flat());
}
