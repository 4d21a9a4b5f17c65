import { html, type Html } from '../html.ts';
import { errorMessage, type ErrorMessageParams } from './error-message.ts';
import { hint, type HintParams } from './hint.ts';
import { label, type LabelParams } from './label.ts';
import { type Attributes, attributes, classes, describedBy, extra } from './parts.ts';

/** Parts of GOV.UK's `formGroup` option. */
export type FormGroupParams = {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

type Explained = {
  readonly hint?: HintParams | undefined;
  readonly errorMessage?: ErrorMessageParams | undefined;
};

/** A field's hint and error message with the ids that describe it. */
export function explanation(id: string, params: Explained): { readonly shown: Html; readonly ids: string | undefined } {
  const hintId = params.hint ? `${id}-hint` : undefined;
  const errorId = params.errorMessage ? `${id}-error` : undefined;
  return {
    shown: html`${params.hint && hint({ ...params.hint, id: hintId })}${params.errorMessage && errorMessage({ ...params.errorMessage, id: errorId })}`,
    ids: describedBy(hintId, errorId),
  };
}

/** The box around a field, marked when the field has an error. */
export function formGroup(params: Explained & { readonly formGroup?: FormGroupParams | undefined }, inside: Html): Html {
  const className = classes('govuk-form-group', params.errorMessage && 'govuk-form-group--error', params.formGroup?.classes);
  return html`<div${attributes({ class: className })}${extra(params.formGroup?.attributes)}>${inside}</div>`;
}

/** What input, textarea and select have in common. */
export type FieldParams = Explained & {
  readonly name: string;
  /** The name stands in when it is missing. */
  readonly id?: string | undefined;
  readonly label: LabelParams;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Label, hint and error above one field, in its box. */
export function labelledField(
  params: FieldParams & { readonly formGroup?: FormGroupParams | undefined },
  field: (id: string, describedBy: string | undefined) => Html,
): Html {
  const id = params.id || params.name;
  const explained = explanation(id, params);
  const ids = describedBy(params.describedBy, explained.ids);
  return formGroup(params, html`${label({ ...params.label, for: id })}${explained.shown}${field(id, ids)}`);
}
