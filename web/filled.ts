import type { Issue } from '#shared/kernel/errors.ts';
import { emptyForm, errorSummaryOf, fieldErrors, fieldId, type FormState, type FormValues } from './forms.ts';
import { type Html, render } from './html.ts';

/** A form as it came back: what was typed, what there is to mend, or one sentence about the whole of it. */
export type Filled = { readonly values: FormValues; readonly issues: readonly Issue[]; readonly message?: string | undefined };

/** What the fields of a form are given: its typed values and issues, or nothing yet. */
export function formState(filled: Filled | undefined): FormState {
  return filled ?? emptyForm;
}

/**
 * The error summary above `body`, or nothing when there is nothing to mend. A sentence links to its field where the body
 * has one, so that no link leads nowhere. `targets` names the field of a path that has none of its own.
 */
export function problemsOf(
  filled: Filled | undefined,
  body: Html,
  targets: Readonly<Record<string, string>> = {},
): Html | undefined {
  if (!filled) return undefined;
  const { issues, message } = filled;
  if (issues.length === 0) return message === undefined ? undefined : errorSummaryOf([{ path: '', message }]);
  const shown = render(body);
  const known = (target: string) => shown.includes(` id="${fieldId(target)}"`);
  const links = [...fieldErrors(issues).keys()].map((path) => {
    const target = targets[path] ?? path;
    return [path, known(target) ? target : ''] as const;
  });
  return errorSummaryOf(issues, Object.fromEntries(links));
}
