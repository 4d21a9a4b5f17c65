import {
  type FigureStatus,
  type Indicator,
  indicatorRules,
  type MissingMarker,
  readFigure,
  statusOfMarker,
  withoutFigure,
} from './indicators.ts';
import type { Observation } from './items.ts';

/** One figure as it came in, checked by itself. */
export type NewFigure = Observation & { readonly indicator: Indicator; readonly decimals: number };

/** A cell that should hold a figure, with where it stands. */
export type TypedFigure = {
  readonly row: number;
  readonly column: string;
  readonly indicator: Indicator;
  readonly area: string;
  readonly year: number;
  readonly text: string;
  /** What stands in a column of its own where the figure is missing. */
  readonly marker?: string | undefined;
};

type Checked = NewFigure | { readonly fix: string };

/** Checks one figure: a number in its range or a mark, in a year of which there can be one. Gives what to mend otherwise. */
export function checkFigure(typed: TypedFigure): Checked {
  const cell = readFigure(typed.text);
  if (!cell) return { fix: 'Write a number, like 56.7, or one of the marks -, SUPP, NE, NP, LOWCOV, z, c, x' };
  if ('value' in cell) return checkValue(typed, cell);
  const mark = 'marker' in cell ? cell : readFigure(typed.marker ?? '');
  if (!mark || 'value' in mark) return { fix: 'Write one of the marks -, SUPP, NE, NP, LOWCOV, z, c, x' };
  return missing(typed, 'marker' in mark ? mark.marker : undefined);
}

function checkValue(
  { indicator, area, year, marker }: TypedFigure,
  { value, decimals }: { readonly value: number; readonly decimals: number },
): Checked {
  const [least, most] = indicatorRules[indicator].range;
  const gone = withoutFigure(indicator, year);
  if (marker !== undefined && marker.trim() !== '') return { fix: 'Give a figure or say why it is missing, not both' };
  if (value < least || value > most) return { fix: `Write a number from ${least} to ${most}` };
  if (gone !== undefined) return { fix: `There is no figure of ${year}: ${reasons[gone]}. Write - instead` };
  return { indicator, area, year, status: 'published', value, decimals };
}

/** A figure that is not there: in a year without any, for the reason that is known; else as the mark says. */
function missing({ indicator, area, year }: TypedFigure, marker: MissingMarker | undefined): NewFigure {
  const status = withoutFigure(indicator, year) ?? statusOfMarker[marker ?? '-'];
  return { indicator, area, year, status, decimals: 0, marker };
}

const reasons: Readonly<Record<FigureStatus, string>> = {
  published: 'it is published',
  'not-held': 'the tests were not held',
  'not-published': 'it is not published',
  suppressed: 'it is hidden',
  discontinued: 'it was given up before',
};
