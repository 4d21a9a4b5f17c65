import * as z from 'zod/mini';
import { compareSchools, notListed, type RegisterChange, undoable, untouched } from '#shared/domain/register-changes.ts';
import { isOpen, school } from '#shared/domain/school.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { registerContent as words } from '#web/exchange/register.en.ts';
import { registerFormPage, registerImportPage } from '#web/exchange/register-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findBatch, kept, pack, unpack } from '../exchange/batch.ts';
import { type EditionAndProgramme, findEdition, schoolsOf } from '../find.ts';
import { fileProblem, readRegister } from './read-file.ts';

/** What fits into one item with room for how the same schools were before. */
const mostPacked = 170_000;

type Batch = Item<'registerBatch'>;
type Path = '/organiser/editions/{edition}/register';
type Acting = PostCall<`POST ${Path}/{import}/${'confirm' | 'undo'}`, 'register'>;

/** What a batch holds: what was read, and once it is confirmed, how those schools were before. */
const content = z.strictObject({
  schools: z.array(school),
  before: z.array(school),
  refused: z.array(z.strictObject({ row: z.int(), column: z.string(), value: z.string(), fix: z.string() })),
  elsewhere: z.int(),
});
type Content = z.infer<typeof content>;

/** The form that takes a file of the register. */
export async function showRegisterForm(
  { ports: { read }, params, session }: Call<`GET ${Path}` | `POST ${Path}`, 'register'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const schools = await schoolsOf(found.programme, read);
  return { page: registerFormPage({ ...found, organiser: session, open: schools.filter(isOpen).length, filled }) };
}

/** Keeps what a file holds for a day, to look at; changes nothing. */
export async function checkRegister(call: PostCall<`POST ${Path}`, 'register'>): Promise<Answer> {
  const { ports, params, file, now, newId } = call;
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  if (!file || file.length === 0) throw fileProblem(words.problems.missing);
  const packed = pack({ ...(await readRegister(file, programme)), before: [] });
  if (packed.length > mostPacked) throw fileProblem(words.problems.large);
  const batch: Batch = {
    edition: params.edition,
    import: idOf('register-import', newId()),
    state: 'checked',
    content: packed,
    version: 1,
    expiresAt: epochSecondsOf(secondsAfter(now, kept)),
  };
  await ports.write.transact([{ put: 'registerBatch', item: batch, when: 'absent' }]);
  return { status: 201, seeOther: pathTo(batch), data: { import: batch.import } };
}

