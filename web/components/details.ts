import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

export type DetailsParams = Content & {
  readonly summaryText?: string | undefined;
  readonly summaryHtml?: Html | undefined;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** More for those who want it. */
export function details(params: DetailsParams): Html {
  const own = { id: params.id || undefined, class: classes('govuk-details', params.classes) };
  return html`<details${attributes(own)}${extra(params.attributes)}${attributes({ open: params.open })}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${params.summaryHtml ?? params.summaryText}</span></summary>
    <div class="govuk-details__text">${content(params)}</div>
  </details>`;
}
