import type { ReportDocument } from '#shared/domain/report/items.ts';
import { valueIn } from '#shared/domain/report/document.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { sayNumber } from '../say.ts';
import { reportContent as words } from './content.en.ts';

/** A figure as it is printed: a mean with two decimals, a count with its thousands; undefined where it is not shown. */
export function sayFigure(document: ReportDocument, figure: string): string | undefined {
  const value = valueIn(document, figure);
  return value === undefined ? undefined : sayValue(figure, value);
}

/** A value of a figure as it is printed. */
export function sayValue(figure: string, value: number): string {
  return figure.startsWith('statement-') ? value.toFixed(2) : sayNumber(value);
}

/** What a figure is called. */
export function titleOf(figure: string): string {
  return figureDefinitions.find((one) => one.figure === figure)?.title ?? figure;
}

/** Leads from a figure to its passport. */
export function whence({ edition, version }: ReportDocument, figure: string): Html {
  const path = pathOf('/editions/{edition}/impact/{version}/figures/{figure}', { edition, version: String(version), figure });
  return html`<a class="govuk-link app-whence" href="${path}" aria-label="${words.whenceOf(titleOf(figure))}">${words.whence}</a>`;
}
