import { html, type Html } from '../html.ts';
import { hint } from './hint.ts';
import { classes, content } from './parts.ts';
import { textarea, type TextareaParams } from './textarea.ts';

type Plural = Readonly<Record<string, string>>;

export type CharacterCountParams = TextareaParams & {
  readonly maxlength?: string | number | undefined;
  readonly maxwords?: string | number | undefined;
  readonly countType?: string | undefined;
  readonly threshold?: string | number | undefined;
  readonly countMessage?: { readonly classes?: string | undefined } | undefined;
  /** Shown without JavaScript; `%{count}` is the limit. */
  readonly textareaDescriptionText?: string | undefined;
  readonly charactersUnderLimitText?: Plural | undefined;
  readonly charactersAtLimitText?: string | undefined;
  readonly charactersOverLimitText?: Plural | undefined;
  readonly wordsUnderLimitText?: Plural | undefined;
  readonly wordsAtLimitText?: string | undefined;
  readonly wordsOverLimitText?: Plural | undefined;
};

/** Several lines of text with a limit. */
export function characterCount(params: CharacterCountParams): Html {
  const id = params.id || params.name;
  const type = params.countType || (params.maxwords ? 'words' : undefined);
  const limit = params.maxwords || params.maxlength;
  const description = params.textareaDescriptionText || `You can enter up to %{count} ${type === 'words' ? 'words' : 'characters'}`;
  const message = hint({
    id: `${id}-info`,
    text: limit ? description.replace('%{count}', String(limit)) : undefined,
    classes: classes('govuk-character-count__message', params.countMessage?.classes),
  });
  return textarea({
    ...params,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', params.classes),
    formGroup: {
      classes: classes('govuk-character-count', params.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        ...given({ 'data-maxlength': params.maxlength, 'data-maxwords': params.maxwords, 'data-threshold': params.threshold, 'data-count-type': type }),
        ...(limit || !params.textareaDescriptionText ? {} : { 'data-i18n.textarea-description.other': params.textareaDescriptionText }),
        ...wordings(params),
        ...params.formGroup?.attributes,
      },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${message}${content(params.formGroup?.afterInput)}` },
    },
  });
}

function wordings(params: CharacterCountParams) {
  return given({
    ...plural('characters-under-limit', params.charactersUnderLimitText),
    'data-i18n.characters-at-limit': params.charactersAtLimitText,
    ...plural('characters-over-limit', params.charactersOverLimitText),
    ...plural('words-under-limit', params.wordsUnderLimitText),
    'data-i18n.words-at-limit': params.wordsAtLimitText,
    ...plural('words-over-limit', params.wordsOverLimitText),
  });
}

function plural(key: string, forms: Plural | undefined) {
  return Object.fromEntries(Object.entries(forms ?? {}).map(([form, text]) => [`data-i18n.${key}.${form}`, text]));
}

function given(all: Readonly<Record<string, string | number | undefined>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
