import { type BenchmarkFigures, leastInstitutions } from '#shared/domain/context/benchmarks.ts';
import type { BenchmarkSet } from '#shared/domain/context/items.ts';
import { table } from '../components/table.ts';
import { chartFrame } from '../chart.ts';
import { html, type Html } from '../html.ts';
import { heading2, paragraph } from '../prose.ts';
import { benchmarksContent as words } from './benchmarks.en.ts';

/** A set of results as everybody sees it: counts and shares, no school or college by itself. */
export type ShownBenchmarks = { readonly set: Omit<BenchmarkSet, 'institutions'>; readonly figures: BenchmarkFigures };

/** Careers guidance in the city, newest year first. */
export function benchmarksSection(shown: readonly ShownBenchmarks[]): Html | undefined {
  if (shown.length === 0) return undefined;
  return html`${heading2(words.title)}${paragraph(words.about)}${shown.map(setOf)}`;
}

/** Whether a set is large enough for everybody to see it. */
export function isShown({ assessed }: BenchmarkFigures): boolean {
  return assessed >= leastInstitutions;
}

function setOf({ set, figures }: ShownBenchmarks): Html {
  const { period, framework, source, national } = set;
  const heading = html`<h3 class="govuk-heading-s">${words.set(period, words.frameworks[framework])}</h3>`;
  if (!isShown(figures)) return html`${heading}${paragraph(words.tooFew)}`;
  const sentences = [
    words.mean((figures.mean ?? 0).toFixed(1), figures.assessed),
    ...(national ? [words.national(national.mean.toFixed(1), national.source), gapOf(figures.toNational ?? 0)] : []),
  ];
  const hub = figures.hub.filter(({ all }) => all > 0).map(({ kind, members, all }) => words.hub[kind](members, all));
  return html`${heading}${paragraph(sentences.join(' '))}${paragraph(hub.join(' '))}
${atLeastTable(period, figures)}${atLeastChart(figures)}${eachTable(period, figures)}${paragraph(words.source(source))}`;
}

function gapOf(gap: number): string {
  if (gap === 0) return words.toNational.level;
  return words.toNational[gap > 0 ? 'above' : 'below'](Math.abs(gap).toFixed(1));
}

function atLeastTable(period: string, { atLeast }: BenchmarkFigures): Html {
  const { table: text } = words;
  return table({
    caption: text.caption(period),
    stacks: true,
    firstCellIsHeader: true,
    head: [{ text: text.atLeast }, { text: text.count, format: 'numeric' }, { text: text.share, format: 'numeric' }],
    rows: atLeast.map(({ benchmarks, count, share }) => [
      { text: text.least(benchmarks) },
      { text: String(count), format: 'numeric' },
      { text: `${share}%`, format: 'numeric' },
    ]),
  });
}

function eachTable(period: string, { each }: BenchmarkFigures): Html {
  const { table: text } = words;
  return table({
    caption: words.eachCaption(period),
    stacks: true,
    firstCellIsHeader: true,
    head: [{ text: words.benchmark }, { text: text.count, format: 'numeric' }, { text: text.share, format: 'numeric' }],
    rows: each.map(({ benchmark, count, share }) => [
      { text: `${benchmark}. ${words.benchmarks[benchmark - 1] ?? ''}` },
      { text: String(count), format: 'numeric' },
      { text: `${share}%`, format: 'numeric' },
    ]),
  });
}

const line = 24;
const longest = 180;

function atLeastChart({ atLeast }: BenchmarkFigures): Html {
  const bars = atLeast.map(({ benchmarks, share }, index) => {
    const width = Math.round((share / 100) * longest);
    return html`<text class="app-chart__text" x="0" y="${index * line + 16}">${words.table.least(benchmarks)}</text><rect class="app-chart__bar" x="80" y="${index * line + 4}" width="${width}" height="16"></rect><text class="app-chart__text" x="${width + 86}" y="${index * line + 16}">${share}%</text>`;
  });
  const said = atLeast.map(({ benchmarks, share }) => `${words.table.least(benchmarks)}: ${share}%`).join(', ');
  return chartFrame(words.chart(said), atLeast.length * line, html`${bars}`);
}
