import type { FigureDefinition, Row } from '#shared/domain/report/figure-definition.ts';
import type { ReportEdition } from '#shared/domain/report/items.ts';
import { summaryList } from '../components/summary-list.ts';
import { html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { passportRows, sayParts } from '../report/passport-page.ts';
import { figuresContent } from './impact.en.ts';
import { type Console, consolePage, listTable } from './frame.ts';

const { impact: words } = figuresContent;

type RowsParams = Console & {
  readonly report: ReportEdition;
  readonly figure: FigureDefinition;
  readonly rows: readonly Row[];
};

/** A figure's passport with the rows themselves, and what counting them again gives. */
export function rowsPage({ report, figure, rows, ...console }: RowsParams): string {
  const { edition, version, document } = report;
  const at = { edition, version: String(version), figure: figure.figure };
  const path = pathOf('/organiser/editions/{edition}/impact/{version}/figures/{figure}', at);
  const names = Object.keys(rows[0] ?? {});
  const again = figure.count(rows);
  const parts = figure.parts?.(rows) ?? [];
  return consolePage(console, {
    title: words.rowsOf(figure.title, version),
    path,
    body: html`${summaryList({
      rows: [
        ...passportRows(document, figure),
        { key: { text: words.recounted }, value: { text: again === undefined ? sayParts(parts) || '–' : String(again) } },
      ],
    })}
${paragraph(words.rowsAdvice)}
${paragraph(link(`${path}?as=csv`, words.csv))}
${listTable({
  name: figure.title,
  none: words.noRows,
  head: names.map((text) => ({ text })),
  rows: rows.map((row) => names.map((name) => ({ text: String(row[name] ?? '') }))),
})}`,
  });
}
