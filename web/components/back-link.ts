import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra, hasContent } from './parts.ts';

export type BackLinkParams = Content & {
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** The way to the page before. */
export function backLink(params: BackLinkParams): Html {
  const text = hasContent(params) ? content(params) : 'Back';
  return html`<a href="${params.href || '#'}" class="${classes('govuk-back-link', params.classes)}"${extra(params.attributes)}>${text}</a>`;
}
