import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra, heading } from './parts.ts';

type Action = Content & {
  readonly href?: string | undefined;
  readonly visuallyHiddenText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};
type Actions = { readonly items?: readonly Action[] | undefined; readonly classes?: string | undefined };
type Part = Content & { readonly classes?: string | undefined };
type Title = Part & { readonly headingLevel?: number | undefined };

export type SummaryRow = {
  readonly key: Part;
  readonly value: Part;
  readonly actions?: Actions | undefined;
  readonly classes?: string | undefined;
};

export type SummaryListParams = {
  readonly rows: readonly (SummaryRow | false | null | undefined | '')[];
  readonly card?:
    | {
        readonly title?: Title | undefined;
        readonly actions?: Actions | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Questions with their answers, and links to change them. */
export function summaryList(params: SummaryListParams): Html {
  const rows = params.rows.map((row) => row || undefined);
  const threeColumns = rows.some((row) => actionsIn(row?.actions).length > 0);
  const shown = rows.map((row) => row && rowOf(row, threeColumns, params.card?.title));
  const list = html`<dl class="${classes('govuk-summary-list', params.classes)}"${extra(params.attributes)}>${shown}</dl>`;
  return params.card ? cardOf(params.card, list) : list;
}

function rowOf(row: SummaryRow, threeColumns: boolean, title: Title | undefined): Html {
  const actions = actionsIn(row.actions);
  const noActions = threeColumns && !row.actions?.items && 'govuk-summary-list__row--no-actions';
  const links = actions.map((action) => actionLink(action, title));
  const listed = html`<ul class="govuk-summary-list__actions-list">${links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`)}</ul>`;
  return html`<div class="${classes('govuk-summary-list__row', noActions, row.classes)}">
    <dt class="${classes('govuk-summary-list__key', row.key.classes)}">${content(row.key)}</dt>
    <dd class="${classes('govuk-summary-list__value', row.value.classes)}">${content(row.value)}</dd>
    ${links.length > 0 && html`<dd class="${classes('govuk-summary-list__actions', row.actions?.classes)}">${links.length === 1 ? links : listed}</dd>`}
  </div>`;
}

function cardOf(card: NonNullable<SummaryListParams['card']>, list: Html): Html {
  const level = heading(card.title?.headingLevel || 2);
  const title =
    card.title &&
    html`<${level} class="${classes('govuk-summary-card__title', card.title.classes)}">${content(card.title)}</${level}>`;
  const links = actionsIn(card.actions).map((action) => actionLink(action, card.title));
  const className = classes('govuk-summary-card__actions', card.actions?.classes);
  const listed = html`<ul class="${className}">${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`;
  return html`<div class="${classes('govuk-summary-card', card.classes)}"${extra(card.attributes)}>
    <div class="govuk-summary-card__title-wrapper">${title}${links.length === 1 ? html`<div class="${className}">${links}</div>` : links.length > 1 && listed}</div>
    <div class="govuk-summary-card__content">${list}</div>
  </div>`;
}

function actionLink(action: Action, title: Title | undefined): Html {
  const hidden = html`${action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}${title && html` (${content(title)})`}`;
  const after = (action.visuallyHiddenText || title) && html`<span class="govuk-visually-hidden">${hidden}</span>`;
  return html`<a class="${classes('govuk-link', action.classes)}" href="${action.href}"${extra(action.attributes)}>${content(action)}${after}</a>`;
}

function actionsIn(actions: Actions | undefined): readonly Action[] {
  return actions?.items ?? [];
}
