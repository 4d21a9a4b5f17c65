import { gunzipSync, gzipSync } from 'node:zlib';
import { type Edition, halfDaysOf } from '#shared/domain/edition.ts';
import { importOrganisation, type Organisation, type OrganisationForm, organisationId } from '#shared/domain/organisation.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { exchangeContent } from '#web/exchange/content.en.ts';
import { type ImportRows, importFormPage, importPage } from '#web/exchange/import-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';
import { findBatch, kept } from './batch.ts';
import { columnNames, readOrganisations, refusal } from './read-organisations.ts';

const { import: words } = exchangeContent;

/** What fits into one item with room to spare. */
const mostPacked = 350_000;
/** How many organisations are written at the same moment. */
const together = 10;

type Batch = Item<'importBatch'>;
type OneImport = `GET /organiser/editions/{edition}/import/{import}`;
type Acting = PostCall<`POST /organiser/editions/{edition}/import/{import}/${'confirm' | 'undo'}`, 'exchange'>;

/** The form that takes a file. */
export async function showImportForm(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} /organiser/editions/{edition}/import`, 'exchange'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const columns = { needed: columnNames(true), optional: columnNames(false) };
  return { page: importFormPage({ ...found, organiser: session, filled, columns }), data: { columns } };
}

/** Keeps a file to look at, for a day; adds nothing. */
export async function checkFile({
  ports,
  params: { edition },
  file,
  now,
  newId,
}: PostCall<'POST /organiser/editions/{edition}/import', 'exchange'>): Promise<Answer> {
  if (!file || file.length === 0) throw fileProblem(words.problems.missing);
  readOrganisations(file, edition);
  const packed = gzipSync(file).toString('base64');
  if (packed.length > mostPacked) throw fileProblem(words.problems.large);
  const batch: Batch = {
    edition,
    import: idOf('import', newId()),
    state: 'checked',
    file: packed,
    version: 1,
    expiresAt: epochSecondsOf(secondsAfter(now, kept)),
  };
  await ports.write.transact([{ put: 'importBatch', item: batch, when: 'absent' }]);
  return { status: 201, seeOther: pathTo(batch), data: { import: batch.import } };
}

/** What a file would add, row by row; once it is confirmed, what it added. */
export async function showImport({ ports: { read }, params, session, now }: Call<OneImport, 'exchange'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const batch = await findBatch(read, 'importBatch', params, now);
  const rows = await rowsOf(batch, found.edition, read);
  return {
    page: importPage({ ...found, organiser: session, import: batch.import, state: batch.state, rows }),
    data: { state: batch.state, ...rows },
  };
}

/** Adds what is right in a checked file. Pressed again, it adds what an interruption left out, and nothing twice. */
export async function addImport(call: Acting): Promise<Answer> {
  const { ports, params, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const found = await findBatch(ports.read, 'importBatch', params, now);
  if (found.state === 'undone') throw new AppError('conflict', 'import-undone', words.undone(0));
  const batch = await moved(call, found, 'confirmed');
  const { ready } = await rowsOf(batch, edition, ports.read);
  await inParts(ready, async ({ form }) => {
    const { state, facts } = importOrganisation({ edition, form, now: batch.confirmedAt ?? now });
    await ports.write.transact([
      { put: 'organisation', item: state, when: 'absent' },
      ...outboxWrite(params.edition, facts, call),
    ]);
  });
  return { seeOther: pathTo(batch), data: { state: batch.state } };
}

/** Takes back what an import added, but for what was changed, confirmed or placed since. */
export async function undoImport(call: Acting): Promise<Answer> {
  const { ports, params, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const found = await findBatch(ports.read, 'importBatch', params, now);
  if (found.state === 'checked') throw new AppError('conflict', 'import-unconfirmed', words.nothing);
  const batch = await moved(call, found, 'undone');
  const { added } = await rowsOf(batch, edition, ports.read);
  await inParts(added, async ({ organisation }) => {
    const key = { edition: params.edition, organisation };
    const { ok } = await ports.write.transact([
      { remove: 'organisation', key, when: { version: 1, state: 'pending', offers: 0 } },
      ...outboxWrite(params.edition, [{ type: 'organisation.withdrawn.v1', data: { organisation, version: 2 } }], call),
    ]);
    const task = { edition: params.edition, subject: organisation };
    if (ok) await ports.write.bulk([{ remove: 'task', key: { ...task, kind: 'bounced' }, when: 'any' }]);
  });
  return { seeOther: pathTo(batch), data: { state: batch.state } };
}

type Rows = Omit<ImportRows, 'ready' | 'added'> & {
  readonly ready: readonly (ImportRows['ready'][number] & { readonly form: OrganisationForm })[];
  readonly added: readonly Organisation[];
};

/** Every row of a batch's file as things stand now. What it added is known by the moment it was signed up. */
async function rowsOf(batch: Batch, edition: Edition, read: TableReader): Promise<Rows> {
  const halfDays = new Set(halfDaysOf(edition));
  const { rows, refused, ignored } = readOrganisations(gunzipSync(Buffer.from(batch.file, 'base64')), batch.edition);
  const there = new Map((await read.list('organisation', batch)).map((one) => [one.organisation, one]));
  const ready: Rows['ready'][number][] = [];
  const added: Organisation[] = [];
  const already: ImportRows['already'][number][] = [];
  const wrong = [...refused];
  for (const { row, form } of rows) {
    const found = there.get(organisationId(batch.edition, form));
    if (found && found.signedUpAt === batch.confirmedAt) added.push(found);
    else if (found) already.push({ row, name: form.name });
    else if (form.halfDays.every((one) => halfDays.has(one)))
      ready.push({ row, name: form.name, email: form.contact.email, form });
    else wrong.push(refusal(row, 'halfDays', 'Use half-days of this edition', () => form.halfDays.join('; ')));
  }
  return { ready, added, already, refused: wrong.toSorted((a, b) => a.row - b.row), ignored };
}

/** A batch in its next state, written before anything else: whoever comes second finds it so. */
async function moved({ ports, now }: Acting, batch: Batch, state: 'confirmed' | 'undone'): Promise<Batch> {
  if (batch.state === state) return batch;
  const confirmed = { confirmedAt: now, expiresAt: epochSecondsOf(secondsAfter(now, kept)) };
  const next: Batch = { ...batch, ...(state === 'confirmed' ? confirmed : {}), state, version: batch.version + 1 };
  const { ok } = await ports.write.transact([{ put: 'importBatch', item: next, when: { version: batch.version } }]);
  if (!ok) throw new AppError('conflict', 'import-changed', 'Somebody else did this at the same moment. Look at it again.');
  return next;
}

async function inParts<T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += together) await Promise.all(all.slice(from, from + together).map(each));
}

function pathTo({ edition, import: batch }: Batch): string {
  return `/organiser/editions/${edition}/import/${batch}`;
}

function fileProblem(message: string): AppError {
  return new AppError('invalid', 'import-file', message, [{ path: 'file', message }]);
}
