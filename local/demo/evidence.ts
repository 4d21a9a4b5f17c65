import { type ReportDocument, reportDocument } from '#shared/domain/report/items.ts';
import { parse } from 'csv-parse/sync';
import { attackStatement, attackTable } from '#shared/domain/disclosure/attack.ts';
import { tablesIn, valueIn } from '#shared/domain/report/document.ts';
import { isRebuilt } from '#shared/domain/report/report-edition.ts';
import { snapshotOf } from '#shared/domain/report/snapshot.ts';
import { reportContent } from '#web/report/content.en.ts';
import { comparisonsWith } from '#web/report/editions.ts';
import { performanceReport } from './printed-2025.ts';
import type { LocalSystem } from '../system.ts';
import { filesAgree } from './files.ts';
import type { Published } from './publish.ts';

const { reasons } = reportContent.printed;

/** What was shown of a report, in lines, and what did not hold. */
export type Evidence = { readonly lines: readonly string[]; readonly problems: readonly string[] };

/** Counts every figure again from its exported rows, rebuilds the frozen report and attacks what it hides. */
export async function evidenceOf(system: LocalSystem, { report, secondCookie }: Published): Promise<Evidence> {
  const parts = [
    await recounted(system, report, secondCookie),
    await rebuilt(system, report),
    attacked(report),
    printedOf(report),
    await checkedSentence(system, report, secondCookie),
    await filesAgree(system.origin, report),
  ];
  return { lines: parts.flatMap(({ lines }) => lines), problems: parts.flatMap(({ problems }) => problems) };
}

/** Puts a sentence of the performance report into the organiser's box, beside its own table. */
async function checkedSentence({ origin }: LocalSystem, { edition }: ReportDocument, cookie: string): Promise<Evidence> {
  const response = await fetch(`${origin}/organiser/editions/${edition}/impact/check`, {
    method: 'POST',
    headers: { cookie, accept: 'application/json', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(performanceReport),
  });
  const answer: unknown = await response.json();
  const text = JSON.stringify(answer);
  const says = /"says":"([^"]+)"/.exec(text)?.[1];
  const flagged = text.includes('"verdict":"wrong"');
  return {
    lines: [`“${performanceReport.sentence}” is ${flagged ? `flagged: ${says}` : 'NOT flagged'}`],
    problems: flagged ? [] : ['a sentence that its own table contradicts was not flagged'],
  };
}

type CsvRow = Readonly<Record<string, string>>;

async function recounted(system: LocalSystem, report: ReportDocument, cookie: string): Promise<Evidence> {
  const problems: string[] = [];
  for (const { figure, rows } of report.figures) {
    const path = `/organiser/editions/${report.edition}/impact/${report.version}/figures/${figure}?as=csv`;
    const text = await (await fetch(system.origin + path, { headers: { cookie, accept: 'text/html' } })).text();
    const records: CsvRow[] = parse(text, { columns: true, bom: true });
    const again = countAgain(figure, records);
    const printed = valueIn(report, figure);
    if (records.length !== rows) problems.push(`${figure}: ${records.length} rows exported, ${rows} in its passport`);
    if (printed !== undefined && again !== undefined && again !== printed)
      problems.push(`${figure}: ${again} from its rows, ${printed} printed`);
  }
  return { lines: [`Passports: ${report.figures.length} figures counted again from their exported rows`], problems };
}

/** By the demo's own arithmetic. The fewest children are left to the system's: its tests try them out. */
function countAgain(figure: string, records: readonly CsvRow[]): number | undefined {
  const sum = (field: string) => records.reduce((total, row) => total + Number(row[field] ?? 0), 0);
  const distinct = (field: string) => new Set(records.map((row) => row[field])).size;
  if (figure === 'schools' || figure === 'hosts') return distinct('urn');
  if (figure === 'organisations') return distinct('organisation');
  if (figure === 'events') return distinct('event');
  if (figure === 'sessions') return sum('sessions');
  if (figure.startsWith('pupils-')) return sum('pupils');
  if (!figure.startsWith('statement-')) return undefined;
  const counts = [1, 2, 3, 4, 5].map((answer) => sum(`answer${answer}`));
  const n = counts.reduce((total, one) => total + one, 0);
  const hundredfold = counts.reduce((total, one, index) => total + one * (index + 1), 0) * 1000;
  return n === 0 ? undefined : Math.floor((hundredfold / n + 5) / 10) / 100;
}

async function rebuilt({ engine }: LocalSystem, { edition }: ReportDocument): Promise<Evidence> {
  const { dynamoReader } = await import('#functions/runtime/table.ts');
  const read = dynamoReader({ TABLE_NAME: engine.tableName });
  const item = await read.get('report', { edition });
  if (!item) return { lines: [], problems: ['nothing is published'] };
  const source = snapshotOf(edition, item.snapshot, await read.list('snapshotPart', { edition, snapshot: item.snapshot }));
  const same = isRebuilt({ ...item, document: reportDocument.parse(item.document) }, source, undefined);
  return {
    lines: [
      `Frozen report, version ${item.version}: ${same ? 'rebuilt to the same bytes' : 'NOT rebuilt'}, SHA-256 ${item.digest.slice(0, 16)}…`,
    ],
    problems: same ? [] : ['the frozen report cannot be rebuilt'],
  };
}

function attacked(report: ReportDocument): Evidence {
  const found = [...report.statements.flatMap(attackStatement), ...tablesIn(report).flatMap(attackTable)];
  const exposed = found.filter((one) => one.exposed);
  return {
    lines: [`Attack with every printed number on ${found.length} hidden counts: ${exposed.length} exposed`],
    problems: exposed.map(({ cell, low, high }) => `${cell} must be between ${low} and ${high}`),
  };
}

function printedOf(report: ReportDocument): Evidence {
  const lines = report.printed.flatMap((one) => [
    `Printed by ${one.source}:`,
    ...comparisonsWith(one, report).map(
      ({ figure, says, other = 'nothing', why }) => `  ${figure}: ${says}; ours ${other}. ${reasons[why]}`,
    ),
  ]);
  return { lines, problems: [] };
}
