import { AppError } from '../../kernel/errors.ts';
import { idOf } from '../../kernel/ids.ts';
import { searchForm } from '../../kernel/text.ts';
import type { Instant } from '../../kernel/time.ts';
import type { NewFigure } from './figure.ts';
import type { Indicator } from './indicators.ts';
import type { IndicatorSeries, Observation } from './items.ts';

/** Where figures come from, and what they are compared with. */
export type FiguresSource = {
  readonly programme: string;
  readonly source: string;
  readonly address?: string | undefined;
  /** The dated list of neighbours; as before where it is left out. */
  readonly list?: string | undefined;
};

/** The id of one indicator by one source, however the source is spelt. */
export function seriesId({ programme, source }: FiguresSource, indicator: Indicator): string {
  return idOf('series', programme, indicator, searchForm(source));
}

/** What new figures do to a series: how many are new, say something else than before, or are as they were. */
export type SeriesChange = {
  readonly next: IndicatorSeries;
  readonly added: number;
  readonly changed: readonly { readonly before: Observation; readonly after: Observation }[];
  readonly same: number;
};

/** Takes figures of one indicator into its series. Figures of other years and places stay as they are. */
export function mergeFigures(
  current: IndicatorSeries | undefined,
  figures: readonly NewFigure[],
  { indicator, from, now }: { readonly indicator: Indicator; readonly from: FiguresSource; readonly now: Instant },
): SeriesChange {
  const held = new Map((current?.observations ?? []).map((one) => [keyOf(one), one]));
  const changed: SeriesChange['changed'][number][] = [];
  let [added, same] = [0, 0];
  for (const { indicator: _, decimals: __, ...figure } of figures) {
    const before = held.get(keyOf(figure));
    if (!before) added += 1;
    else if (before.value === figure.value && before.status === figure.status) same += 1;
    else changed.push({ before, after: figure });
    held.set(keyOf(figure), figure);
  }
  const { programme, source, address, list } = from;
  const series: IndicatorSeries = current ?? {
    programme,
    series: seriesId(from, indicator),
    indicator,
    source,
    decimals: 0,
    observations: [],
    changedAt: now,
    version: 0,
  };
  const next: IndicatorSeries = {
    ...series,
    address: address ?? series.address,
    list: list ?? series.list,
    decimals: Math.max(series.decimals, ...figures.map(({ decimals }) => decimals)),
    observations: [...held.values()].sort((a, b) => a.year - b.year || a.area.localeCompare(b.area)),
    changedAt: now,
    version: series.version + 1,
  };
  return { next, added, changed, same };
}

/** Refuses figures that are there already and say something else, unless they are meant to. Conflict `figure-there`. */
export function requireNew({ changed }: SeriesChange): void {
  const [first] = changed;
  if (!first) return;
  const { year, value, status } = first.before;
  const message = `${year} is there already: ${value ?? status.replace('-', ' ')}. Tick the box to replace it.`;
  throw new AppError('conflict', 'figure-there', message, [{ path: 'replace', message }]);
}

function keyOf({ area, year }: Pick<Observation, 'area' | 'year'>): string {
  return `${year} ${area}`;
}
