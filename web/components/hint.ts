import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

export type HintParams = Content & {
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Help for one field. */
export function hint(params: HintParams): Html {
  const own = { id: params.id || undefined, class: classes('govuk-hint', params.classes) };
  return html`<div${attributes(own)}${extra(params.attributes)}>${content(params)}</div>`;
}
