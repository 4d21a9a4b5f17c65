import { partsIn } from '#shared/domain/report/document.ts';
import type { ReportDocument } from '#shared/domain/report/items.ts';
import type { FigureDefinition, FigurePart } from '#shared/domain/report/figure-definition.ts';
import { audienceOf } from '#shared/domain/report/statement-figures.ts';
import { summaryList } from '../components/summary-list.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { reportContent as words } from './content.en.ts';
import type { ReportParams } from './page.ts';
import { sayFigure } from './say-figure.ts';
import { notesOn, rateOf } from './tables.ts';

const { passport: text } = words;

/** Where one figure of a published report comes from. */
export function passportPage({ report, programme, figure }: ReportParams & { readonly figure: FigureDefinition }): string {
  const { document } = report;
  const { edition, version } = document;
  return journeyPage({
    programme,
    title: figure.title,
    backLink: pathOf('/editions/{edition}/impact/{version}', { edition, version: String(version) }),
    body: html`${summaryList({ rows: passportRows(document, figure) })}${paragraph(text.rowsAdvice)}`,
  });
}

/** How many children's answers stand behind shares or a change. */
function nIn({ children = [], course }: ReportDocument, figure: string): number | undefined {
  const said = children.flatMap(({ statements }) => statements).find(({ statement }) => figure === `childrens-${statement}`);
  return (said ?? course?.changes.find(({ statement }) => figure === `course-${statement}`))?.n;
}

/** The numbers of a figure that is several, in words; empty where there are none. */
export function sayParts(parts: readonly FigurePart[]): string {
  const names: Readonly<Record<string, string>> = words.parts;
  return parts.map(({ name, value }) => words.part(names[name] ?? name, String(value).replace('-', '−'))).join(', ');
}

/** Everything that a figure's passport says, as rows of a summary. */
export function passportRows(document: ReportDocument, { figure, definition, recipe }: FigureDefinition) {
  const behind = document.figures.find((one) => one.figure === figure);
  const statement = document.statements.find((one) => `statement-${one.statement}` === figure);
  const ofStatement = statement && [
    [text.n, statement.n === undefined ? text.withheld : sayNumber(statement.n)],
    [words.table.invited[audienceOf(statement.statement)], sayNumber(statement.invited)],
    [words.table.rate, [rateOf(statement), ...notesOn(statement)].join('. ').replaceAll('..', '.')],
  ];
  const asked = nIn(document, figure);
  const all = [
    [text.value, sayFigure(document, figure) ?? (sayParts(partsIn(document, figure)) || text.withheld)],
    [text.definition, definition],
    [text.recipe, recipe],
    [text.rows, sayNumber(behind?.rows ?? 0)],
    ...(ofStatement ?? (asked === undefined ? [] : [[text.n, sayNumber(asked)]])),
    [text.asOf, sayMoment(document.asOf)],
    [text.edition, text.editionVersion(document.editionName, document.version)],
    [text.rules, text.rulesVersion(document.rules)],
    [text.proof, behind?.digest ?? ''],
  ] as const;
  return all.map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } }));
}
