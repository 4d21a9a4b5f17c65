import type { ComparedFigure } from '#shared/domain/context/comparison.ts';
import { type Indicator, indicatorRules } from '#shared/domain/context/indicators.ts';
import { figuresContent as words } from './figures.en.ts';

/** A figure as its source prints it: `49.0%`, `44.3`, `+0.01`; or what became of it. */
export function sayFigure(indicator: Indicator, { value, status }: ComparedFigure, decimals: number): string {
  if (value === undefined) return words.statuses[status];
  const { percent, signed } = indicatorRules[indicator];
  return `${signed && value > 0 ? '+' : ''}${sayPlain(value, decimals)}${percent ? '%' : ''}`;
}

/** A gap with its sign: `+1.1`, `−4.6`. */
export function sayGap(gap: number | undefined, decimals: number): string {
  if (gap === undefined) return words.statuses['no-figure'];
  return `${gap > 0 ? '+' : ''}${sayPlain(gap, decimals)}`;
}

/** How large a gap or a change is, without its sign: `4.6 points`. */
export function saySize(indicator: Indicator, size: number, decimals: number): string {
  const unit = indicatorRules[indicator].percent ? ` ${words.points.percent}` : '';
  return `${Math.abs(size).toFixed(decimals)}${unit}`;
}

function sayPlain(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', '−');
}
