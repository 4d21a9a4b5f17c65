import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra, hasContent } from './parts.ts';

export type LegendParams = Content & { readonly classes?: string | undefined; readonly isPageHeading?: boolean | undefined };

export type FieldsetParams = {
  readonly describedBy?: string | undefined;
  readonly legend?: LegendParams | undefined;
  readonly classes?: string | undefined;
  readonly role?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly html?: Html | undefined;
};

/** Fields that belong together, under one legend. */
export function fieldset(params: FieldsetParams): Html {
  const own = {
    class: classes('govuk-fieldset', params.classes),
    role: params.role || undefined,
    'aria-describedby': params.describedBy || undefined,
  };
  return html`<fieldset${attributes(own)}${extra(params.attributes)}>${legend(params.legend)}${params.html}</fieldset>`;
}

function legend(params: LegendParams | undefined): Html | undefined {
  if (!params || !hasContent(params)) return undefined;
  const inside = params.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${content(params)}</h1>` : content(params);
  return html`<legend class="${classes('govuk-fieldset__legend', params.classes)}">${inside}</legend>`;
}
