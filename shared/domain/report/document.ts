import { tokenHash } from '../../kernel/ids.ts';
import { canonicalJson } from '../../kernel/text.ts';
import { gateChanges } from '../disclosure/gate-changes.ts';
import { gateChildren } from '../disclosure/gate-shares.ts';
import { gateAgain, gateTable } from '../disclosure/gate.ts';
import type { PublicChanges } from '../disclosure/public-changes.ts';
import type { PublicChildren } from '../disclosure/public-shares.ts';
import type { PublicTable } from '../disclosure/public-table.ts';
import { disclosureRules } from '../disclosure/rules.ts';
import { pupilsOnce, pupilsTwice } from '../instruments/pupils.ts';
import { saidByAll } from '../pupils/counts.ts';
import { plainChanges } from './childrens-figures.ts';
import { pupilsByDay } from './day-figure.ts';
import type { FigurePart, Row } from './figure-definition.ts';
import { figureDefinitions } from './figures.ts';
import { reportDocument, type ReportDocument } from './items.ts';
import type { Snapshot } from './snapshot.ts';
import { answersIn, type ReportStatement, reportStatements } from './statement-figures.ts';

/** What an organiser and the store give to a report, besides the source of its figures. */
export type ReportWords = Pick<ReportDocument, (typeof ofWords)[number]>;
const ofWords = [
  'editionName',
  'version',
  'asOf',
  'quotes',
  'credits',
  'summary',
  'pledges',
  'actions',
  'years',
  'printed',
] as const;

/** The version before: its document and the source it was made from. */
export type EarlierReport = { readonly document: ReportDocument; readonly snapshot: Snapshot };

/** Makes the report. The same parts always give the same bytes (`reportBytes`). */
export function buildReport(snapshot: Snapshot, words: ReportWords, earlier?: EarlierReport): ReportDocument {
  const children = childrenOf(snapshot, earlier?.document);
  const course = courseOf(snapshot, earlier?.document);
  const figures = figureDefinitions.flatMap(({ figure, rows, count }) => {
    const behind = rows(snapshot);
    // What nobody was asked is not printed, but for the schools, whom every week asks.
    if (behind.length === 0 && mayBeMissing(figure)) return [];
    const value = figure.startsWith('statement-') ? undefined : count(behind);
    return { figure, value, rows: behind.length, digest: rowsDigest(snapshot.snapshot, behind) };
  });
  const gated = reportStatements.flatMap((one) => {
    const rows = one.rows(snapshot);
    if (rows.length === 0 && one.audience !== 'schools') return [];
    const before = earlier?.document.statements.find(({ statement }) => statement === one.statement);
    return [gateAgain(plainStatement(one, rows), before, earlier?.document.version ?? 0)];
  });
  const byDay = gateTable(pupilsByDay(snapshot));
  return reportDocument.parse({
    ...Object.fromEntries(ofWords.map((name) => [name, words[name]])),
    edition: snapshot.edition,
    rules: disclosureRules.version,
    figures,
    statements: gated,
    ...(byDay ? { pupilsByDay: byDay } : {}),
    ...(children.length > 0 ? { children } : {}),
    ...(course ? { course } : {}),
    changes: earlier ? changesSince(earlier, snapshot) : [],
  });
}

function childrenOf({ schools }: Snapshot, earlier: ReportDocument | undefined): PublicChildren[] {
  return saidByAll(schools).flatMap((said) => {
    if (said.instrument !== pupilsOnce.instrument) return [];
    const before = earlier?.children?.find(({ instrument }) => instrument === said.instrument);
    return [gateChildren(pupilsOnce, said, earlier && { children: before, version: earlier.version })];
  });
}

function courseOf(snapshot: Snapshot, earlier: ReportDocument | undefined): PublicChanges | undefined {
  const said = saidByAll(snapshot.schools).find(({ instrument }) => instrument === pupilsTwice.instrument);
  if (!said?.course) return undefined;
  return gateChanges(said.course, plainChanges(snapshot), earlier && { course: earlier.course, version: earlier.version });
}

/** A report's bytes, as its digest is taken of them. */
export function reportBytes(document: ReportDocument): string {
  return canonicalJson(document);
}

/**
 * A proof of the rows behind a figure that says nothing about them: a digest with the snapshot's own random id in it, which
 * is exported with the rows. Without it nobody can try out rows until they fit.
 */
export function rowsDigest(snapshot: string, rows: readonly object[]): string {
  return tokenHash(`${snapshot}\n${canonicalJson(rows)}`);
}

function mayBeMissing(figure: string): boolean {
  const statement = reportStatements.find((one) => `statement-${one.statement}` === figure);
  return /^(?:childrens-|course-|pupils-by-day$)/.test(figure) || (statement !== undefined && statement.audience !== 'schools');
}

function plainStatement({ statement, text }: ReportStatement, rows: readonly Row[]) {
  const sum = (field: string) => rows.reduce((total, row) => total + Number(row[field] ?? 0), 0);
  return {
    statement,
    text,
    invited: sum('asked'),
    respondents: sum('answered'),
    answers: answersIn(rows),
    schools: new Set(rows.filter((row) => answersIn([row]).some((count) => count > 0)).map(({ urn }) => urn)).size,
  };
}

function changesSince({ document, snapshot: before }: EarlierReport, after: Snapshot): ReportDocument['changes'] {
  return figureDefinitions.flatMap(({ figure, rows, count, parts }) => {
    const [old, fresh] = [rows(before), rows(after)].map((list) => list.map(canonicalJson));
    const added = (fresh ?? []).filter((row) => !old?.includes(row)).length;
    const removed = (old ?? []).filter((row) => !fresh?.includes(row)).length;
    const rulesChanged = document.rules !== disclosureRules.version;
    if (added === 0 && removed === 0 && !rulesChanged) return [];
    // What one more answer did to a mean is not told: the gate keeps the earlier answers.
    if (figure.startsWith('statement-') || parts) return [{ figure, added, removed, rulesChanged }];
    return [{ figure, before: count(rows(before)), after: count(rows(after)), added, removed, rulesChanged }];
  });
}

/** The value of a figure in a report, if it prints one. */
export function valueIn(document: ReportDocument, figure: string): number | undefined {
  const statement = document.statements.find((one) => `statement-${one.statement}` === figure);
  return statement ? statement.mean : document.figures.find((one) => one.figure === figure)?.value;
}

/** The numbers of a figure that is several, as a report prints them: none where it shows none. */
export function partsIn({ children = [], course, pupilsByDay: days }: ReportDocument, figure: string): readonly FigurePart[] {
  if (figure === 'pupils-by-day') {
    return (days?.rows ?? []).flatMap((day, row) =>
      (days?.columns ?? []).flatMap((kind, column) => {
        const value = days?.cells[row]?.[column] ?? undefined;
        return value === undefined ? [] : [{ name: `${day} ${kind}`, value }];
      }),
    );
  }
  const said = children.flatMap(({ statements }) => statements).find(({ statement }) => figure === `childrens-${statement}`);
  if (said?.shares) return said.shares.map((value, index) => ({ name: said.words[index] ?? '', value }));
  const changed = course?.changes.find(({ statement }) => figure === `course-${statement}`);
  return (['change', 'low', 'high'] as const).flatMap((name) => {
    const value = changed?.[name];
    return value === undefined ? [] : [{ name, value }];
  });
}

/** Everything public in a report that hides counts, for the attack. */
export function tablesIn({ pupilsByDay: byDay }: ReportDocument): PublicTable[] {
  return byDay ? [byDay] : [];
}
