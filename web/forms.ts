import type { Issue } from '#shared/kernel/errors.ts';
import { trapField } from '#shared/system/protections.ts';
import { button } from './components/button.ts';
import { checkboxes, type CheckboxItem } from './components/checkboxes.ts';
import type { ChoiceItem } from './components/choices.ts';
import type { ErrorMessageParams } from './components/error-message.ts';
import { errorSummary } from './components/error-summary.ts';
import { explanation, formGroup } from './components/field.ts';
import { fieldset, type LegendParams } from './components/fieldset.ts';
import type { HintParams } from './components/hint.ts';
import { input } from './components/input.ts';
import { radios } from './components/radios.ts';
import { select } from './components/select.ts';
import { textarea } from './components/textarea.ts';
import { html, type Html, isHtml } from './html.ts';
import { wordsIn } from './words.ts';

/** What was typed, by field name, as it was posted: several strings where a name came several times. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** A form as it stands: what was typed and what is wrong with it. Spread it into each field's params. */
export type FormState = {
  readonly values: FormValues;
  readonly issues: readonly Issue[];
  /** What is wrong with the form as a whole. */
  readonly message?: string | undefined;
};

/** A form nobody has filled in yet. */
export const emptyForm: FormState = { values: {}, issues: [] };

type Field = Pick<FormState, 'values' | 'issues'> & {
  /** The field's name, which is its issue's path too: `contact.email`. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string | Html | undefined;
  /** `s`, `m`, `l` or `xl`: how large the label or legend is. */
  readonly labelSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  /** Whether the label is the page's only heading. */
  readonly isPageHeading?: boolean | undefined;
  /** Marks the label as optional. */
  readonly optional?: boolean | undefined;
};

/** The id of a field's element: dots become hyphens. */
export function fieldId(path: string): string {
  return path.replaceAll('.', '-');
}

/** The first sentence about each field. An issue about one item of a list (`halfDays.2`) is about the list. */
export function fieldErrors(issues: readonly Issue[]): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const issue of issues) {
    const path = fieldOf(issue);
    if (!errors.has(path)) errors.set(path, issue.message);
  }
  return errors;
}

/**
 * The summary above a form with errors: the same sentences as at the fields, each linked to its field, or to
 * `targets[path]` where a path has no field of its own. Nothing when there are no issues.
 */
export function errorSummaryOf(issues: readonly Issue[], targets: Readonly<Record<string, string>> = {}): Html | undefined {
  if (issues.length === 0) return undefined;
  const errorList = [...fieldErrors(issues)].map(([path, text]) => {
    const target = targets[path] ?? path;
    return target === '' || target === 'body' ? { text } : { text, href: `#${fieldId(target)}` };
  });
  return errorSummary({ titleText: wordsIn('en').errorSummary, errorList });
}

/** The same for a whole form's state, its message among the rest. */
export function summaryOf(
  { issues, message }: Omit<FormState, 'values'>,
  targets: Readonly<Record<string, string>> = {},
): Html | undefined {
  return errorSummaryOf(message === undefined ? issues : [{ path: '', message }, ...issues], targets);
}

function fieldOf(issue: Issue): string {
  return issue.path.replace(/\.\d+(?:\..*)?$/, '');
}

