import type { ComparedFigure, Comparison } from '#shared/domain/context/comparison.ts';
import type { Indicator } from '#shared/domain/context/indicators.ts';
import { chartFrame } from '../chart.ts';
import { html, type Html } from '../html.ts';
import { contextContent as words } from './content.en.ts';
import { sayFigure } from './say.ts';

const height = 200;
const top = 12;
const bottom = 176;
const left = 34;
const right = 226;
/** Names at the ends of the lines keep so far apart. */
const apart = 14;

type Line = { readonly name: string; readonly figures: readonly ComparedFigure[]; readonly decimals: number };

/** A line for each place through the years; a year without a figure breaks it. */
export function yearsChart(indicator: Indicator, comparison: Comparison, place: string): Html | undefined {
  const { years, decimals, finer } = comparison;
  const lines: Line[] = [
    { name: place, figures: years.map((one) => one.place), decimals },
    { name: words.chartNeighbours, figures: years.map((one) => one.neighbours), decimals: finer },
    { name: words.table.england, figures: years.map((one) => one.england), decimals },
  ].filter(({ figures }) => figures.some(({ value }) => value !== undefined));
  const values = lines.flatMap(({ figures }) => figures.flatMap(({ value }) => value ?? []));
  if (values.length === 0 || years.length < 2) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const across = (index: number) => Math.round(left + (index / (years.length - 1)) * (right - left));
  const down = (value: number) => Math.round(bottom - ((value - least) / (most - least || 1)) * (bottom - top));
  const ends = namesApart(lines.map(({ figures }) => down(figures.findLast(({ value }) => value !== undefined)?.value ?? least)));
  const drawn = lines.map(({ name, figures }, at) => {
    const path = pathOf(figures, across, down);
    const dots = figures.flatMap(({ value }, index) =>
      value === undefined ? [] : [html`<circle class="app-chart__bar" cx="${across(index)}" cy="${down(value)}" r="2"></circle>`],
    );
    const text = html`<text class="app-chart__text app-chart__text--small" x="${right + 6}" y="${(ends[at] ?? 0) + 4}">${name}</text>`;
    return html`<path class="app-chart__line app-chart__line--${at + 1}" d="${path}"></path>${dots}${text}`;
  });
  const scale = [least, most].map(
    (value) =>
      html`<text class="app-chart__text app-chart__text--small" x="0" y="${down(value) + 4}">${sayFigure(indicator, { status: 'published', value }, finer)}</text>`,
  );
  const axis = [0, years.length - 1].map(
    (index) =>
      html`<text class="app-chart__text app-chart__text--small" x="${across(index) - 12}" y="${height - 4}">${years[index]?.year}</text>`,
  );
  const said = lines.map((line) => words.chartLine(line.name, saysOf(indicator, line, comparison))).join('; ');
  return chartFrame(words.chart(words.indicators[indicator], said), height, html`${scale}${axis}${drawn}`);
}

function pathOf(figures: readonly ComparedFigure[], across: (index: number) => number, down: (value: number) => number): string {
  return figures
    .flatMap(({ value }, index) => {
      if (value === undefined) return [];
      const begins = figures[index - 1]?.value === undefined;
      return [`${begins ? 'M' : 'L'}${across(index)} ${down(value)}`];
    })
    .join(' ');
}

/** Heights for names, each at least a line below the one above, in the order in which they were given. */
function namesApart(heights: readonly number[]): number[] {
  const order = heights.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  let last = -apart;
  for (const { at, index } of order) {
    last = Math.max(at, last + apart);
    placed[index] = last;
  }
  const over = Math.max(0, last - bottom);
  return placed.map((at) => at - over);
}

function saysOf(indicator: Indicator, { figures, decimals }: Line, { years }: Comparison): string {
  return figures
    .flatMap((figure, index) =>
      figure.value === undefined ? [] : [`${years[index]?.year} ${sayFigure(indicator, figure, decimals)}`],
    )
    .join(', ');
}
