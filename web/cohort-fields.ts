import { yearGroups } from '#shared/domain/fields.ts';
import { fieldsContent as words } from './fields.en.ts';
import { fieldGroup, type FormState, numberField } from './forms.ts';
import { html, type Html } from './html.ts';
import { englishLabels as labels } from './labels.en.ts';

/** How many pupils of each year group: headcounts only. */
export function cohortFields(
  state: FormState,
  label: string,
  heading: { readonly labelSize?: 'l'; readonly isPageHeading?: boolean } = {},
): Html {
  const fields = yearGroups.map((year) => numberField({ ...state, path: `cohorts.${year}`, label: labels.years[year] }));
  const { issues } = state;
  return fieldGroup({ ...heading, issues, path: 'cohorts', label, hint: words.cohortsHint, body: html`${fields}` });
}
