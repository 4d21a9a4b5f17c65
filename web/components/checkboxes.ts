import type { Html } from '../html.ts';
import { type ChoiceItem, choices, type ChoicesParams } from './choices.ts';

export type CheckboxItem = ChoiceItem & {
  readonly name?: string | undefined;
  /** `exclusive` unticks the others of the group. */
  readonly behaviour?: string | undefined;
};

export type CheckboxesParams = ChoicesParams<CheckboxItem> & {
  readonly describedBy?: string | undefined;
  readonly values?: readonly (string | number)[] | undefined;
};

/** Any number of choices. */
export function checkboxes(params: CheckboxesParams): Html {
  const chosen = new Set((params.values ?? []).map(String));
  return choices(
    {
      block: 'govuk-checkboxes',
      type: 'checkbox',
      describedBy: params.describedBy,
      isChosen: (item) => item.value !== undefined && chosen.has(String(item.value)),
      own: (item) => ({ ...(item.name ? { name: item.name } : {}), 'data-behaviour': item.behaviour || undefined }),
      describesItems: true,
    },
    params,
  );
}
