import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

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
  /** Whether each row becomes a list on a narrow screen, with the texts of `head` as its labels; instead of `scrollRegion`. */
  readonly stacks?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** A table. Wide ones stack or belong in `scrollRegion`. */
export function table(params: TableParams): Html {
  // A table that is laid out as anything else needs its roles said, or browsers take it for mere text.
  const role = (name: string) => params.stacks && html` role="${name}"`;
  const caption =
    params.caption &&
    html`<caption class="${classes('govuk-table__caption', params.captionClasses)}">${params.caption}</caption>`;
  const row = (cells: Html) => html`<tr class="govuk-table__row"${role('row')}>${cells}</tr>`;
  const columns = params.head?.map((cell) => headCell(cell, role('columnheader')));
  const head = columns && html`<thead class="govuk-table__head"${role('rowgroup')}>${row(html`${columns}`)}</thead>`;
  const bodyOf = (cell: TableCell, index: number) => {
    if (index === 0 && params.firstCellIsHeader) return rowHeader(cell, role('rowheader'));
    // Beside its label, what a cell holds is one thing.
    const held = params.stacks ? { ...cell, html: html`<div>${content(cell)}</div>` } : cell;
    return bodyCell(held, html`${role('cell')}${params.stacks && attributes({ 'data-label': params.head?.[index]?.text })}`);
  };
  const rows = params.rows.flatMap((cells) => (cells ? [row(html`${cells.map(bodyOf)}`)] : []));
  const className = classes('govuk-table', params.stacks && 'app-stack', params.classes);
  return html`<table class="${className}"${role('table')}${extra(params.attributes)}>${caption}${head}<tbody class="govuk-table__body"${role('rowgroup')}>${rows}</tbody></table>`;
}

/** A box that scrolls sideways by itself, by keyboard too, so that the page never does. `label` names it for a screen reader. */
export function scrollRegion(label: string, inside: Html): Html {
  return html`<section class="app-scroll" aria-label="${label}" tabindex="0">${inside}</section>`;
}

function headCell(cell: TableCell, role: Html | false | undefined): Html {
  const className = classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes);
  return html`<th scope="col" class="${className}"${role}${spans(cell)}${extra(cell.attributes)}>${content(cell)}</th>`;
}

function rowHeader(cell: TableCell, role: Html | false | undefined): Html {
  const className = classes('govuk-table__header', cell.classes);
  return html`<th scope="row" class="${className}"${role}${spans(cell)}${extra(cell.attributes)}>${content(cell)}</th>`;
}

function bodyCell(cell: TableCell, own: Html): Html {
  const className = classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes);
  return html`<td class="${className}"${own}${spans(cell)}${extra(cell.attributes)}>${content(cell)}</td>`;
}

function spans(cell: TableCell): Html {
  return html`${cell.colspan && html` colspan="${cell.colspan}"`}${cell.rowspan && html` rowspan="${cell.rowspan}"`}`;
}
