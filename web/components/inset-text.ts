import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

export type InsetTextParams = Content & {
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Text set apart. */
export function insetText(params: InsetTextParams): Html {
  const own = { id: params.id || undefined, class: classes('govuk-inset-text', params.classes) };
  return html`<div${attributes(own)}${extra(params.attributes)}>${content(params)}</div>`;
}
