/*
 * What the source prints of schools in Coventry: One Coventry Plan, annual performance report April 2024 to March 2025,
 * education chapter (Coventry City Council, https://www.coventry.gov.uk/performance-1/one-coventry-plan-annual-performance-report-april-2024-march-2025/21).
 * Each figure is typed from there; `id` names it in the list of printed figures that the demo is held against.
 */
export const source = 'One Coventry Plan, annual performance report 2024 to 2025';
export const address =
  'https://www.coventry.gov.uk/performance-1/one-coventry-plan-annual-performance-report-april-2024-march-2025/21';

/** One year of the printed table, as it is printed: Coventry, statistical neighbours, England. */
export type PrintedYear = { readonly year: number; readonly cells: readonly [string, string, string] };

/** Per cent of pupils at the expected standard in reading, writing and maths at the end of Key Stage 2. */
export const ks2Table: readonly PrintedYear[] = [
  { year: 2016, cells: ['49.0', '50.0', '53.0'] },
  { year: 2017, cells: ['58.0', '57.0', '61.0'] },
  { year: 2018, cells: ['61.8', '61.6', '64.4'] },
  { year: 2019, cells: ['62.2', '62.0', '64.9'] },
  { year: 2020, cells: ['-', '-', '-'] },
  { year: 2021, cells: ['-', '-', '-'] },
  { year: 2022, cells: ['53.6', '56.2', '58.7'] },
  { year: 2023, cells: ['55.6', '57.1', '59.6'] },
  { year: 2024, cells: ['56.7', '58.0', '61.3'] },
];

/** Key Stage 4 in 2024: Coventry, statistical neighbours, England. */
export const attainment8 = { year: 2024, cells: ['44.3', '43.2', '46.1'] } as const satisfies PrintedYear;
export const progress8 = { year: 2024, cells: ['+0.01', '-0.14', '-0.03'] } as const satisfies PrintedYear;

/** Careers guidance: the mean of 8 benchmarks, the national mean, and the shares with at least so many. */
export const gatsby = {
  mean: 6.4,
  national: 5.8,
  shares: [
    { atLeast: 3, percent: 100 },
    { atLeast: 4, percent: 87 },
    { atLeast: 8, percent: 35 },
  ],
} as const;

/** The sentence that the report's own table contradicts, in our words, and that table as the sentence checker takes it. */
export const claim = {
  sentence: 'England also increased by 1 percentage point.',
  table: ks2Table
    .filter(({ year }) => year >= 2023)
    .flatMap(({ year, cells }) =>
      ['Coventry', 'neighbours', 'England'].map((area, index) => `expected standard; ${area}; ${year}; ${cells[index]}%`),
    )
    .join('\n'),
} as const;

/** Figures of the same chapter that are no counts of anything this programme can hold, with the reason. */
export const quoted: readonly { readonly id: string; readonly printed: string | number; readonly reason: string }[] = [
  { id: 'F015', printed: 2, reason: 'The Week of 2024 was run before the system: only its successor is held.' },
  {
    id: 'F016',
    printed: 3000,
    reason: 'A rounded count of another day, without its rows. The Week’s own demo counts headcounts.',
  },
  { id: 'F017', printed: 7, reason: 'No child’s age is held; pupils are counted by year group.' },
  { id: 'F018', printed: 11, reason: 'No child’s age is held; pupils are counted by year group.' },
  { id: 'F031', printed: 5.8, reason: 'The national average is a comparator: results by school are not published.' },
  { id: 'F038', printed: 8, reason: 'Part of the definition of Attainment 8.' },
  { id: 'F042', printed: 5, reason: 'Part of the definition of Progress 8.' },
  { id: 'F043', printed: 43, reason: 'The page of the report that carries the table.' },
];
