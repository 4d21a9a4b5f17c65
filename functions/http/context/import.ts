import { type Indicator, indicators } from '#shared/domain/context/indicators.ts';
import { mergeFigures, type SeriesChange, seriesId } from '#shared/domain/context/series.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { contextContent } from '#web/context/content.en.ts';
import { contextImportFormPage, contextImportPage, type FileChanges } from '#web/context/import.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { unreadable } from '../exchange/read-sheet.ts';
import { findEdition } from '../find.ts';
import { findBatch, kept } from '../exchange/batch.ts';
import { type Batch, type Content, type ContextChange, contentOf, doing, packContent, undoing } from './batch.ts';
import { findContext, type Held, nameOf } from './find.ts';
import { readContextFile } from './read-file.ts';

const { import: words } = contextContent;

type Path = '/organiser/editions/{edition}/context/import';
type Acting = PostCall<`POST ${Path}/{import}/${'confirm' | 'undo'}`, 'context'>;

/** The form that takes a file. */
export async function showContextForm(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'context'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  return { page: contextImportFormPage({ ...found, organiser: session, filled }) };
}

/** Keeps what a file holds for a day, to look at; changes nothing. */
export async function checkContextFile(call: PostCall<`POST ${Path}`, 'context'>): Promise<Answer> {
  const { ports, params, body, file } = call;
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  if (!file || file.length === 0) throw unreadable(words.problems.missing);
  const { incoming, refused, elsewhere } = readContextFile(file, body, await findContext(programme, ports.read));
  return keepToLook(call, { incoming, refused: [...refused], elsewhere, done: [] });
}

type Sending = Pick<Acting, 'ports' | 'now' | 'newId'> & { readonly params: { readonly edition: string } };

/** Keeps what a file holds for a day, to look at. */
export async function keepToLook({ ports, params, now, newId }: Sending, held: Content): Promise<Answer> {
  const batch: Batch = {
    edition: params.edition,
    import: idOf('context-import', newId()),
    state: 'checked',
    content: packContent(held),
    version: 1,
    expiresAt: epochSecondsOf(secondsAfter(now, kept)),
  };
  await ports.write.transact([{ put: 'contextBatch', item: batch, when: 'absent' }]);
  return { status: 201, seeOther: pathTo(batch), data: { import: batch.import } };
}

