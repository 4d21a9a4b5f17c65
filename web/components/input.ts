import { html, type Html } from '../html.ts';
import { type FieldParams, type FormGroupParams, labelledField } from './field.ts';
import { type Attributes, attributes, classes, content, type Content, extra, hasContent } from './parts.ts';

type Affix = Content & { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined };

export type InputParams = FieldParams & {
  readonly type?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly value?: string | number | undefined;
  readonly prefix?: Affix | undefined;
  readonly suffix?: Affix | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: string | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly formGroup?:
    | (FormGroupParams & { readonly beforeInput?: Content | undefined; readonly afterInput?: Content | undefined })
    | undefined;
  readonly inputWrapper?: { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined } | undefined;
};

/** One line of text. */
export function input(params: InputParams): Html {
  return labelledField(params, (id, describedBy) => {
    const element = inputElement(params, id, describedBy);
    const { prefix, suffix, formGroup, inputWrapper } = params;
    const around = [prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput];
    if (!around.some((item) => hasContent(item))) return element;
    const before = html`${content(formGroup?.beforeInput)}${affix(prefix, 'prefix')}`;
    const after = html`${affix(suffix, 'suffix')}${content(formGroup?.afterInput)}`;
    const className = classes('govuk-input__wrapper', inputWrapper?.classes);
    return html`<div class="${className}"${extra(inputWrapper?.attributes)}>${before}${element}${after}</div>`;
  });
}

function inputElement(params: InputParams, id: string, describedBy: string | undefined): Html {
  const own = {
    class: classes('govuk-input', params.classes, params.errorMessage && 'govuk-input--error'),
    id,
    name: params.name,
    type: params.type || 'text',
    spellcheck: typeof params.spellcheck === 'boolean' ? String(params.spellcheck) : undefined,
    value: params.value,
    disabled: params.disabled,
    'aria-describedby': describedBy,
    autocomplete: params.autocomplete,
    autocapitalize: params.autocapitalize,
    pattern: params.pattern,
    inputmode: params.inputmode,
  };
  return html`<input${attributes(own)}${extra(params.attributes)}>`;
}

function affix(params: Affix | undefined, kind: 'prefix' | 'suffix'): Html | undefined {
  if (!params || !hasContent(params)) return undefined;
  return html`<div class="${classes(`govuk-input__${kind}`, params.classes)}" aria-hidden="true"${extra(params.attributes)}>${content(params)}</div>`;
}
