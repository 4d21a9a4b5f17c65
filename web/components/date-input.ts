import { html, type Html } from '../html.ts';
import type { ErrorMessageParams } from './error-message.ts';
import { explanation, formGroup, type FormGroupParams } from './field.ts';
import { fieldset, type FieldsetParams } from './fieldset.ts';
import type { HintParams } from './hint.ts';
import { input } from './input.ts';
import { type Attributes, attributes, classes, content, type Content, describedBy, extra } from './parts.ts';

type DateItem = {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value?: string | number | undefined;
  readonly error?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type DateInputParams = {
  readonly id: string;
  readonly namePrefix?: string | undefined;
  readonly items?: readonly (DateItem | false | null | undefined | '')[] | undefined;
  /** `false` or `null` leaves a part out. */
  readonly day?: DateItem | false | null | undefined;
  readonly month?: DateItem | false | null | undefined;
  readonly year?: DateItem | false | null | undefined;
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly fieldset?: FieldsetParams | undefined;
  readonly hint?: HintParams | undefined;
  readonly errorMessage?: ErrorMessageParams | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly formGroup?:
    | (FormGroupParams & { readonly beforeInputs?: Content | undefined; readonly afterInputs?: Content | undefined })
    | undefined;
};

/** A day that the reader knows, as day, month and year. */
export function dateInput(params: DateInputParams): Html {
  const parts = partsOf(params);
  const items =
    params.items && params.items.length > 0
      ? params.items.flatMap((item) => item || [])
      : parts.flatMap(({ item }) => item || []);
  const anyError = items.some(hasError);
  const explained = explanation(params.id, params);
  const ids = describedBy(params.fieldset?.describedBy, explained.ids);
  const inputs = items.map((item) => dateItem(params, parts, item, anyError));
  const inside = html`${content(params.formGroup?.beforeInputs)}${inputs}${content(params.formGroup?.afterInputs)}`;
  const own = attributes({ id: params.id || undefined });
  const group = html`${explained.shown}<div class="${classes('govuk-date-input', params.classes)}"${extra(params.attributes)}${own}>${inside}</div>`;
  return formGroup(
    params,
    params.fieldset ? fieldset({ ...params.fieldset, describedBy: ids, role: 'group', html: group }) : group,
  );
}

type Part = { readonly part: 'day' | 'month' | 'year'; readonly width: 2 | 4; readonly item: DateItem | false | null };

function partsOf(params: DateInputParams): readonly Part[] {
  const widths = { day: 2, month: 2, year: 4 } as const;
  return (['day', 'month', 'year'] as const).map((part) => {
    const standard = { name: part, value: params.values?.[part], classes: `govuk-input--width-${widths[part]}` };
    return { part, width: widths[part], item: params[part] === undefined ? standard : params[part] };
  });
}

function hasError(item: DateItem): boolean {
  return Boolean(item.error) || Boolean(item.classes?.includes('govuk-input--error'));
}

function dateItem(params: DateInputParams, parts: readonly Part[], item: DateItem, anyError: boolean): Html {
  const known = parts.find((part) => isPart(item, part));
  const name = item.name ?? known?.part ?? '';
  const fullName = params.namePrefix ? `${params.namePrefix}-${name}` : name;
  return html`<div class="govuk-date-input__item">${input({
    inputmode: 'numeric',
    ...item,
    label: { text: item.label || capitalised(name), classes: 'govuk-date-input__label' },
    id: item.id || `${params.id}-${name}`,
    classes: itemClasses(item, known?.width, Boolean(params.errorMessage) && !anyError),
    name: fullName,
    value: item.value ?? valueOf(known) ?? params.values?.[fullName],
    type: 'text',
  })}</div>`;
}

function valueOf(part: Part | undefined): string | number | undefined {
  return part?.item ? part.item.value : undefined;
}

function isPart(item: DateItem, { part, item: own }: Part): boolean {
  if (item === own) return true;
  return Boolean(item.name) && (item.name === part || (Boolean(own) && item.name === (own || undefined)?.name));
}

function capitalised(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).toLowerCase()}`;
}

/** `allWrong`: the error is about the whole date, so each part shows it unless it says it is right. */
function itemClasses(item: DateItem, width: 2 | 4 | undefined, allWrong: boolean): string {
  const has = (name: string) => item.classes?.includes(name) ?? false;
  const error = !has('govuk-input--error') && (item.error || (allWrong && item.error !== false));
  const sized = has('govuk-input--width-');
  return classes(
    'govuk-date-input__input',
    error && 'govuk-input--error',
    !sized && `govuk-input--width-${width ?? 2}`,
    item.classes,
  );
}
