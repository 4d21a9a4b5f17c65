/** The days on which a framework holds, both included. */
export type InForce = { readonly from: string; readonly until?: string };

/**
 * The eight Gatsby benchmarks of good career guidance, by version. The updated ones hold from September 2025: “The Gatsby
 * Benchmarks”, Gatsby Foundation, 2014 and 2024; DfE, “Careers guidance and access”, 2025.
 */
export const benchmarkFrameworks = ['gatsby-2014', 'gatsby-2025'] as const;
export type BenchmarkFramework = (typeof benchmarkFrameworks)[number];
export const benchmarksIn = 8;
/** The school years, by the year in which they begin, that a version belongs to. */
const benchmarkYears: Readonly<Record<BenchmarkFramework, readonly [first: number, last: number]>> = {
  'gatsby-2014': [2014, 2024],
  'gatsby-2025': [2025, 2100],
};

/** The school year a text names, `2023-24`, by the year in which it begins. Undefined for anything else. */
export function schoolYear(text: string): number | undefined {
  const [, first, last] = /^(20\d{2})-(\d{2})$/.exec(text) ?? [];
  return first !== undefined && Number(last) === (Number(first) + 1) % 100 ? Number(first) : undefined;
}

/** Whether a version of the benchmarks belongs to a school year. */
export function hasBenchmarks(framework: BenchmarkFramework, year: number): boolean {
  const [first, last] = benchmarkYears[framework];
  return year >= first && year <= last;
}

const fourGrades = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
const fiveGrades = ['exceptional', 'strong-standard', 'expected-standard', 'needs-attention', 'urgent-improvement'] as const;
const fourJudgements = [
  'quality-of-education',
  'behaviour-and-attitudes',
  'personal-development',
  'leadership-and-management',
] as const;
const whereTaught = ['early-years', 'sixth-form'] as const;

/** What Ofsted judges a school by: the categories of all schools, those of some, and the grades of each. */
export type JudgementFramework = {
  readonly inForce: InForce;
  readonly categories: readonly string[];
  readonly some: readonly string[];
  readonly grades: readonly string[];
  /** Categories with grades of their own. */
  readonly own?: Readonly<Record<string, readonly string[]>>;
};

export const judgementFrameworkNames = ['overall-2019', 'judgements-2024', 'report-card-2025'] as const;
export type JudgementFrameworkName = (typeof judgementFrameworkNames)[number];

/**
 * Ofsted's categories by framework: with an overall judgement until August 2024; without one from September 2024; from
 * 10 November 2025 six graded areas, and whether safeguarding standards are met.
 */
export const judgementFrameworks: Readonly<Record<JudgementFrameworkName, JudgementFramework>> = {
  'overall-2019': {
    inForce: { from: '2019-09-01', until: '2024-08-31' },
    categories: ['overall-effectiveness', ...fourJudgements],
    some: whereTaught,
    grades: fourGrades,
  },
  'judgements-2024': {
    inForce: { from: '2024-09-01', until: '2025-11-09' },
    categories: fourJudgements,
    some: whereTaught,
    grades: fourGrades,
  },
  'report-card-2025': {
    inForce: { from: '2025-11-10' },
    categories: [
      'inclusion',
      'curriculum-and-teaching',
      'achievement',
      'attendance-and-behaviour',
      'personal-development-and-well-being',
      'leadership-and-governance',
      'safeguarding',
    ],
    some: whereTaught,
    grades: fiveGrades,
    own: { safeguarding: ['met', 'not-met'] },
  },
};

/** The grades that a category can get. */
export function gradesOf({ grades, own = {} }: JudgementFramework, category: string): readonly string[] {
  return own[category] ?? grades;
}

/** Whether a framework holds on a day. */
export function isInForce({ from, until }: InForce, day: string): boolean {
  return day >= from && (until === undefined || day <= until);
}
