import { roundedQuotient } from '../statistics/rounding.ts';
import { england, type FigureStatus, indicatorRules, neighboursArea, withoutFigure } from './indicators.ts';
import type { IndicatorSeries, NeighbourList } from './items.ts';

/** One figure of a table, or what became of it. */
export type ComparedFigure = {
  readonly status: FigureStatus | 'no-figure';
  readonly value?: number | undefined;
  /** For a mean that we computed: of how many places. */
  readonly of?: number;
};

export type ComparedYear = {
  readonly year: number;
  readonly place: ComparedFigure;
  readonly neighbours: ComparedFigure;
  readonly england: ComparedFigure;
  /** Percentage points or scores above the neighbours and above England; below zero where the place is below. */
  readonly toNeighbours?: number;
  readonly toEngland?: number;
  /** By how much each has risen since the year before. */
  readonly since?: { readonly place?: number; readonly neighbours?: number; readonly england?: number };
};

/** One indicator of one place beside its neighbours and England, by one source. Every gap and change is computed here. */
export type Comparison = {
  readonly la: string;
  /** Decimals of the place's and England's figures. */
  readonly decimals: number;
  /** Decimals of the neighbours', of gaps and of changes: a mean of whole numbers gets one. */
  readonly finer: number;
  /** Whose average stands for the neighbours: the source's own, or ours of the list's places. */
  readonly neighbours: 'printed' | 'computed' | 'none';
  readonly years: readonly ComparedYear[];
};

/** Sets a series out for one place. `list` is the dated list that the series is compared with, if it is held. */
export function compare(series: IndicatorSeries, la: string, list: NeighbourList | undefined): Comparison {
  const { observations, indicator } = series;
  const printed = observations.some(({ area }) => area === neighboursArea);
  const neighbours = printed ? 'printed' : list ? 'computed' : 'none';
  const finer = neighbours === 'computed' ? Math.max(1, series.decimals) : series.decimals;
  const years: ComparedYear[] = [];
  for (const year of yearsOf(series)) {
    const figure = (area: string): ComparedFigure => {
      const found = observations.find((one) => one.area === area && one.year === year);
      if (!found) return { status: withoutFigure(indicator, year) ?? 'no-figure' };
      return { status: found.status, ...(found.value === undefined ? {} : { value: found.value }) };
    };
    const mean = printed ? figure(neighboursArea) : meanOf(list, figure, finer, withoutFigure(indicator, year));
    const now = { year, place: figure(la), neighbours: mean, england: figure(england) };
    years.push({ ...now, ...gaps(now, finer), ...rises(now, years.at(-1), finer) });
  }
  return { la, decimals: series.decimals, finer, neighbours, years };
}

/** From the first year that is held to the last, and those after it of which it is known that there is no figure. */
function yearsOf({ observations, indicator }: IndicatorSeries): number[] {
  const held = observations.map(({ year }) => year);
  const first = Math.min(...held);
  const known = Object.keys(indicatorRules[indicator].without).map(Number);
  const last = Math.max(...held);
  return held.length === 0 ? [] : Array.from({ length: Math.max(last, ...known) - first + 1 }, (_, index) => first + index);
}

function meanOf(
  list: NeighbourList | undefined,
  figure: (area: string) => ComparedFigure,
  decimals: number,
  gone: FigureStatus | undefined,
): ComparedFigure {
  const values = (list?.neighbours ?? []).flatMap(({ la }) => figure(la).value ?? []);
  if (values.length === 0) return { status: gone ?? 'no-figure' };
  const scale = 1000;
  const sum = values.reduce((total, value) => total + Math.round(value * scale), 0);
  const mean = Math.sign(sum) * roundedQuotient(Math.abs(sum), values.length * scale, decimals);
  return { status: 'published', value: mean, of: values.length };
}

type Figures = Pick<ComparedYear, 'year' | 'place' | 'neighbours' | 'england'>;

function gaps({ place, neighbours, england: all }: Figures, decimals: number) {
  return {
    ...difference('toNeighbours', place.value, neighbours.value, decimals),
    ...difference('toEngland', place.value, all.value, decimals),
  };
}

function rises(now: Figures, before: Figures | undefined, decimals: number): Pick<ComparedYear, 'since'> {
  if (!before) return {};
  const since = {
    ...difference('place', now.place.value, before.place.value, decimals),
    // A mean of other places than the year before says nothing about a change.
    ...(now.neighbours.of === before.neighbours.of &&
      difference('neighbours', now.neighbours.value, before.neighbours.value, decimals)),
    ...difference('england', now.england.value, before.england.value, decimals),
  };
  return Object.keys(since).length === 0 ? {} : { since };
}

/** On whole numbers, so that 56.7 less 61.3 is 4.6 and nothing besides. */
function difference<const K extends string>(name: K, one: number | undefined, other: number | undefined, decimals: number) {
  const scale = 10 ** decimals;
  const found: { [P in K]?: number } = {};
  if (one !== undefined && other !== undefined) found[name] = (Math.round(one * scale) - Math.round(other * scale)) / scale;
  return found;
}

/** The last year with a figure of the place itself. */
export function latestYear({ years }: Comparison): ComparedYear | undefined {
  return years.findLast(({ place }) => place.value !== undefined);
}