/** What a file would change, school by school; once it is confirmed, what it changed. */
export async function showRegisterImport(call: Call<`GET ${Path}/{import}`, 'register'>): Promise<Answer> {
  const { ports, params, session, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const batch = await findBatch(ports.read, 'registerBatch', params, now);
  const { schools, before, refused, elsewhere } = contentOf(batch);
  const register = await schoolsOf(found.programme, ports.read);
  const { changes, unchanged } = compareSchools(schools, batch.state === 'checked' ? register : before);
  const left = notListed(schools, register);
  const { import: id, state } = batch;
  const page = registerImportPage({
    ...found,
    organiser: session,
    import: id,
    state,
    changes,
    unchanged,
    refused,
    elsewhere,
    left,
  });
  const counted = changes.map(({ kind, school: { urn } }) => ({ kind, urn }));
  return { page, data: { state, changes: counted, unchanged, refused, elsewhere, notListed: left.map(({ urn }) => urn) } };
}

/** Changes the register as a checked file says. Pressed again, it does what an interruption left out. */
export async function changeRegister(call: Acting): Promise<Answer> {
  const { ports, params, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const batch = await findBatch(ports.read, 'registerBatch', params, now);
  if (batch.state === 'undone') throw new AppError('conflict', 'import-undone', words.undone);
  const held = contentOf(batch);
  const register = await schoolsOf(found.programme, ports.read);
  const named = new Set(held.schools.map(({ urn }) => urn));
  const before = batch.state === 'confirmed' ? held.before : register.filter(({ urn }) => named.has(urn));
  const { changes } = compareSchools(held.schools, before);
  await move(call, batch, { state: 'confirmed', content: pack({ ...held, before }), schools: changes.length });
  // Pressed again, what a later file has changed since stays as that has it.
  const waiting = untouched(changes, register);
  await write(
    ports.write,
    waiting.map(({ school: item }) => ({ put: 'school', item, when: 'any' }) as const),
  );
  await countPlaces(found, ports);
  return { seeOther: pathTo(batch), data: { state: 'confirmed', changed: changes.length } };
}

/** Takes back what a file changed, but for what has changed since and for new schools that have registered. */
export async function undoRegister(call: Acting): Promise<Answer> {
  const { ports, params, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const batch = await findBatch(ports.read, 'registerBatch', params, now);
  if (batch.state === 'checked') throw new AppError('conflict', 'import-unconfirmed', words.unconfirmed);
  const { schools, before } = contentOf(batch);
  const register = await schoolsOf(found.programme, ports.read);
  const { changes } = compareSchools(schools, before);
  const back = undoable(changes, register, await registeredIn(found, ports.read));
  await move(call, batch, { state: 'undone', content: batch.content, schools: back.length });
  await write(ports.write, back.map(writeBack));
  await countPlaces(found, ports);
  return { seeOther: pathTo(batch), data: { state: 'undone', changed: back.length } };
}

function writeBack({ school: { la, urn }, before }: RegisterChange) {
  return before
    ? ({ put: 'school', item: before, when: 'any' } as const)
    : ({ remove: 'school', key: { la, urn }, when: 'any' } as const);
}

type Writes = Parameters<TableWriter['bulk']>[0];

async function write({ bulk }: TableWriter, writes: Writes): Promise<void> {
  if (writes.length > 0) await bulk(writes);
}

/** The schools, by number, that have registered in any edition of the programme. */
async function registeredIn({ programme }: EditionAndProgramme, read: TableReader): Promise<ReadonlySet<string>> {
  const editions = (await read.list('edition', {})).filter((one) => one.programme === programme.programme);
  const lists = await Promise.all(editions.map(({ edition }) => read.list('registration', { edition })));
  return new Set(lists.flat().map(({ urn }) => urn));
}

/** Writes anew how many open schools each place of the programme has. */
async function countPlaces({ programme }: EditionAndProgramme, ports: Acting['ports']): Promise<void> {
  const known = await ports.read.list('registerLa', {});
  const items = await Promise.all(
    programme.localAuthorities.map(async (la) => {
      const open = (await ports.read.list('school', { la })).filter(isOpen).length;
      return { la, name: known.find((one) => one.la === la)?.name ?? la, schools: open };
    }),
  );
  await ports.write.bulk(items.map((item) => ({ put: 'registerLa', item, when: 'any' })));
}

type Next = { readonly state: 'confirmed' | 'undone'; readonly content: string; readonly schools: number };

/** Writes a batch's next state and its fact before anything else: whoever comes second finds it so. */
async function move(call: Acting, batch: Batch, { state, content: packed, schools }: Next): Promise<void> {
  if (batch.state === state) return;
  const expiresAt = state === 'confirmed' ? epochSecondsOf(secondsAfter(call.now, kept)) : batch.expiresAt;
  const item: Batch = { ...batch, state, content: packed, expiresAt, version: batch.version + 1 };
  const { ok } = await call.ports.write.transact([
    { put: 'registerBatch', item, when: { version: batch.version } },
    ...outboxWrite(batch.edition, [{ type: 'register.changed.v1', data: { import: batch.import, state, schools } }], call),
  ]);
  if (!ok) throw new AppError('conflict', 'import-changed', 'Somebody else did this at the same moment. Look at it again.');
}

function contentOf({ content: packed }: Batch): Content {
  return content.parse(unpack(packed));
}

function pathTo({ edition, import: batch }: Batch): string {
  return `/organiser/editions/${edition}/register/${batch}`;
}
