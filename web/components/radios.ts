import type { Html } from '../html.ts';
import { type ChoiceItem, choices, type ChoicesParams } from './choices.ts';

export type RadiosParams = ChoicesParams<ChoiceItem> & { readonly value?: string | number | undefined };

/** One choice of a few. */
export function radios(params: RadiosParams): Html {
  const isChosen = (item: ChoiceItem) => Boolean(params.value) && String(item.value) === String(params.value);
  return choices({ block: 'govuk-radios', type: 'radio', isChosen, describesItems: false }, params);
}
