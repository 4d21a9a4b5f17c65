import { searchForm } from '../../kernel/text.ts';
import { roundedQuotient } from '../statistics/rounding.ts';
import { gradesOf, type JudgementFramework } from './frameworks.ts';
import type { JudgementSet } from './items.ts';

type Count = JudgementSet['counts'][number];

/**
 * Reads counts of schools, a line each: `quality of education; good; 40`. Gives the lines that cannot be read, with what to
 * do. A category or a grade of another framework is refused, so is one that is there twice, and one that is left out.
 */
export function readJudgements(
  lines: readonly string[],
  framework: JudgementFramework,
): { readonly counts: readonly Count[]; readonly faults: readonly string[] } {
  const counts = new Map<string, Count>();
  const faults = lines.flatMap((line, index) => {
    const found = countIn(line, framework);
    const key = 'fault' in found ? '' : `${found.category} ${found.grade}`;
    if ('fault' in found) return [`Line ${index + 1}: ${found.fault}`];
    if (counts.has(key)) return [`Line ${index + 1}: this grade is there twice`];
    counts.set(key, found);
    return [];
  });
  const named = new Set([...counts.values()].map(({ category }) => category));
  const missing = framework.categories.filter((category) => !named.has(category));
  if (faults.length === 0 && missing.length > 0) faults.push(`These are missing: ${missing.map(plain).join(', ')}`);
  return { counts: [...counts.values()], faults };
}

function countIn(line: string, framework: JudgementFramework): Count | { readonly fault: string } {
  const [category = '', grade = '', schools = '', ...more] = line.split(';').map((part) => part.trim());
  const all = [...framework.categories, ...framework.some];
  const known = all.find((one) => searchForm(one) === searchForm(category));
  if (known === undefined) return { fault: `write one of ${all.map(plain).join(', ')}` };
  const grades = gradesOf(framework, known);
  const given = grades.find((one) => searchForm(one) === searchForm(grade));
  if (given === undefined) return { fault: `write one of ${grades.map(plain).join(', ')}` };
  if (!/^\d{1,4}$/.test(schools) || more.length > 0) return { fault: 'write how many schools, as a whole number' };
  return { category: known, grade: given, schools: Number(schools) };
}

/** A category or a grade as people write it. */
export function plain(name: string): string {
  return name.replaceAll('-', ' ');
}

/** One category set out: how many schools it was judged in, and each grade's count and share in whole per cent. */
export type JudgedCategory = {
  readonly category: string;
  readonly schools: number;
  readonly grades: readonly { readonly grade: string; readonly schools: number; readonly share: number }[];
};

/** The categories of a set, in the framework's order, those that were judged. */
export function judgedCategories({ counts }: JudgementSet, framework: JudgementFramework): JudgedCategory[] {
  return [...framework.categories, ...framework.some].flatMap((category) => {
    const own = counts.filter((one) => one.category === category);
    const schools = own.reduce((sum, one) => sum + one.schools, 0);
    if (own.length === 0) return [];
    const grades = gradesOf(framework, category).map((grade) => {
      const count = own.find((one) => one.grade === grade)?.schools ?? 0;
      return { grade, schools: count, share: schools === 0 ? 0 : roundedQuotient(100 * count, schools, 0) };
    });
    return [{ category, schools, grades }];
  });
}
