import { compare } from '#shared/domain/context/comparison.ts';
import { benchmarkFigures } from '#shared/domain/context/benchmarks.ts';
import { judgementFrameworks } from '#shared/domain/context/frameworks.ts';
import type { BenchmarkSet, CaseStudy, IndicatorSeries, JudgementSet, NeighbourList } from '#shared/domain/context/items.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { instant, localDate } from '#shared/kernel/time.ts';
import { benchmarksListPage } from '#web/context/benchmarks-console.ts';
import { judgementsListPage } from '#web/context/judgements-console.ts';
import { caseStudiesPage, caseStudyPage } from '#web/context/case-studies.ts';
import { contextListPage } from '#web/context/console.ts';
import { contextImportFormPage, contextImportPage, type FileChanges } from '#web/context/import.ts';
import { contextPage } from '#web/context/page.ts';
import { publishedReport } from '#test/unit/report-examples.ts';
import { setting } from './examples.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const viewer = { ...console, organiser: { ...console.organiser, roles: [] } };
const places = [{ la: '999', name: 'Larkford' }];

const list: NeighbourList = {
  programme: 'larkford',
  la: '999',
  list: '2021-04',
  source: 'Fictional Office',
  neighbours: [
    { la: '998', name: 'Nearby (fictional)' },
    { la: '997', name: 'Overhill (fictional)' },
  ],
  version: 1,
};
const figure = (area: string, year: number, value: number) => ({ area, year, status: 'published' as const, value });
const none = (area: string, year: number) => ({ area, year, status: 'not-held' as const, marker: '-' as const });
const printed: IndicatorSeries = {
  programme: 'larkford',
  series: 's'.repeat(20),
  indicator: 'ks2-expected',
  source: 'Fictional plan of the city',
  address: 'https://plan.example/42',
  decimals: 1,
  observations: [
    figure('999', 2019, 62.2),
    figure('970', 2019, 64.9),
    figure('neighbours', 2019, 62),
    none('999', 2020),
    figure('999', 2022, 53.6),
    figure('970', 2022, 58.7),
    figure('999', 2023, 55.6),
    figure('970', 2023, 59.6),
    figure('neighbours', 2023, 57.1),
  ],
  changedAt: instant.parse('2025-01-14T10:00:00.000Z'),
  version: 1,
};
const computed: IndicatorSeries = {
  ...printed,
  indicator: 'progress-8',
  series: 't'.repeat(20),
  address: undefined,
  list: '2021-04',
  decimals: 2,
  observations: [
    figure('999', 2023, -0.05),
    figure('998', 2023, -0.2),
    figure('970', 2023, -0.03),
    figure('999', 2024, 0.01),
    figure('998', 2024, -0.1),
    figure('997', 2024, -0.18),
    figure('970', 2024, 0.01),
  ],
};
const shown = [
  { series: printed, place: 'Larkford', list: undefined, comparison: compare(printed, '999', undefined) },
  { series: computed, place: 'Larkford', list, comparison: compare(computed, '999', list) },
];

const file: FileChanges = { state: 'checked', added: 0, same: 0, changed: [], lists: [], refused: [], elsewhere: 0 };
const changed = [
  {
    indicator: 'ks2-expected' as const,
    place: 'Larkford',
    decimals: 1,
    before: figure('999', 2023, 55.6),
    after: none('999', 2023),
  },
];
const refused = [{ row: 3, column: 'Larkford', value: '104', fix: 'Write a number from 0 to 100' }];
const one = { ...console, import: 'c'.repeat(20) };
const wrong = {
  values: { year: ['2020'], place: ['50'] },
  issues: [
    { path: 'indicator', message: 'Choose what the figures measure' },
    { path: 'place', message: 'There is no figure of 2020: the tests were not held. Write - instead' },
  ],
};
const noFile = { values: {}, issues: [{ path: 'file', message: 'Choose a file' }] };

