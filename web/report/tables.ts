import type { PublicStatement } from '#shared/domain/disclosure/public-statement.ts';
import type { PublicTable } from '#shared/domain/disclosure/public-table.ts';
import type { ReportDocument } from '#shared/domain/report/items.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { audienceOf, type ReportStatement } from '#shared/domain/report/statement-figures.ts';
import { localDate } from '#shared/kernel/time.ts';
import { summaryList } from '../components/summary-list.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { lines, paragraph } from '../prose.ts';
import { sayNumber, sayWeekday } from '../say.ts';
import { daysChart, meansChart } from './charts.ts';
import { reportContent as words } from './content.en.ts';
import { sayValue, titleOf, whence } from './say-figure.ts';

/** Pupils face to face by day and kind of event, with a chart. Takes only what has passed the gate. */
export function daysTable(days: PublicTable): Html {
  const { days: text } = words;
  const cell = (value: number | null | undefined) => ({
    text: value === null || value === undefined ? text.hidden : sayNumber(value),
    format: 'numeric',
  });
  const kinds = days.columns.map((kind) => (kind === 'rotation' ? text.rotation : text.special));
  const rows = days.rows.map((day, row) => [
    { text: sayWeekday(localDate.parse(day)) },
    ...(days.cells[row] ?? []).map(cell),
    cell(days.rowTotals[row]),
  ]);
  const all = [{ text: text.all }, ...days.columnTotals.map(cell), cell(days.total)];
  const hides = [...days.cells.flat(), ...days.rowTotals, ...days.columnTotals].includes(null);
  return html`${table({
    caption: text.caption,
    stacks: true,
    firstCellIsHeader: true,
    head: [{ text: text.day }, ...[...kinds, text.all].map((name) => ({ text: name, format: 'numeric' }))],
    rows: [...rows, all],
  })}${hides && paragraph(text.hiddenNote)}${daysChart(days)}`;
}

/** What one audience answered, statement by statement, with how many answered and what is not shown, and why. Nothing where it was not asked. */
export function statementsTable(document: ReportDocument, audience: ReportStatement['audience']): Html | undefined {
  const { table: text } = words;
  const statements = document.statements.filter(({ statement }) => audienceOf(statement) === audience);
  if (statements.length === 0) return undefined;
  const rows = statements.map((one) => [
    { html: lines([one.text, whence(document, `statement-${one.statement}`)]) },
    { text: one.mean?.toFixed(2) ?? text.notShown, format: 'numeric' },
    { text: one.interval ? text.range(one.interval.low.toFixed(2), one.interval.high.toFixed(2)) : text.notShown },
    { text: one.n === undefined ? text.notShown : sayNumber(one.n), format: 'numeric' },
    { text: sayNumber(one.invited), format: 'numeric' },
    { text: rateOf(one), format: 'numeric' },
    { text: one.answers?.map(sayNumber).join(', ') ?? text.notShown },
  ]);
  const numeric = (name: string) => ({ text: name, format: 'numeric' });
  const head = [
    { text: text.statement },
    numeric(text.mean),
    { text: text.interval },
    ...[text.n, text.invited[audience], text.rate].map(numeric),
    { text: text.answers },
  ];
  const notes = statements.flatMap((one) => notesOn(one).map((note) => ({ key: { text: one.text }, value: { text: note } })));
  const caption = { caption: text.caption[audience], captionClasses: 'govuk-visually-hidden' };
  return html`${table({ ...caption, stacks: true, firstCellIsHeader: true, head, rows })}${notes.length > 0 && summaryList({ rows: notes })}${meansChart(statements)}`;
}

/** A statement's share of answers, in words; with the few-answers rule it is not shown either. */
export function rateOf({ invited, responseRate }: PublicStatement): string {
  if (responseRate !== undefined) return `${Math.round(responseRate * 100)}%`;
  return invited === 0 ? words.table.notAsked : words.table.notShown;
}

/** Why something of a statement is missing or older than the report. */
export function notesOn({ withheld, keptFrom }: PublicStatement): string[] {
  return [...(withheld ? [words.withheld[withheld]] : []), ...(keptFrom === undefined ? [] : [words.kept(keptFrom)])];
}

/** The figures of this year beside those of earlier years, each as its own report printed it. */
export function yearsTable(document: ReportDocument): Html | undefined {
  const { years: text } = words;
  if (document.years.length === 0) return undefined;
  const now = document.figures.flatMap(({ figure, value }) => (value === undefined ? [] : [{ figure, value }]));
  const columns = [...document.years, { name: document.editionName, figures: now }];
  const shown = figureDefinitions.filter(({ figure }) =>
    columns.some(({ figures }) => figures.some((one) => one.figure === figure)),
  );
  const rows = shown.map(({ figure }) => [
    { text: titleOf(figure) },
    ...columns.map(({ figures }) => {
      const value = figures.find((one) => one.figure === figure)?.value;
      return { text: value === undefined ? text.none : sayValue(figure, value), format: 'numeric' };
    }),
  ]);
  const head = [{ text: text.figure }, ...columns.map(({ name }) => ({ text: name, format: 'numeric' }))];
  return html`<h2 class="govuk-heading-m">${text.title}</h2>
${paragraph(text.intro)}
${table({ caption: text.caption, captionClasses: 'govuk-visually-hidden', stacks: true, firstCellIsHeader: true, head, rows })}`;
}
