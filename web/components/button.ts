import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

export type ButtonParams = Content & {
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  /** With an address it is a link that looks like a button. */
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly isStartButton?: boolean | undefined;
  readonly id?: string | undefined;
};

/** A button, or a link that starts something. */
export function button(params: ButtonParams): Html {
  const common = {
    class: classes('govuk-button', params.classes, params.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: params.id || undefined,
  };
  const inside = params.html && params.isStartButton ? html`<span>${params.html}</span>` : content(params);
  const shown = html`${inside}${params.isStartButton && startIcon}`;
  if (params.href) {
    return html`<a href="${params.href}" role="button" draggable="false"${attributes(common)}${extra(params.attributes)}>${shown}</a>`;
  }
  const own = {
    type: params.type || 'submit',
    value: params.value || undefined,
    name: params.name || undefined,
    disabled: params.disabled,
    'aria-disabled': params.disabled ? 'true' : undefined,
    'data-prevent-double-click': params.preventDoubleClick === undefined ? undefined : String(params.preventDoubleClick),
  };
  return html`<button${attributes(own)}${attributes(common)}${extra(params.attributes)}>${shown}</button>`;
}

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`;
