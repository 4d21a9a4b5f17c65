import type { PublicStatement } from '#shared/domain/disclosure/public-statement.ts';
import type { PublicTable } from '#shared/domain/disclosure/public-table.ts';
import { localDate } from '#shared/kernel/time.ts';
import { chartFrame, chartWidth } from '../chart.ts';
import { html, type Html } from '../html.ts';
import { sayNumber, sayWeekday } from '../say.ts';
import { reportContent as words } from './content.en.ts';

const line = 30;

/** Bars of pupils by day. Hidden days have none. Takes only what has passed the gate. */
export function daysChart({ rows, rowTotals }: PublicTable): Html | undefined {
  const bars = rows.flatMap((day, index) => {
    const pupils = rowTotals[index];
    return pupils === null || pupils === undefined ? [] : [{ day: sayWeekday(localDate.parse(day)), pupils }];
  });
  if (bars.length === 0) return undefined;
  const most = Math.max(1, ...bars.map(({ pupils }) => pupils));
  const said = bars.map(({ day, pupils }) => words.days.bar(day, sayNumber(pupils))).join(', ');
  return chart(
    words.days.chart(said),
    bars.length,
    bars.map(
      ({ day, pupils }, index) =>
        html`<text class="app-chart__text" x="0" y="${index * line + 19}">${day}</text><rect class="app-chart__bar" x="90" y="${index * line + 5}" width="${length(pupils, most, 175)}" height="20"></rect><text class="app-chart__text" x="${95 + length(pupils, most, 175)}" y="${index * line + 19}">${sayNumber(pupils)}</text>`,
    ),
  );
}

/** Means as dots on the scale from 1 to 5, each with its likely range. Takes only what has passed the gate. */
export function meansChart(statements: readonly PublicStatement[]): Html | undefined {
  const shown = statements.flatMap(({ text, mean, interval }) =>
    mean === undefined || !interval ? [] : [{ text, mean, ...interval }],
  );
  if (shown.length === 0) return undefined;
  const said = shown
    .map(({ text, mean, low, high }) => words.chart.mean(text, mean.toFixed(2), low.toFixed(2), high.toFixed(2)))
    .join('; ');
  const place = (value: number) => Math.round(10 + ((value - 1) / 4) * (chartWidth - 20));
  const scale = [1, 2, 3, 4, 5].map(
    (value) =>
      html`<line class="app-chart__grid" x1="${place(value)}" y1="0" x2="${place(value)}" y2="${shown.length * 44}"></line><text class="app-chart__text" x="${place(value) - 4}" y="${shown.length * 44 + 16}">${value}</text>`,
  );
  const dots = shown.map(
    ({ text, mean, low, high }, index) =>
      html`<text class="app-chart__text app-chart__text--small" x="0" y="${index * 44 + 14}">${text}</text><line class="app-chart__range" x1="${place(low)}" y1="${index * 44 + 28}" x2="${place(high)}" y2="${index * 44 + 28}"></line><circle class="app-chart__bar" cx="${place(mean)}" cy="${index * 44 + 28}" r="6"></circle>`,
  );
  return chartFrame(words.chart.scale(said), shown.length * 44 + 22, html`${scale}${dots}`);
}

function length(value: number, most: number, longest: number): number {
  return Math.round((value / most) * longest);
}

function chart(label: string, lines: number, inside: readonly Html[]): Html {
  return chartFrame(label, lines * line, html`${inside}`);
}
