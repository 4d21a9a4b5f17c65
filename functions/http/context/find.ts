import { commonPlaces } from '#shared/domain/context/figures-layout.ts';
import { compare } from '#shared/domain/context/comparison.ts';
import { indicators } from '#shared/domain/context/indicators.ts';
import type { IndicatorSeries, NeighbourList } from '#shared/domain/context/items.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Place } from '#web/context/console.ts';
import type { ShownSeries } from '#web/context/page.ts';

/** What is held of a programme's city. */
export type Held = {
  readonly series: readonly IndicatorSeries[];
  readonly lists: readonly NeighbourList[];
  readonly places: readonly Place[];
};

/** Everything that is held of a city, in the order of its pages. */
export async function findContext(programme: Programme, read: TableReader): Promise<Held> {
  const [series, lists, places] = await Promise.all([
    read.list('indicatorSeries', programme),
    read.list('neighbourList', programme),
    placesOf(programme, read),
  ]);
  const order = (one: IndicatorSeries) => indicators.indexOf(one.indicator);
  return { series: series.sort((a, b) => order(a) - order(b) || a.source.localeCompare(b.source)), lists, places };
}

/** The programme's own places: of several the register gives the names, one is the programme's city. */
async function placesOf({ localAuthorities, city }: Programme, read: TableReader): Promise<Place[]> {
  if (localAuthorities.length === 1) return localAuthorities.map((la) => ({ la, name: city }));
  const known = new Map((await read.list('registerLa', {})).map(({ la, name }) => [la, name]));
  return localAuthorities.map((la) => ({ la, name: known.get(la) ?? la }));
}

/** Each series set out for each place that it has figures of. */
export function shownIn({ series, lists, places }: Held): ShownSeries[] {
  return series.flatMap((one) =>
    places
      .filter(({ la }) => one.observations.some(({ area }) => area === la))
      .map(({ la, name }) => {
        const list = lists.find((held) => held.la === la && held.list === one.list);
        return { series: one, place: name, list, comparison: compare(one, la, list) };
      }),
  );
}

/** The places whose figures are kept: the programme's own, their neighbours on any list, and all of England. */
export function keptPlaces({ lists, places }: Held): { area: string; names: string[] }[] {
  const own = places.map(({ la, name }) => ({ area: la, names: [name] }));
  const near = lists.flatMap(({ neighbours }) => neighbours.map(({ la, name }) => ({ area: la, names: [name] })));
  const all = [...own, ...commonPlaces.map(({ area, names }) => ({ area, names: [...names] })), ...near];
  return [...new Map(all.map((one) => [one.area, one])).values()];
}

/** What a place is called. */
export function nameOf(area: string, held: Held): string {
  return keptPlaces(held).find((one) => one.area === area)?.names[0] ?? area;
}
