import { sectorIds } from '#shared/domain/funding/sectors.ts';
import { evaluationContent } from './evaluation.en.ts';
import type { ReportParams } from './report.ts';

/** One line of the report's file. What has no place in a column stays empty. */
type Row = {
  readonly part: string;
  readonly what: string;
  readonly unit: string;
  readonly target?: number | undefined;
  readonly value?: number | undefined;
  readonly n?: number | string | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly detail?: string | undefined;
};

/** The columns in their order, whatever the first row has. */
const empty: Row = {
  part: '',
  what: '',
  unit: '',
  target: undefined,
  value: undefined,
  n: undefined,
  low: undefined,
  high: undefined,
  detail: undefined,
};

/** The figures of a report as rows: what others published stands last, with its base. */
export function reportRows(report: ReportParams): Row[] {
  const rows: Row[] = [...moneyIn(report), ...deliveredIn(report), ...reachIn(report), ...saidIn(report), ...quotedIn(report)];
  return rows.map((row) => ({ ...empty, ...row }));
}

function moneyIn({ line, spends }: ReportParams): Row[] {
  const pounds = (what: string, pence: number): Row => ({ part: 'money', what, unit: 'pounds', value: pence / 100 });
  return [
    { ...pounds('amount', line.pence), detail: `${line.funder}, ${line.year}` },
    pounds('spent', line.spent),
    pounds('left', line.pence - line.spent),
    ...spends.map(({ on, pence, what, evidence }) => ({ ...pounds(what, pence), part: 'spent', detail: `${on} ${evidence}` })),
  ];
}

function deliveredIn({ progress }: ReportParams): Row[] {
  return progress.flatMap(({ what, unit, target, delivered, outputs }) => [
    { part: 'deliverable', what, unit, target, value: delivered },
    ...outputs.map(({ title, kind, on, pupils }) => ({
      part: 'output',
      what: title,
      unit: kind,
      value: kind === 'wave' ? undefined : pupils,
      detail: `${on} ${what}`,
    })),
  ]);
}

function reachIn({ coverage, balance, allocation, called }: ReportParams): Row[] {
  const { visits, said, counts } = balance;
  const models = counts ? Object.entries(counts) : [];
  return [
    ...coverage.flatMap(({ urn, held }) =>
      sectorIds.map((sector) => ({
        part: 'coverage',
        what: sector,
        unit: 'sessions',
        value: held[sector],
        detail: called.get(urn) ?? urn,
      })),
    ),
    { part: 'role models', what: 'visits', unit: 'visits', value: visits, n: said },
    ...models.map(([what, value]) => ({ part: 'role models', what, unit: 'visits', value, n: said })),
    ...allocation.map(({ urn, band, sessions, pence }) => ({
      part: 'need',
      what: called.get(urn) ?? urn,
      unit: 'sessions',
      value: sessions,
      detail: `${band ?? evaluationContent.need.unknown}; spent ${pence / 100} pounds`,
    })),
  ];
}

function saidIn({ waves, changes, byBand }: ReportParams): Row[] {
  const all = changes ? [{ band: undefined, changes }, ...byBand] : [];
  return [
    ...waves.flatMap(({ wave, figures }) =>
      figures.map(({ text, n, mean, interval }) => ({
        part: `wave, ${wave.audience}`,
        what: text,
        unit: 'mean from 1 to 5',
        value: mean,
        n,
        ...interval,
        detail: `${wave.on} ${wave.title}`,
      })),
    ),
    ...all.flatMap(({ band, changes: { changes: each } }) =>
      each.map(({ text, unit, n, change, low, high }) => ({
        part: 'paired change',
        what: text,
        unit,
        value: change,
        n,
        low,
        high,
        detail: band === undefined ? undefined : evaluationContent.band(evaluationContent.need.bands[band]),
      })),
    ),
  ];
}

function quotedIn({ quotes }: ReportParams): Row[] {
  const { notPublished: n } = evaluationContent.quote;
  return quotes.flatMap(({ text, before, after, source }) => [
    ...(before === undefined ? [] : [{ part: 'quoted', what: text, unit: 'per cent, before', value: before, n, detail: source }]),
    { part: 'quoted', what: text, unit: before === undefined ? 'per cent' : 'per cent, after', value: after, n, detail: source },
  ]);
}
