/** What became of a figure: published; not held, as no tests took place; held but not published; hidden, as few pupils stand behind it; given up. */
export const figureStatuses = ['published', 'not-held', 'not-published', 'suppressed', 'discontinued'] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/** What a city is measured by, beside its programme. */
export const indicators = ['ks2-expected', 'attainment-8', 'progress-8', 'good-or-outstanding'] as const;
export type Indicator = (typeof indicators)[number];

type IndicatorRules = {
  /** The least and the most that a figure can be. */
  readonly range: readonly [least: number, most: number];
  readonly percent: boolean;
  /** Whether a figure above zero is written with its sign. */
  readonly signed: boolean;
  /** What DfE's files call it, in the form that names are searched by. */
  readonly named: readonly string[];
  /** Years of which no figure can be, by what became of it. A year is the one in which the school year ends. */
  readonly without: Readonly<Record<number, FigureStatus>>;
};

/**
 * The rules of each indicator. KS2 tests were not held in 2020 and 2021. Progress 8 was not published for 2020 and 2021, nor is
 * it for 2025 and 2026, whose pupils had no KS2 tests to start from (DfE, “Secondary accountability measures”). Ofsted gives no
 * overall judgement from September 2024, so there is no share of good schools since.
 */
export const indicatorRules: Readonly<Record<Indicator, IndicatorRules>> = {
  'ks2-expected': {
    range: [0, 100],
    percent: true,
    signed: false,
    named: ['ks2 rwm expected pct', 'pt rwm met expected standard'],
    without: { 2020: 'not-held', 2021: 'not-held' },
  },
  'attainment-8': {
    range: [0, 90],
    percent: false,
    signed: false,
    named: ['ks4 attainment8', 'attainment 8', 'avg att8', 'attainment8 average'],
    without: {},
  },
  'progress-8': {
    range: [-6, 6],
    percent: false,
    signed: true,
    named: ['ks4 progress8', 'progress 8', 'avg p8score', 'progress8 average'],
    without: { 2020: 'not-published', 2021: 'not-published', 2025: 'not-published', 2026: 'not-published' },
  },
  'good-or-outstanding': {
    range: [0, 100],
    percent: true,
    signed: false,
    named: ['good or outstanding', 'pupils in good or outstanding schools'],
    without: { 2025: 'discontinued' },
  },
};

/** What became of an indicator in a year of which no figure can be. */
export function withoutFigure(indicator: Indicator, year: number): FigureStatus | undefined {
  const { without } = indicatorRules[indicator];
  if (without[year]) return without[year];
  const ended = Object.entries(without).find(([, status]) => status === 'discontinued');
  return ended && year >= Number(ended[0]) ? 'discontinued' : undefined;
}

/** The area that stands for all of England, as DfE's files number it. */
export const england = '970';
/** The area of a neighbours' average that a source prints, without saying of whom. */
export const neighboursArea = 'neighbours';

/** What DfE writes where a figure is missing, and what became of that figure. */
export const missingMarkers = ['-', 'SUPP', 'NE', 'NP', 'LOWCOV', 'z', 'c', 'x'] as const;
export type MissingMarker = (typeof missingMarkers)[number];

/** NE: nobody was entered. LOWCOV: too few pupils count. z: does not apply. c: hidden. x: not available. */
export const statusOfMarker: Readonly<Record<MissingMarker, FigureStatus>> = {
  '-': 'not-published',
  SUPP: 'suppressed',
  NE: 'not-held',
  NP: 'not-published',
  LOWCOV: 'not-published',
  z: 'not-held',
  c: 'suppressed',
  x: 'not-published',
};

/** A cell of a file or a box: a number with its decimals, a marker, or neither. */
export type FigureCell =
  | { readonly value: number; readonly decimals: number }
  | { readonly marker: MissingMarker }
  | { readonly blank: true };

/** Reads what stands for a figure: `56.7`, `56.7%`, `+0.01`, `−0.14`, `SUPP`, nothing. Undefined for anything else. */
export function readFigure(text: string): FigureCell | undefined {
  const plain = text.replace(/[\s%]/g, '').replace(/[−–]/g, '-').replace(/^\+/, '');
  if (plain === '') return { blank: true };
  const marker = missingMarkers.find((one) => one.toLowerCase() === plain.toLowerCase());
  if (marker) return { marker };
  if (!/^-?\d{1,4}(?:\.\d{1,3})?$/.test(plain)) return undefined;
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}
