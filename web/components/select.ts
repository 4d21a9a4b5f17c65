import { html, type Html } from '../html.ts';
import { type FieldParams, type FormGroupParams, labelledField } from './field.ts';
import { type Attributes, attributes, classes, content, type Content, extra } from './parts.ts';

export type SelectItem = {
  readonly value?: string | number | boolean | undefined;
  readonly text: string | number;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

export type SelectParams = FieldParams & {
  readonly items?: readonly (SelectItem | false | null | undefined | '')[] | undefined;
  readonly value?: string | number | undefined;
  readonly formGroup?:
    | (FormGroupParams & { readonly beforeInput?: Content | undefined; readonly afterInput?: Content | undefined })
    | undefined;
};

/** One choice from a long list. */
export function select(params: SelectParams): Html {
  return labelledField(params, (id, describedBy) => {
    const own = {
      class: classes('govuk-select', params.classes, params.errorMessage && 'govuk-select--error'),
      id,
      name: params.name,
      disabled: params.disabled,
      'aria-describedby': describedBy,
    };
    const options = (params.items ?? []).map((item) => (item ? option(item, params.value) : undefined));
    const element = html`<select${attributes(own)}${extra(params.attributes)}>${options}</select>`;
    return html`${content(params.formGroup?.beforeInput)}${element}${content(params.formGroup?.afterInput)}`;
  });
}

function option(item: SelectItem, chosen: string | number | undefined): Html {
  const value = item.value ?? item.text;
  const selected = item.selected || (Boolean(chosen) && item.selected !== false && String(value) === String(chosen));
  const own = { value: typeof item.value === 'boolean' ? String(item.value) : item.value, selected, disabled: item.disabled };
  return html`<option${attributes(own)}${extra(item.attributes)}>${item.text}</option>`;
}
