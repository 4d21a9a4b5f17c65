import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';

export type TagParams = Content & { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined };

/** The state of something, in a word. */
export function tag(params: TagParams): Html {
  return html`<strong class="${classes('govuk-tag', params.classes)}"${extra(params.attributes)}>${content(params)}</strong>`;
}
