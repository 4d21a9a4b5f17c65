import { scales } from '#shared/domain/instruments/scales.ts';
import { asksParents } from '#shared/domain/instruments/adult-names.ts';
import type { PlaceCounts } from '#shared/domain/pupils/items.ts';
import { fieldGroup, form, type FormState, type FormValues, numberField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, lead } from '../prose.ts';
import { classesContent } from './content.en.ts';
import { type ClassSetting, eventTitle } from './setting.ts';

const { tally: words } = classesContent;

type Params = ClassSetting & { readonly tally: { readonly present: number; readonly counts: PlaceCounts } | undefined };

/** The form for a count by show of hands or from sheets. */
export function tallyPage(params: Params): string {
  const { programme, one, instrument, tally, filled } = params;
  const text = asksParents(one) ? words.parents : words;
  const action = pathOf('/my/classes/{code}/tally', one);
  const state: FormState = filled ?? { values: tally ? valuesOf(tally) : {}, issues: [] };
  return journeyPage({
    programme,
    title: text.title,
    caption: `${eventTitle(params, one)}, ${labels.years[one.year]}`,
    backLink: pathOf('/my/classes/{code}', one),
    path: action,
    filled,
    body: html`${lead(text.lead)}${bullets([text.once, text.everybody])}
${form({
  action,
  body: html`${numberField({ ...state, path: 'present', label: text.present, hint: words.presentHint, labelSize: 'm' })}${instrument.statements.map((each) => group(each, state))}`,
  submit: words.save,
})}`,
  });
}

function group({ id, text, scale }: Params['instrument']['statements'][number], state: FormState): Html {
  const fields = scales[scale].words.map((label, index) => numberField({ ...state, path: `${id}.${index + 1}`, label }));
  return fieldGroup({ path: id, label: text, labelSize: 'm', issues: state.issues, body: html`${fields}` });
}

function valuesOf({ present, counts }: NonNullable<Params['tally']>): FormValues {
  const typed = Object.entries(counts).flatMap(([id, places]) =>
    places.map((count, index) => [`${id}.${index + 1}`, [String(count)]] as const),
  );
  return { present: [String(present)], ...Object.fromEntries(typed) };
}
