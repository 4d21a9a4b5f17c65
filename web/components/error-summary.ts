import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';

type ErrorItem = Content & { readonly href?: string | undefined; readonly attributes?: Attributes | undefined };

export type ErrorSummaryParams = {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly descriptionText?: string | undefined;
  readonly descriptionHtml?: Html | undefined;
  readonly errorList?: readonly ErrorItem[] | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** All that is wrong with a form, each with a link to its field. */
export function errorSummary(params: ErrorSummaryParams): Html {
  const description = params.descriptionHtml ?? params.descriptionText;
  const autoFocus =
    params.disableAutoFocus === undefined ? undefined : html` data-disable-auto-focus="${String(params.disableAutoFocus)}"`;
  const items = (params.errorList ?? []).map((item) => html`<li>${errorItem(item)}</li>`);
  return html`<div class="${classes('govuk-error-summary', params.classes)}"${autoFocus}${extra(params.attributes)} data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">${params.titleHtml ?? params.titleText}</h2>
      <div class="govuk-error-summary__body">
        ${description && html`<p>${description}</p>`}
        ${items.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${items}</ul>`}
      </div>
    </div>
  </div>`;
}

function errorItem(item: ErrorItem): Html | string | number {
  return item.href ? html`<a href="${item.href}"${extra(item.attributes)}>${content(item)}</a>` : content(item);
}
