import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';

export type WarningTextParams = Content & {
  readonly iconFallbackText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** What has consequences. */
export function warningText(params: WarningTextParams): Html {
  return html`<div class="${classes('govuk-warning-text', params.classes)}"${extra(params.attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">${params.iconFallbackText || 'Warning'}</span>
      ${content(params)}
    </strong>
  </div>`;
}
