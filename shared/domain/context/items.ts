import * as z from 'zod/mini';
import { instant, localDate } from '../../kernel/time.ts';
import { id, slug } from '../fields.ts';
import { laCode } from '../programme.ts';
import { benchmarkFrameworks, judgementFrameworkNames } from './frameworks.ts';
import { figureStatuses, indicators, missingMarkers } from './indicators.ts';

// The kept items of a city's context, apart from what is done with them: every function that reads the table knows them.

/** One indicator in one area and year, or what became of it. */
export const observation = z.strictObject({
  /** DfE's code of a local authority, `970` for England, or `neighbours`. */
  area: slug,
  /** The year in which the school year ended. */
  year: z.int(),
  status: z.enum(figureStatuses),
  value: z.optional(z.number()),
  /** What the source wrote instead of a figure. */
  marker: z.optional(z.enum(missingMarkers)),
});
export type Observation = z.infer<typeof observation>;

/** One indicator through the years, by one source: figures of two sources are never mixed. */
export const indicatorSeries = z.strictObject({
  programme: slug,
  series: id,
  indicator: z.enum(indicators),
  source: z.string(),
  address: z.optional(z.string()),
  /** The dated list of statistical neighbours that it is compared with: `2021-04`. */
  list: z.optional(slug),
  /** How many decimals the source prints. */
  decimals: z.int(),
  observations: z.array(observation),
  changedAt: instant,
  version: z.int(),
});
export type IndicatorSeries = z.infer<typeof indicatorSeries>;

/** The places that are most like one, as DfE listed them at a date. */
export const neighbourList = z.strictObject({
  programme: slug,
  la: laCode,
  /** The month of the list: `2021-04`. */
  list: slug,
  source: z.string(),
  neighbours: z.array(z.strictObject({ la: laCode, name: z.string() })),
  version: z.int(),
});
export type NeighbourList = z.infer<typeof neighbourList>;

/** Which of the eight benchmarks each school and college met in one school year, by one version of them. */
export const benchmarkSet = z.strictObject({
  programme: slug,
  /** The school year: `2023-24`. */
  period: slug,
  framework: z.enum(benchmarkFrameworks),
  source: z.string(),
  institutions: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['school', 'college']),
      /** Whether it is in the Careers Hub. */
      member: z.boolean(),
      /** The benchmarks it meets, 1 to 8; nothing where it has no result. */
      met: z.optional(z.array(z.int())),
    }),
  ),
  national: z.optional(z.strictObject({ mean: z.number(), source: z.string() })),
  changedAt: instant,
  version: z.int(),
});
export type BenchmarkSet = z.infer<typeof benchmarkSet>;

/** How many schools got each grade, as things stood on one day, in the categories of one framework. */
export const judgementSet = z.strictObject({
  programme: slug,
  day: localDate,
  framework: z.enum(judgementFrameworkNames),
  source: z.string(),
  counts: z.array(z.strictObject({ category: slug, grade: slug, schools: z.int() })),
  changedAt: instant,
  version: z.int(),
});
export type JudgementSet = z.infer<typeof judgementSet>;

/** What one school or one visit was like, in an organiser's words. Its figures are those of one published report. */
export const caseStudy = z.strictObject({
  edition: slug,
  study: slug,
  title: z.string(),
  /** Paragraphs, a line each; `{schools}` stands for that figure of the report. */
  text: z.string(),
  /** The version of the report. */
  report: z.int(),
  changedAt: instant,
  version: z.int(),
});
export type CaseStudy = z.infer<typeof caseStudy>;
