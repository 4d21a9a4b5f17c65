import { html, type Html } from '../html.ts';
import { type Attributes, classes, extra } from './parts.ts';

export type GenericHeaderParams = {
  readonly url?: string | undefined;
  readonly logoHtml?: Html | undefined;
  readonly logoText?: string | undefined;
  readonly classes?: string | undefined;
  readonly containerClasses?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** A header for services that are not part of GOV.UK. */
export function genericHeader(params: GenericHeaderParams): Html {
  return html`<div class="${classes('govuk-generic-header', params.classes)}"${extra(params.attributes)}>
    <div class="govuk-generic-header__container ${params.containerClasses || 'govuk-width-container'}">
      <div class="govuk-generic-header__logo">
        <a href="${params.url || '/'}" class="govuk-generic-header__homepage-link">${params.logoHtml ?? params.logoText}</a>
      </div>
    </div>
  </div>`;
}