/** What a file would do, figure by figure; once it is confirmed, that it is kept. */
export async function showContextImport(call: Call<`GET ${Path}/{import}`, 'context'>): Promise<Answer> {
  const { ports, params, session, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const batch = await findBatch(ports.read, 'contextBatch', params, now);
  const held = await findContext(found.programme, ports.read);
  const file = changesIn(batch, contentOf(batch), { held, programme: found.programme, now });
  return { page: contextImportPage({ ...found, organiser: session, import: batch.import, file }), data: file };
}

type Around = { readonly held: Held; readonly programme: Programme; readonly now: Instant };

function changesIn({ state }: Batch, { incoming, refused, elsewhere }: Content, around: Around): FileChanges {
  const merges = incoming.kind === 'figures' ? mergesOf(incoming, around) : [];
  const lists = incoming.kind === 'neighbours' ? incoming.lists : [];
  return {
    state,
    refused,
    elsewhere,
    added: merges.reduce((sum, { added }) => sum + added, 0),
    same: merges.reduce((sum, { same }) => sum + same, 0),
    changed: merges.flatMap(({ next, changed }) =>
      changed.map(({ before, after }) => ({
        indicator: next.indicator,
        place: nameOf(after.area, around.held),
        decimals: next.decimals,
        before,
        after,
      })),
    ),
    lists: lists.map((one) => ({ ...one, place: nameOf(one.la, around.held) })),
    ...(incoming.kind === 'benchmarks' ? { benchmarks: incoming } : {}),
  };
}

type Figures = Extract<Content['incoming'], { kind: 'figures' }>;

function mergesOf({ figures, source, address, list }: Figures, around: Around): (SeriesChange & Before)[] {
  const from = { programme: around.programme.programme, source, address, list };
  const named = indicators.filter((indicator) => figures.some((one) => one.indicator === indicator));
  return named.map((indicator: Indicator) => {
    const before = around.held.series.find(({ series }) => series === seriesId(from, indicator));
    const own = figures.filter((one) => one.indicator === indicator);
    return { before, ...mergeFigures(before, own, { indicator, from, now: around.now }) };
  });
}
type Before = { readonly before: Held['series'][number] | undefined };

/** The items that a file makes or changes. */
async function itemsOf({ incoming }: Content, around: Around, read: TableReader): Promise<ContextChange[]> {
  if (incoming.kind === 'figures') {
    return mergesOf(incoming, around).map(({ before, next }) => ({ item: 'indicatorSeries', before, after: next }));
  }
  const { programme, held, now } = around;
  if (incoming.kind === 'benchmarks') {
    const { kind: _, ...set } = incoming;
    const key = { programme: programme.programme, period: set.period };
    const before = await read.get('benchmarkSet', key);
    const after = { ...key, ...set, changedAt: now, version: (before?.version ?? 0) + 1 };
    return [{ item: 'benchmarkSet', before, after }];
  }
  return incoming.lists.map((one) => {
    const before = held.lists.find(({ la, list }) => la === one.la && list === one.list);
    const after = { ...one, programme: programme.programme, source: incoming.source, version: (before?.version ?? 0) + 1 };
    return { item: 'neighbourList', before, after };
  });
}

/** Keeps all that a checked file holds, in one go. Conflict `import-refused` while a row has to be mended. */
export async function keepContextFile(call: Acting): Promise<Answer> {
  const { ports, params, now } = call;
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  const batch = await findBatch(ports.read, 'contextBatch', params, now);
  if (batch.state === 'undone') throw new AppError('conflict', 'import-undone', words.undone);
  if (batch.state === 'confirmed') return answerOf(batch);
  const held = contentOf(batch);
  if (held.refused.length > 0) throw new AppError('conflict', 'import-refused', words.notClean);
  const done = await itemsOf(held, { programme, held: await findContext(programme, ports.read), now }, ports.read);
  const next: Batch = {
    ...batch,
    state: 'confirmed',
    content: packContent({ ...held, done }),
    expiresAt: epochSecondsOf(secondsAfter(now, kept)),
    version: batch.version + 1,
  };
  await write(call, { batch: next, before: batch, writes: done.map(doing), how: 'file' }, words.meanwhile);
  return answerOf(next);
}

/** Takes back all that a file did, in one go. Conflict `import-changed` where somebody has changed any of it since. */
export async function undoContextFile(call: Acting): Promise<Answer> {
  const { ports, params, now } = call;
  const batch = await findBatch(ports.read, 'contextBatch', params, now);
  if (batch.state === 'checked') throw new AppError('conflict', 'import-unconfirmed', words.unconfirmed);
  if (batch.state === 'undone') return answerOf(batch);
  const next: Batch = { ...batch, state: 'undone', version: batch.version + 1 };
  const { done } = contentOf(batch);
  await write(call, { batch: next, before: batch, writes: done.map(undoing), how: 'undo' }, words.changedSince);
  return answerOf(next);
}

type Writing = {
  readonly batch: Batch;
  readonly before: Batch;
  readonly writes: ReturnType<typeof doing>[];
  readonly how: 'file' | 'undo';
};

async function write(call: Acting, { batch, before, writes, how }: Writing, refusal: string): Promise<void> {
  const what = contentOf(batch).incoming.kind;
  const { ok } = await call.ports.write.transact([
    { put: 'contextBatch', item: batch, when: { version: before.version } },
    ...writes,
    ...outboxWrite(batch.edition, [{ type: 'context.changed.v1', data: { what, how, items: writes.length } }], call),
  ]);
  if (!ok) throw new AppError('conflict', 'import-changed', refusal);
}

function answerOf(batch: Batch): Answer {
  return { seeOther: pathTo(batch), data: { state: batch.state } };
}

function pathTo({ edition, import: batch }: Batch): string {
  return `/organiser/editions/${edition}/context/import/${batch}`;
}
