import type { LocalSystem } from '../../system.ts';
import { httpClient } from '../http-client.ts';
import type { LineName } from './inputs.ts';

type Change = { readonly text: string; readonly n: number; readonly change: number };
type Changes = { readonly matched: number; readonly changes: readonly Change[] };
type Data = {
  readonly line: { readonly pence: number; readonly spent: number };
  readonly progress: readonly { readonly deliverable: string; readonly delivered: number }[];
  readonly coverage: readonly { readonly held: Readonly<Record<string, number>>; readonly gaps: readonly string[] }[];
  readonly balance: { readonly counts?: { readonly women: number; readonly men: number } };
  readonly changes: Changes | null;
  readonly byBand: readonly { readonly band: string; readonly changes: Changes }[];
};

/** One funder's report as its reader has it: its data, its page and its file. */
export type ReadReport = Data & {
  /** What the page prints as the amount: `150000`. */
  readonly amountShown: string;
  readonly csv: readonly string[];
};

/** Reads the reports of both funders. */
export async function readReports(
  { origin }: LocalSystem,
  { base, cookie }: { readonly base: string; readonly cookie: string },
): Promise<Readonly<Record<LineName, ReadReport>>> {
  const one = async (line: LineName): Promise<ReadReport> => {
    const path = `${base}/lines/${line}/report`;
    const client = httpClient(origin);
    const data: Data = JSON.parse(JSON.stringify(await client.read(path, cookie)));
    const page = await client.page(path, cookie);
    const csv = await client.page(`${path}/report.csv`, cookie);
    const [, amount = ''] = /Amount\s*<\/dt>\s*<dd[^>]*>\s*£([\d,.]+)/.exec(page) ?? [];
    return { ...data, amountShown: amount.replaceAll(',', ''), csv: csv.trim().split('\r\n') };
  };
  return { 'opportunity-area': await one('opportunity-area'), 'equality-hub': await one('equality-hub') };
}
