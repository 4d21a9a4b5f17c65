import * as z from 'zod/mini';
import { csvText } from '../../kernel/csv.ts';
import { odsFile } from '../../kernel/sheets/ods.ts';
import type { Sheet } from '../../kernel/sheets/sheet.ts';
import { type ReportDocument, reportDocument } from './items.ts';
import { figureDefinitions } from './figures.ts';

const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** One file of open data: what a report prints, and nothing else. Undefined for a file there is not. */
export function openData(document: ReportDocument, file: string): { contentType: string; body: string | Buffer } | undefined {
  if (file === 'figures.csv') return { contentType: 'text/csv; charset=utf-8', body: csvText(figureRecords(document)) };
  if (file === 'pupils-by-day.csv') return { contentType: 'text/csv; charset=utf-8', body: csvText(dayRecords(document)) };
  if (file === 'children.csv') return { contentType: 'text/csv; charset=utf-8', body: csvText(childrenRecords(document)) };
  if (file === 'course.csv') return { contentType: 'text/csv; charset=utf-8', body: csvText(courseRecords(document)) };
  if (file === 'report.ods') {
    const body = odsFile([
      sheetFrom('Figures', figureRecords(document)),
      sheetFrom('Pupils by day', dayRecords(document)),
      ...(document.children ? [sheetFrom('What children said', childrenRecords(document))] : []),
      ...(document.course ? [sheetFrom('Before and after', courseRecords(document))] : []),
    ]);
    return { contentType: 'application/vnd.oasis.opendocument.spreadsheet', body: Buffer.from(body) };
  }
  if (file === 'report.json') return { contentType: 'application/json', body: jsonOf({ licence, ...document }) };
  if (file === 'schema.json') return { contentType: 'application/schema+json', body: jsonOf(z.toJSONSchema(reportDocument)) };
  return undefined;
}

type OpenRecord = Readonly<Record<string, string | number | undefined>>;

/** The same records as a sheet: a column of numbers where there is nothing else in it. */
function sheetFrom(name: string, records: readonly OpenRecord[]): Sheet {
  const names = [...new Set(records.flatMap((one) => Object.keys(one)))];
  const isNumber = (column: string) => records.every((one) => one[column] === undefined || typeof one[column] === 'number');
  return {
    name,
    columns: names.map((column) => ({ name: column, kind: isNumber(column) ? ('number' as const) : ('text' as const) })),
    rows: records.map((one) => names.map((column) => one[column])),
  };
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The figures of a report, a record for each, with the same columns. */
export function figureRecords(document: ReportDocument) {
  const { edition, version, asOf, rules } = document;
  const printed = figureDefinitions.filter(({ figure }) => document.figures.some((one) => one.figure === figure));
  return printed.map(({ figure, title, definition }) => {
    const statement = document.statements.find((one) => `statement-${one.statement}` === figure);
    const counted = document.figures.find((one) => one.figure === figure);
    return {
      figure,
      title,
      value: statement ? statement.mean : counted?.value,
      n: statement?.n,
      asked: statement?.invited,
      response_rate: statement?.responseRate,
      low: statement?.interval?.low,
      high: statement?.interval?.high,
      ...Object.fromEntries([1, 2, 3, 4, 5].map((answer) => [`answer_${answer}`, statement?.answers?.[answer - 1]])),
      not_shown: statement?.withheld,
      definition,
      rows: counted?.rows,
      edition,
      version,
      as_of: asOf,
      rules,
      licence,
    };
  });
}

function dayRecords({ pupilsByDay, edition, version }: ReportDocument) {
  return (pupilsByDay?.rows ?? []).flatMap((day, row) =>
    (pupilsByDay?.columns ?? []).map((kind, column) => {
      const pupils = pupilsByDay?.cells[row]?.[column];
      return {
        day,
        kind,
        pupils: pupils ?? undefined,
        not_shown: pupils === null ? 'small-cells' : '',
        edition,
        version,
        licence,
      };
    }),
  );
}

function childrenRecords({ children = [], edition, version }: ReportDocument) {
  return children.flatMap(({ instrument, asked, answered, responseRate, statements }) =>
    statements.flatMap(({ statement, text, words, n, shares, withheld }) =>
      words.map((answer, index) => ({
        instrument,
        statement,
        text,
        answer,
        of_hundred: shares?.[index],
        n,
        asked,
        answered,
        response_rate: responseRate,
        not_shown: withheld ?? '',
        edition,
        version,
        licence,
      })),
    ),
  );
}

function courseRecords({ course, edition, version }: ReportDocument) {
  return (course?.changes ?? []).map(({ statement, text, unit, n, change, low, high, withheld }) => ({
    statement,
    text,
    unit,
    n,
    change,
    low,
    high,
    not_shown: withheld ?? '',
    edition,
    version,
    licence,
  }));
}
