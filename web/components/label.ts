import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra, hasContent } from './parts.ts';

export type LabelParams = Content & {
  readonly for?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** The name of one field; the page's own heading when asked for. */
export function label(params: LabelParams): Html {
  if (!hasContent(params)) return html``;
  const own = { class: classes('govuk-label', params.classes), for: params.for || undefined };
  const element = html`<label${attributes(own)}${extra(params.attributes)}>${content(params)}</label>`;
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element;
}
