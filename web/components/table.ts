import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';

type Span = string | number | undefined;
export type TableCell = Content & {
  readonly format?: string | undefined;
  readonly classes?: string | undefined;
  readonly colspan?: Span;
  readonly rowspan?: Span;
  readonly attributes?: Attributes | undefined;
};

export type TableParams = {
  readonly rows: readonly (readonly TableCell[] | false | null | undefined | '')[];
  readonly head?: readonly TableCell[] | undefined;
  readonly caption?: string | undefined;
  readonly captionClasses?: string | undefined;
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** A table. Wide ones belong in `scrollRegion`. */
export function table(params: TableParams): Html {
  const caption =
    params.caption &&
    html`<caption class="${classes('govuk-table__caption', params.captionClasses)}">${params.caption}</caption>`;
  const head =
    params.head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${params.head.map(headCell)}</tr></thead>`;
  const rows = params.rows.map(
    (row) =>
      row &&
      html`<tr class="govuk-table__row">${row.map((cell, index) => bodyCell(cell, index === 0 && params.firstCellIsHeader === true))}</tr>`,
  );
  return html`<table class="${classes('govuk-table', params.classes)}"${extra(params.attributes)}>${caption}${head}<tbody class="govuk-table__body">${rows.map((row) => row || undefined)}</tbody></table>`;
}

/** A box that scrolls sideways by itself, by keyboard too, so that the page never does. `label` names it for a screen reader. */
export function scrollRegion(label: string, inside: Html): Html {
  return html`<section class="app-scroll" aria-label="${label}" tabindex="0">${inside}</section>`;
}

function headCell(cell: TableCell): Html {
  const className = classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes);
  return html`<th scope="col" class="${className}"${spans(cell)}${extra(cell.attributes)}>${content(cell)}</th>`;
}

function bodyCell(cell: TableCell, isHeader: boolean): Html {
  const more = html`${spans(cell)}${extra(cell.attributes)}`;
  if (isHeader) return html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}"${more}>${content(cell)}</th>`;
  const className = classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes);
  return html`<td class="${className}"${more}>${content(cell)}</td>`;
}

function spans(cell: TableCell): Html {
  return html`${cell.colspan && html` colspan="${cell.colspan}"`}${cell.rowspan && html` rowspan="${cell.rowspan}"`}`;
}
