import { gradesOf, judgementFrameworks } from '#shared/domain/context/frameworks.ts';
import type { JudgementSet } from '#shared/domain/context/items.ts';
import { type JudgedCategory, judgedCategories, plain } from '#shared/domain/context/judgements.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { heading2, paragraph } from '../prose.ts';
import { benchmarksContent } from './benchmarks.en.ts';

const { judgements: words, frameworks: names, source } = benchmarksContent;

/** Ofsted's judgements by day, newest first, each in the categories of its own framework. */
export function judgementsSection(sets: readonly JudgementSet[]): Html | undefined {
  if (sets.length === 0) return undefined;
  return html`${heading2(words.title)}${paragraph(words.about)}${sets.map(judgementTables)}${paragraph(words.noNational)}`;
}

/** The counts of one day: categories of one scale of grades in one table. */
export function judgementTables(set: JudgementSet): Html {
  const framework = judgementFrameworks[set.framework];
  const judged = judgedCategories(set, framework);
  const scales = Map.groupBy(judged, ({ category }) => gradesOf(framework, category).join());
  const caption = words.caption(dayInWords(set.day), names[set.framework]);
  return html`${[...scales.values()].map((rows) => scaleTable(rows, caption))}${paragraph(source(set.source))}`;
}

function scaleTable(rows: readonly JudgedCategory[], caption: string): Html {
  const grades = rows[0]?.grades ?? [];
  return table({
    caption,
    stacks: true,
    firstCellIsHeader: true,
    head: [
      { text: words.category },
      ...grades.map(({ grade }) => ({ text: capital(plain(grade)), format: 'numeric' })),
      { text: words.schools, format: 'numeric' },
    ],
    rows: rows.map(({ category, schools, grades: own }) => [
      { text: capital(plain(category)) },
      ...own.map(({ schools: count, share }) => ({ text: words.grade(count, share), format: 'numeric' })),
      { text: String(schools), format: 'numeric' },
    ]),
  });
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
