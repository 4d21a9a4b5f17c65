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
  const afterInput = html`${message(params, `${id}-info`)}${content(params.formGroup?.afterInput)}`;
  return textarea({
    ...params,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', params.classes),
    formGroup: {
      classes: classes('govuk-character-count', params.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        ...limits(params),
        ...wordings(params),
        ...params.formGroup?.attributes,
      },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: afterInput },
    },
  });
}

function typeOf({ countType, maxwords }: CharacterCountParams): string | undefined {
  return countType || (maxwords ? 'words' : undefined);
}

function message(params: CharacterCountParams, id: string): Html {
  const limit = params.maxwords || params.maxlength;
  const standard = `You can enter up to %{count} ${typeOf(params) === 'words' ? 'words' : 'characters'}`;
  const text = limit ? (params.textareaDescriptionText || standard).replace('%{count}', String(limit)) : undefined;
  return hint({ id, text, classes: classes('govuk-character-count__message', params.countMessage?.classes) });
}

function limits(params: CharacterCountParams) {
  return given({
    'data-maxlength': params.maxlength,
    'data-maxwords': params.maxwords,
    'data-threshold': params.threshold,
    'data-count-type': typeOf(params),
    // Without a limit of ours the script knows one, and needs the words to go with it.
    'data-i18n.textarea-description.other': params.maxwords || params.maxlength ? undefined : params.textareaDescriptionText,
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
