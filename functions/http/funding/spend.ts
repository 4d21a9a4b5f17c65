import { id } from '#shared/domain/fields.ts';
import type { FundingLine, SpendEntry } from '#shared/domain/funding/items.ts';
import { correctSpend, enterSpend, spendId, type Spent, undoSpend } from '#shared/domain/funding/spend.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { linePage } from '#web/funding/line.ts';
import { spendPage } from '#web/funding/spend.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { currentLine, findOneLine, linePath } from './find.ts';
import { findProgress } from './progress.ts';

type LinePath = '/organiser/editions/{edition}/funding/lines/{line}';
type SpendPath = `${LinePath}/spend/{spend}`;
type Entry = Spent & { readonly version: number };

/** One line: its promises and how far they are, what was spent, and the form for more. */
export async function showLine(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${LinePath}`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findOneLine(read, params);
  const progress = await findProgress(read, found);
  const spends = found.spends.filter(({ line }) => line === params.line);
  return {
    page: linePage({ ...found, organiser: session, progress, filled }),
    data: { line: found.line, spends, deliverables: progress },
  };
}

/** Enters money spent: the entry and its line in one write. */
export async function enter(call: PostCall<`POST ${LinePath}`, 'funding'>): Promise<Answer> {
  const { ports, params, body: form, now, session } = call;
  await findOneLine(ports.read, params);
  const spend = spendId(params.edition, form.evidence);
  let around = await aroundOf(ports.read, params);
  await accept<Entry>(call, {
    edition: params.edition,
    find: async () => {
      around = await aroundOf(ports.read, params);
      const entry = await ports.read.get('spendEntry', { edition: params.edition, spend });
      return entry && { entry, line: around.line, version: entry.version };
    },
    decide: () => enterSpend({ ...around, form }, { now, by: session.organiser }),
    writes,
    reference: ({ entry }) => entry.spend,
  });
  return { seeOther: linePath(params), data: { spend } };
}

/** One entry, how it stood before, and the forms to put it right or undo it. */
export async function showSpend(
  { ports: { read }, params, session }: Call<`GET ${SpendPath}` | `POST ${SpendPath}` | `POST ${SpendPath}/undo`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findOneLine(read, params);
  const entry = found.spends.find(({ spend, line }) => spend === params.spend && line === params.line);
  if (!entry) throw noSuchEntry();
  return { page: spendPage({ ...found, organiser: session, entry, filled }), data: { entry } };
}

/** Puts an entry right. */
export async function correct(call: PostCall<`POST ${SpendPath}`, 'funding'>): Promise<Answer> {
  const { body: form, params, now, session } = call;
  await change(call, (entry, around) => correctSpend(entry, { ...around, form }, { now, by: session.organiser }));
  return { seeOther: `${linePath(params)}/spend/${params.spend}`, data: { spend: params.spend } };
}

/** Takes an entry back. */
export async function undo(call: PostCall<`POST ${SpendPath}/undo`, 'funding'>): Promise<Answer> {
  const { params, now, session } = call;
  await change(call, (entry, around) => undoSpend(entry, around, { now, by: session.organiser }));
  return { seeOther: linePath(params), data: { spend: params.spend } };
}

type Around = { readonly line: FundingLine; readonly all: readonly SpendEntry[] };

async function change(
  call: Omit<PostCall<`POST ${SpendPath}/undo`, 'funding'>, 'body'>,
  decide: (entry: SpendEntry, around: Around) => ReturnType<typeof undoSpend>,
): Promise<void> {
  const { ports, params } = call;
  let around = await aroundOf(ports.read, params);
  await accept<Entry>(call, {
    edition: params.edition,
    find: async () => {
      around = await aroundOf(ports.read, params);
      const entry = await currentEntry(ports.read, params);
      return { entry, line: around.line, version: entry.version };
    },
    decide: (current) => {
      if (!current) throw noSuchEntry();
      return decide(current.entry, around);
    },
    writes,
    reference: ({ entry }) => entry.spend,
  });
}

type Key = { readonly edition: string; readonly line: string };

async function aroundOf(read: TableReader, key: Key): Promise<Around> {
  // The line first: an entry that comes after it has been read also changes its version, which the write then meets.
  const line = await currentLine(read, key);
  return { line, all: await read.list('spendEntry', key) };
}

async function currentEntry(read: TableReader, key: Key & { readonly spend: string }): Promise<SpendEntry> {
  const found = id.safeParse(key.spend).success ? await read.get('spendEntry', key) : undefined;
  if (found?.line !== key.line) throw noSuchEntry();
  return found;
}

function writes({ entry, line }: Entry, when: Extract<Write, { put: 'spendEntry' }>['when']): Write[] {
  return [
    { put: 'spendEntry', item: entry, when },
    { put: 'fundingLine', item: line, when: { version: line.version - 1 } },
  ];
}

function noSuchEntry(): AppError {
  return new AppError('not-found', 'no-such-entry', 'There is no such entry on this line.');
}