export type TextFieldParams = Field & {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'text' | 'email' | 'tel' | 'numeric' | undefined;
  /** Characters it is wide, where the length of the answer is known. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly suffix?: string | undefined;
};

/** One line of text. */
export function textField(params: TextFieldParams): Html {
  return input({
    ...common(params),
    type: params.type,
    value: firstValue(params),
    autocomplete: params.autocomplete,
    inputmode: params.inputmode,
    spellcheck: params.spellcheck ?? (params.type === 'email' || params.type === 'tel' ? false : undefined),
    classes: params.width && `govuk-input--width-${params.width}`,
    suffix: params.suffix === undefined ? undefined : { text: params.suffix },
  });
}

/** A whole number. */
export function numberField(params: Omit<TextFieldParams, 'type' | 'inputmode'>): Html {
  return textField({ width: 4, spellcheck: false, ...params, inputmode: 'numeric' });
}

/** Several lines of text. */
export function textareaField(params: Field & { readonly rows?: number | undefined }): Html {
  return textarea({ ...common(params), value: firstValue(params), rows: params.rows });
}

export type Option = {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
  /** Fields that belong to this answer. */
  readonly conditional?: Html | undefined;
  /** Unticks the other checkboxes of its group. */
  readonly exclusive?: boolean | undefined;
};
type ChoiceField = Field & {
  readonly options: readonly (Option | { readonly divider: string })[];
  readonly small?: boolean | undefined;
  readonly inline?: boolean | undefined;
};

/** One choice of a few. */
export function radiosField(params: ChoiceField): Html {
  return radios({
    ...group(params),
    classes: modifiers('govuk-radios', params),
    items: params.options.map(item),
    value: firstValue(params),
  });
}

/** Any number of choices; posts its name once for each. `idPrefix` tells apart groups of one name on one page. */
export function checkboxesField(params: ChoiceField & { readonly idPrefix?: string | undefined }): Html {
  const items = params.options.map(
    (option): CheckboxItem => ({
      ...item(option),
      behaviour: 'exclusive' in option && option.exclusive ? 'exclusive' : undefined,
    }),
  );
  return checkboxes({
    ...group(params),
    ...(params.idPrefix === undefined ? {} : { idPrefix: params.idPrefix }),
    classes: modifiers('govuk-checkboxes', params),
    items,
    values: params.values[params.path] ?? [],
  });
}

/** One choice from a long list. `empty` is the text of the choice that says nothing. */
export function selectField(params: Field & { readonly options: readonly Option[]; readonly empty?: string | undefined }): Html {
  const none = params.empty === undefined ? [] : [{ value: '', text: params.empty }];
  return select({
    ...common(params),
    items: [...none, ...params.options.map(({ value, text }) => ({ value, text }))],
    value: firstValue(params),
  });
}

/** Fields under one legend; an issue with the group's own path is shown at the group. */
export function fieldGroup(params: Omit<Field, 'values'> & { readonly body: Html }): Html {
  const { hint, errorMessage, legend } = labelling(params);
  const id = fieldId(params.path);
  const explained = explanation(id, { hint, errorMessage });
  // The summary links to the group, so the group takes focus.
  const attributes = { id, tabindex: '-1' };
  const inside = html`${explained.shown}${params.body}`;
  return formGroup({ errorMessage }, fieldset({ legend, describedBy: explained.ids, role: 'group', attributes, html: inside }));
}

/** A value that travels with the form unseen. */
export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

export type FormParams = {
  /** Where it posts; the page's own address by default. */
  readonly action?: string | undefined;
  readonly body?: Html | undefined;
  /** The text of the button. */
  readonly submit?: string | undefined;
  /** Further classes of the button: `govuk-button--secondary`, `govuk-button--warning`. */
  readonly submitClasses?: string | undefined;
  /** Posts without the script: for a form that leads to another site. */
  readonly plain?: boolean | undefined;
  /** For forms that anybody can reach: adds the field that only robots fill in. Decision 015. */
  readonly trap?: boolean | undefined;
};

/** A form that posts, with its one button. The browser's own checks are off: ours say more and look alike everywhere. */
export function form(params: FormParams): Html {
  const action = params.action && html` action="${params.action}"`;
  const submit = button({
    text: params.submit ?? wordsIn('en').continue,
    classes: params.submitClasses,
    preventDoubleClick: true,
  });
  return html`<form method="post"${action}${params.plain && html` data-plain`} novalidate>${params.body}${params.trap && trap()}${submit}</form>`;
}

/** Neither seen, nor reached by keyboard, nor read out. Its label is for whoever meets it without our style. */
function trap(): Html {
  return html`<div class="app-trap" aria-hidden="true"><label for="${trapField}">${wordsIn('en').trap}</label><input id="${trapField}" name="${trapField}" type="text" tabindex="-1" autocomplete="off"></div>`;
}

function firstValue({ values, path }: Field): string | undefined {
  return values[path]?.[0];
}

function common(params: Field) {
  const { hint, errorMessage, label } = labelling(params);
  return { name: params.path, id: fieldId(params.path), label, hint, errorMessage };
}

function group(params: Field) {
  const { hint, errorMessage, legend } = labelling(params);
  return { name: params.path, idPrefix: fieldId(params.path), fieldset: { legend }, hint, errorMessage };
}

type Labelling = {
  readonly label: LegendParams;
  readonly legend: LegendParams;
  readonly hint: HintParams | undefined;
  readonly errorMessage: ErrorMessageParams | undefined;
};

function labelling({ path, issues, label, hint, labelSize, isPageHeading, optional }: Omit<Field, 'values'>): Labelling {
  const text = optional ? `${label} ${wordsIn('en').optional}` : label;
  const message = fieldErrors(issues).get(path);
  return {
    label: { text, classes: labelSize && `govuk-label--${labelSize}`, isPageHeading },
    legend: { text, classes: `govuk-fieldset__legend--${labelSize ?? 's'}`, isPageHeading },
    hint: hint === undefined ? undefined : isHtml(hint) ? { html: hint } : { text: hint },
    errorMessage: message === undefined ? undefined : { text: message },
  };
}

function item(option: Option | { readonly divider: string }): ChoiceItem {
  if ('divider' in option) return option;
  const { value, text, hint, conditional } = option;
  return {
    value,
    text,
    hint: hint === undefined ? undefined : { text: hint },
    conditional: conditional && { html: conditional },
  };
}

function modifiers(block: string, { small, inline }: ChoiceField): string | undefined {
  return [small && `${block}--small`, inline && `${block}--inline`].filter(Boolean).join(' ') || undefined;
}
