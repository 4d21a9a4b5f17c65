import { html, type Html } from '../html.ts';
import { type FieldParams, type FormGroupParams, labelledField } from './field.ts';
import { attributes, classes, content, type Content, extra } from './parts.ts';

export type TextareaParams = FieldParams & {
  readonly value?: string | undefined;
  readonly rows?: number | string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly formGroup?:
    | (FormGroupParams & { readonly beforeInput?: Content | undefined; readonly afterInput?: Content | undefined })
    | undefined;
};

/** Several lines of text. */
export function textarea(params: TextareaParams): Html {
  return labelledField(params, (id, describedBy) => {
    const own = {
      class: classes('govuk-textarea', params.errorMessage && 'govuk-textarea--error', params.classes),
      id,
      name: params.name,
      rows: params.rows || 5,
      spellcheck: typeof params.spellcheck === 'boolean' ? String(params.spellcheck) : undefined,
      disabled: params.disabled,
      'aria-describedby': describedBy,
      autocomplete: params.autocomplete,
    };
    // The parser drops one line end right after the tag, so a text that begins with one needs another.
    const value = params.value?.startsWith('\n') ? `\n${params.value}` : params.value;
    const element = html`<textarea${attributes(own)}${extra(params.attributes)}>${value}</textarea>`;
    return html`${content(params.formGroup?.beforeInput)}${element}${content(params.formGroup?.afterInput)}`;
  });
}
