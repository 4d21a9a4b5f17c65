import type { LocalSystem } from '../../system.ts';
import { httpClient } from '../http-client.ts';
import { publicPath } from './fill.ts';

type Figure = { readonly status: string; readonly value?: number };
export type ReadYear = {
  readonly year: number;
  readonly place: Figure;
  readonly neighbours: Figure;
  readonly england: Figure;
  readonly toEngland?: number;
  readonly since?: { readonly place?: number; readonly england?: number };
};
type ReadSeries = { readonly indicator: string; readonly source: string; readonly years: readonly ReadYear[] };
type ReadBenchmarks = {
  readonly assessed: number;
  readonly mean: number;
  readonly atLeast: readonly { readonly benchmarks: number; readonly share: number }[];
  readonly each: readonly object[];
  readonly hub: readonly { readonly members: number; readonly all: number }[];
};
type ReadJudgements = { readonly framework: string; readonly counts: readonly { readonly category: string }[] };

/** The public page as everybody reads it: its data, and the first table of its HTML as text. */
export type ReadContext = {
  readonly series: readonly ReadSeries[];
  readonly benchmarks: readonly ReadBenchmarks[];
  readonly judgements: readonly ReadJudgements[];
  readonly table: readonly (readonly string[])[];
  readonly csvRows: number;
};

/** Reads the public page, its data and its file. */
export async function readContext({ origin }: LocalSystem): Promise<ReadContext> {
  const data: Omit<ReadContext, 'table' | 'csvRows'> = JSON.parse(JSON.stringify(await httpClient(origin).read(publicPath)));
  const page = await (await fetch(origin + publicPath, { headers: { accept: 'text/html' } })).text();
  const csv = await (await fetch(`${origin}${publicPath}/figures.csv`)).text();
  return { ...data, table: tableIn(page), csvRows: csv.trim().split('\r\n').length - 1 };
}

/** The body of the first table of a page: its cells' texts, row by row. */
function tableIn(page: string): string[][] {
  const body = /<tbody[^>]*>([^]*?)<\/tbody>/.exec(page)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim()),
  );
}

/** The years of an indicator. */
export function yearsOf({ series }: Pick<ReadContext, 'series'>, indicator: string): readonly ReadYear[] {
  return series.find((one) => one.indicator === indicator)?.years ?? [];
}
