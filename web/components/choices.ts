import { html, type Html } from '../html.ts';
import { explanation, formGroup, type FormGroupParams } from './field.ts';
import { fieldset, type FieldsetParams } from './fieldset.ts';
import type { ErrorMessageParams } from './error-message.ts';
import { hint, type HintParams } from './hint.ts';
import { label } from './label.ts';
import { type Attributes, attributes, classes, content, type Content, describedBy, extra, hasContent } from './parts.ts';

/** One radio or checkbox, or the word between two of them (`divider`). */
export type ChoiceItem = Content & {
  readonly value?: string | number | undefined;
  readonly id?: string | undefined;
  readonly label?: { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined } | undefined;
  readonly hint?: HintParams | undefined;
  readonly divider?: string | undefined;
  readonly checked?: boolean | null | undefined;
  /** Further fields, shown while this is chosen; always shown without JavaScript. */
  readonly conditional?: { readonly html?: Html | undefined } | false | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

/** What radios and checkboxes have in common. */
export type ChoicesParams<Item extends ChoiceItem> = {
  readonly name: string;
  readonly idPrefix?: string | undefined;
  readonly fieldset?: FieldsetParams | undefined;
  readonly hint?: HintParams | undefined;
  readonly errorMessage?: ErrorMessageParams | undefined;
  readonly items: readonly (Item | false | null | undefined | '')[];
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly formGroup?:
    | (FormGroupParams & { readonly beforeInputs?: Content | undefined; readonly afterInputs?: Content | undefined })
    | undefined;
};

/** How one kind of choice differs from the other. */
export type ChoiceKind<Item> = {
  readonly block: 'govuk-radios' | 'govuk-checkboxes';
  readonly type: 'radio' | 'checkbox';
  readonly describedBy?: string | undefined;
  readonly isChosen: (item: Item) => boolean;
  /** Further attributes of one item's input. */
  readonly own?: (item: Item) => Readonly<Record<string, string | undefined>>;
  /** Whether each input names the group's description when no fieldset does. */
  readonly describesItems: boolean;
};

/** A group of radios or checkboxes in its box. */
export function choices<Item extends ChoiceItem>(kind: ChoiceKind<Item>, params: ChoicesParams<Item>): Html {
  const prefix = params.idPrefix || params.name;
  const explained = explanation(prefix, params);
  const groupIds = describedBy(params.fieldset?.describedBy || kind.describedBy, explained.ids);
  const itemIds = kind.describesItems && !params.fieldset ? groupIds : undefined;
  const items = params.items.map((item, index) => {
    if (!item) return undefined;
    return choice(kind, item, { name: params.name, id: item.id || (index > 0 ? `${prefix}-${index + 1}` : prefix), itemIds });
  });
  const inside = html`${content(params.formGroup?.beforeInputs)}${items}${content(params.formGroup?.afterInputs)}`;
  const list = html`<div class="${classes(kind.block, params.classes)}"${extra(params.attributes)} data-module="${kind.block}">${inside}</div>`;
  const body = html`${explained.shown}${list}`;
  return formGroup(
    params,
    params.fieldset ? fieldset({ ...params.fieldset, role: undefined, describedBy: groupIds, html: body }) : body,
  );
}

type Place = { readonly name: string; readonly id: string; readonly itemIds: string | undefined };

function choice<Item extends ChoiceItem>(kind: ChoiceKind<Item>, item: Item, { name, id, itemIds }: Place): Html {
  if (item.divider) return html`<div class="${kind.block}__divider">${item.divider}</div>`;
  const chosen = Boolean(item.checked) || (item.checked !== false && kind.isChosen(item));
  const hintId = item.hint && hasContent(item.hint) ? `${id}-item-hint` : undefined;
  const more = item.conditional ? item.conditional.html : undefined;
  const own = {
    class: `${kind.block}__input`,
    id,
    name,
    type: kind.type,
    value: item.value ?? '',
    checked: chosen,
    disabled: item.disabled,
    'data-aria-controls': more && `conditional-${id}`,
    'aria-describedby': describedBy(itemIds, hintId),
    ...kind.own?.(item),
  };
  const input = html`<input${attributes(own)}${extra(item.attributes)}>`;
  const hidden = !chosen && `${kind.block}__conditional--hidden`;
  return html`<div class="${kind.block}__item">${input}${labelOf(kind.block, item, id)}${hintOf(kind.block, item, hintId)}</div>
    ${more && html`<div class="${classes(`${kind.block}__conditional`, hidden)}" id="conditional-${id}">${more}</div>`}`;
}

function labelOf(block: string, { text, html: marked, label: own }: ChoiceItem, id: string): Html {
  return label({ text, html: marked, classes: classes(`${block}__label`, own?.classes), attributes: own?.attributes, for: id });
}

function hintOf(block: string, { hint: own }: ChoiceItem, id: string | undefined): Html | undefined {
  return id === undefined ? undefined : hint({ ...own, id, classes: classes(`${block}__hint`, own?.classes) });
}
