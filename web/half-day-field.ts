import { fieldsContent as words } from './fields.en.ts';
import { checkboxesField, type FormState } from './forms.ts';
import type { Html } from './html.ts';
import { sayHalfDay } from './say.ts';

/** The edition's half-days to tick, each with its day in words. */
export function halfDaysField(state: FormState, halfDays: readonly string[], label: string): Html {
  const options = halfDays.map((value) => ({ value, text: sayHalfDay(value) }));
  return checkboxesField({ ...state, path: 'halfDays', label, hint: words.halfDaysHint, options, small: true });
}
