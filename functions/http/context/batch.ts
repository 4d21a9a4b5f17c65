import * as z from 'zod/mini';
import { figureStatuses, indicators, missingMarkers } from '#shared/domain/context/indicators.ts';
import { benchmarkSet, indicatorSeries, neighbourList } from '#shared/domain/context/items.ts';
import { slug } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Write } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { contextContent } from '#web/context/content.en.ts';
import { pack, unpack } from '../exchange/batch.ts';

const { import: words } = contextContent;

/** What fits into one item with room for how things were before. */
const mostPacked = 170_000;

const newFigure = z.strictObject({
  indicator: z.enum(indicators),
  area: slug,
  year: z.int(),
  status: z.enum(figureStatuses),
  value: z.optional(z.number()),
  marker: z.optional(z.enum(missingMarkers)),
  decimals: z.int(),
});
const from = { source: z.string(), address: z.optional(z.string()), list: z.optional(slug) };
const newList = z.pick(neighbourList, { la: true, list: true, neighbours: true });

const incoming = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figures'), ...from, figures: z.array(newFigure) }),
  z.strictObject({ kind: z.literal('neighbours'), source: z.string(), lists: z.array(newList) }),
  z.strictObject({
    kind: z.literal('benchmarks'),
    ...z.pick(benchmarkSet, { period: true, framework: true, source: true, institutions: true, national: true }).shape,
  }),
]);
/** What a file brings in. */
export type Incoming = z.infer<typeof incoming>;

const one = z.discriminatedUnion('item', [
  z.strictObject({ item: z.literal('indicatorSeries'), before: z.optional(indicatorSeries), after: indicatorSeries }),
  z.strictObject({ item: z.literal('neighbourList'), before: z.optional(neighbourList), after: neighbourList }),
  z.strictObject({ item: z.literal('benchmarkSet'), before: z.optional(benchmarkSet), after: benchmarkSet }),
]);
/** One item that a file makes or changes, as it was and as it will be. */
export type ContextChange = z.infer<typeof one>;

const content = z.strictObject({
  incoming,
  refused: z.array(z.strictObject({ row: z.int(), column: z.string(), value: z.string(), fix: z.string() })),
  elsewhere: z.int(),
  /** What was done, once it is. */
  done: z.array(one),
});
export type Content = z.infer<typeof content>;

export type Batch = Item<'contextBatch'>;

/** Packs what a batch holds. Invalid `import-file` for what does not fit. */
export function packContent(held: Content): string {
  const packed = pack(held);
  if (packed.length > mostPacked)
    throw new AppError('invalid', 'import-file', words.problems.large, [{ path: 'file', message: words.problems.large }]);
  return packed;
}

/** What a batch holds. */
export function contentOf({ content: packed }: Batch): Content {
  return content.parse(unpack(packed));
}

/** The write that makes a change, if nobody changed the same thing since it was read. */
export function doing({ item, before, after }: ContextChange): Write {
  const when = before ? { version: before.version } : ('absent' as const);
  switch (item) {
    case 'indicatorSeries':
      return { put: item, item: after, when };
    case 'neighbourList':
      return { put: item, item: after, when };
    case 'benchmarkSet':
      return { put: item, item: after, when };
  }
}

/** The write that takes it back, if nobody changed the same thing since. */
export function undoing({ item, before, after }: ContextChange): Write {
  const { version } = after;
  const when = { version };
  switch (item) {
    case 'indicatorSeries':
      return before ? { put: item, item: { ...before, version: version + 1 }, when } : { remove: item, key: after, when };
    case 'neighbourList':
      return before ? { put: item, item: { ...before, version: version + 1 }, when } : { remove: item, key: after, when };
    case 'benchmarkSet':
      return before ? { put: item, item: { ...before, version: version + 1 }, when } : { remove: item, key: after, when };
  }
}
