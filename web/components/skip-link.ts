import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';

export type SkipLinkParams = Content & {
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** The first link of a page, past what every page repeats. */
export function skipLink(params: SkipLinkParams): Html {
  const className = classes('govuk-skip-link', params.classes);
  return html`<a href="${params.href || '#content'}" class="${className}"${extra(params.attributes)} data-module="govuk-skip-link">${content(params)}</a>`;
}
