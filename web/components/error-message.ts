import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

export type ErrorMessageParams = Content & {
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  /** Read before the message; `Error` when missing, nothing when empty or false. */
  readonly visuallyHiddenText?: string | false | undefined;
};

/** What is wrong with one field. */
export function errorMessage(params: ErrorMessageParams): Html {
  const own = { id: params.id || undefined, class: classes('govuk-error-message', params.classes) };
  const before = params.visuallyHiddenText ?? 'Error';
  return html`<p${attributes(own)}${extra(params.attributes)}>${before && html`<span class="govuk-visually-hidden">${before}:</span> `}${content(params)}</p>`;
}