const results: BenchmarkSet = {
  programme: 'larkford',
  period: '2023-24',
  framework: 'gatsby-2014',
  source: 'Fictional Careers Hub',
  institutions: [
    ...Array.from({ length: 6 }, (_, index) => ({
      name: `Fictional Academy ${index + 1}`,
      kind: 'school' as const,
      member: true,
      met: Array.from({ length: 3 + index }, (__, benchmark) => benchmark + 1),
    })),
    { name: 'Fictional College', kind: 'college', member: false },
  ],
  national: { mean: 5.8, source: 'Fictional Office' },
  changedAt: printed.changedAt,
  version: 1,
};
const few: BenchmarkSet = { ...results, period: '2022-23', institutions: results.institutions.slice(4) };
const benchmarks = [results, few].map((set) => ({ set, figures: benchmarkFigures(set) }));
const judged: JudgementSet = {
  programme: 'larkford',
  day: localDate.parse('2025-03-31'),
  framework: 'judgements-2024',
  source: 'Fictional Office',
  counts: judgementFrameworks['judgements-2024'].categories.flatMap((category) => [
    { category, grade: 'outstanding', schools: 10 },
    { category, grade: 'good', schools: 40 },
  ]),
  changedAt: printed.changedAt,
  version: 1,
};
const reportCard: JudgementSet = {
  ...judged,
  day: localDate.parse('2026-03-31'),
  framework: 'report-card-2025',
  counts: [
    { category: 'inclusion', grade: 'strong-standard', schools: 12 },
    { category: 'safeguarding', grade: 'met', schools: 12 },
  ],
};
const otherSet = { values: {}, issues: [{ path: 'framework', message: 'Choose the other framework' }] };
const otherDay = { values: {}, issues: [{ path: 'counts', message: 'Line 1: this grade is there twice' }] };

const study: CaseStudy = {
  edition: setting.edition.edition,
  study: 'a-morning',
  title: 'A morning at Alder Bank',
  text: '{schools} schools took part.\nThe children asked questions all morning.',
  report: 1,
  changedAt: printed.changedAt,
  version: 1,
};
const unknown = { values: { text: ['{cats}'] }, issues: [{ path: 'text', message: 'The report shows no figure {cats}' }] };

/** The pages of a city's figures in every state, by name. */
export const contextPages: Readonly<Record<string, () => string>> = {
  context: () => contextPage({ ...setting, shown, benchmarks, judgements: [judged, reportCard], studies: [study] }),
  'context-empty': () => contextPage({ ...setting, shown: [], benchmarks: [], judgements: [], studies: [] }),
  'organiser-context': () => contextListPage({ ...console, series: [printed, computed], lists: [list], places }),
  'organiser-context-empty': () => contextListPage({ ...console, series: [], lists: [], places }),
  'organiser-context-viewer': () => contextListPage({ ...viewer, series: [printed], lists: [], places }),
  'organiser-context-errors': () =>
    contextListPage({ ...console, series: [], lists: [], places: [...places, { la: '996', name: 'Second' }], filled: wrong }),
  'organiser-benchmarks': () => benchmarksListPage({ ...console, sets: [results] }),
  'organiser-benchmarks-empty': () => benchmarksListPage({ ...viewer, sets: [] }),
  'organiser-benchmarks-errors': () => benchmarksListPage({ ...console, sets: [], filled: otherSet }),
  'organiser-benchmarks-checked': () => contextImportPage({ ...one, file: { ...file, benchmarks: results } }),
  'organiser-judgements': () => judgementsListPage({ ...console, sets: [reportCard, judged] }),
  'organiser-judgements-empty': () => judgementsListPage({ ...viewer, sets: [] }),
  'organiser-judgements-errors': () => judgementsListPage({ ...console, sets: [], filled: otherDay }),
  'case-study': () => caseStudyPage({ ...setting, study, report: publishedReport }),
  'organiser-case-studies': () => caseStudiesPage({ ...console, studies: [study], report: publishedReport }),
  'organiser-case-studies-empty': () => caseStudiesPage({ ...console, studies: [], report: undefined }),
  'organiser-case-studies-viewer': () => caseStudiesPage({ ...viewer, studies: [study], report: publishedReport }),
  'organiser-case-studies-errors': () => caseStudiesPage({ ...console, studies: [], report: publishedReport, filled: unknown }),
  'organiser-context-import': () => contextImportFormPage(console),
  'organiser-context-import-errors': () => contextImportFormPage({ ...console, filled: noFile }),
  'organiser-context-import-checked': () =>
    contextImportPage({ ...one, file: { ...file, added: 12, same: 3, changed, elsewhere: 4 } }),
  'organiser-context-import-bad-rows': () => contextImportPage({ ...one, file: { ...file, added: 2, refused } }),
  'organiser-context-import-nothing': () => contextImportPage({ ...one, file }),
  'organiser-context-import-lists': () =>
    contextImportPage({ ...one, file: { ...file, lists: [{ ...list, place: 'Larkford' }] } }),
  'organiser-context-import-confirmed': () => contextImportPage({ ...one, file: { ...file, state: 'confirmed' } }),
  'organiser-context-import-undone': () => contextImportPage({ ...one, file: { ...file, state: 'undone' } }),
};
