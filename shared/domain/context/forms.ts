import * as z from 'zod/mini';
import { line, lines, optionalLine, slug } from '../fields.ts';
import { laCode } from '../programme.ts';
import { benchmarkFrameworks, judgementFrameworkNames } from './frameworks.ts';
import { indicators } from './indicators.ts';

/** Where something was published: a web address, or nothing. */
const address = z.optional(
  z
    .string('Enter a web address')
    .check(z.regex(/^https?:\/\/[^\s"'<>]{3,300}$/, 'Enter a web address that begins with https://')),
);
/** The month of a list of neighbours. */
const list = z.optional(
  z
    .string('Enter the date of a list, like 2021-04')
    .check(z.regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'Enter the date of the list as year and month, like 2021-04')),
);
const source = line('Enter where the figures come from', 120);
const indicator = z.enum(indicators, 'Choose what the figures measure');
const yearRange = 'Enter a year from 1990 to 2100';

/** What an organiser sends with a file of figures or of neighbours. */
export const contextFileForm = z.strictObject({ source, address, indicator: z.optional(indicator), list });

/** One year of one indicator, typed in: each box takes a figure or the mark that the source prints instead. */
export const figuresForm = z.strictObject({
  indicator,
  source,
  address,
  list,
  year: z.int('Enter a year, like 2024').check(z.minimum(1990, yearRange), z.maximum(2100, yearRange)),
  la: z.optional(laCode),
  place: optionalLine(20),
  neighbours: optionalLine(20),
  england: optionalLine(20),
  /** That what is there of this year may be replaced. */
  replace: z.optional(z.boolean()),
});
export type FiguresForm = z.infer<typeof figuresForm>;

const average = 'Enter a number from 0 to 8, like 5.8';

/** What an organiser sends with a file of results by school and college. */
export const benchmarksForm = z.strictObject({
  period: slug,
  framework: z.enum(benchmarkFrameworks, 'Choose a framework'),
  source,
  nationalMean: z.optional(z.number(average).check(z.minimum(0, average), z.maximum(8, average))),
  nationalSource: optionalLine(120),
});

/** How many schools got each grade on one day, a line each. */
export const judgementsForm = z.strictObject({
  day: z.string('Enter a day, like 2025-03-31'),
  framework: z.enum(judgementFrameworkNames, 'Choose a framework'),
  source,
  counts: lines('Enter at least one line', 4000),
  /** That what is there of this day may be replaced. */
  replace: z.optional(z.boolean()),
});

/** A case study; a figure is its name in brackets. */
export const caseStudyForm = z.strictObject({
  study: slug,
  title: line('Enter a title', 120),
  text: lines('Write what it was like', 6000),
  report: z.int('Enter the version of a published report').check(z.minimum(1, 'Enter the version of a published report')),
});
