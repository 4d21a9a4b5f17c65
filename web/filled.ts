import { emptyForm, fieldErrors, fieldId, type FormState, summaryOf } from './forms.ts';
import { type Html, render } from './html.ts';

/** A form as it came back: what was typed, what there is to mend, or one sentence about the whole of it. */
export type Filled = FormState;

/** What the fields of a form are given: its typed values and issues, or nothing yet. */
export function formState(filled: Filled | undefined): FormState {
  return filled ?? emptyForm;
}

/**
 * The error summary above `body`, or nothing when there is nothing to mend: in the order of the fields in the body, each
 * sentence linked to its field where there is one, so that no link leads nowhere. `targets` names the field of a path that has none of its own.
 */
export function problemsOf(
  filled: Filled | undefined,
  body: Html,
  targets: Readonly<Record<string, string>> = {},
): Html | undefined {
  if (!filled) return undefined;
  const shown = render(body);
  const places = [...fieldErrors(filled.issues)]
    .map(([path, message]) => {
      const target = targets[path] ?? path;
      return { path, message, target, at: shown.indexOf(` id="${fieldId(target)}"`) };
    })
    .sort((a, b) => a.at - b.at);
  const links = places.map(({ path, target, at }) => [path, at < 0 ? '' : target] as const);
  return summaryOf({ ...filled, issues: places }, Object.fromEntries(links));
}
