import { yearGroups } from '#shared/domain/fields.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { sessionFormats } from '#shared/domain/vocabulary.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import {
  checkboxesField,
  form,
  type FormState,
  type FormValues,
  hiddenField,
  numberField,
  textareaField,
  textField,
} from '../forms.ts';
import { halfDaysField } from '../half-day-field.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { organisationRows, volunteerRows } from '../links/held.ts';
import { barred } from '../my-place/barred.ts';
import { meanwhile } from '../my-place/meanwhile.ts';
import { paragraph } from '../prose.ts';
import { mySessionsContent } from './content.en.ts';
import type { VisitorSetting } from './place.ts';

type Params<S> = Omit<VisitorSetting, 'visitor'> & {
  readonly state: S;
  readonly halfDays: readonly string[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

const { change: words } = mySessionsContent;

/** The form that changes what an organisation offers, filled with what we hold. */
export function organisationChangePage(params: Params<Organisation>): string {
  const { state: held, halfDays, filled } = params;
  const state: FormState = filled ? formState(filled) : { values: organisationValues(held), issues: [] };
  const formats = sessionFormats.map((value) => ({ value, text: labels.formats[value] }));
  const years = yearGroups.map((value) => ({ value, text: labels.years[value] }));
  const fields = html`${textField({ ...state, path: 'sessionTitle', label: words.sessionTitle, optional: true })}
${checkboxesField({ ...state, path: 'formats', label: words.formats, options: formats })}
${halfDaysField(state, halfDays, words.halfDays)}
${numberField({ ...state, path: 'workshopsPerHalfDay', label: words.workshopsPerHalfDay })}
${numberField({ ...state, path: 'placesPerWorkshop', label: words.placesPerWorkshop })}
${checkboxesField({ ...state, path: 'yearGroups', label: words.yearGroups, options: years, small: true })}
${textareaField({ ...state, path: 'needs', label: words.needs, hint: words.needsHint, optional: true, rows: 3 })}`;
  return changePage(params, { path: '/my/organisation', fields, rows: organisationRows(held) });
}

/** The form that changes what a volunteer offers. */
export function volunteerChangePage(params: Params<Volunteer>): string {
  const { state: held, halfDays, filled } = params;
  const values = { halfDays: held.halfDays, offer: optional(held.offer) };
  const state: FormState = filled ? formState(filled) : { values, issues: [] };
  const fields = html`${halfDaysField(state, halfDays, words.halfDays)}
${textareaField({ ...state, path: 'offer', label: words.offer, hint: words.offerHint, optional: true, rows: 3 })}`;
  return changePage(params, { path: '/my/volunteer', fields, rows: volunteerRows(held) });
}

type Parts = { readonly path: string; readonly fields: Html; readonly rows: readonly (SummaryRow | undefined)[] };

function changePage(
  { edition, programme, state: held, now, requestKey, filled }: Params<Organisation | Volunteer>,
  { path, fields, rows }: Parts,
): string {
  const ours = html`${hiddenField('version', String(held.version))}${hiddenField('requestKey', requestKey)}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body:
      barred(held.state, { edition, now, words: mySessionsContent, until: 'week' }) ??
      html`${meanwhile({ filled, held, rows, now, path })}
${paragraph(words.apart)}
${form({ action: path, body: html`${ours}${fields}`, submit: words.save })}`,
  });
}

function organisationValues(held: Organisation): FormValues {
  return {
    sessionTitle: optional(held.sessionTitle),
    formats: held.formats,
    halfDays: held.halfDays,
    workshopsPerHalfDay: [String(held.workshopsPerHalfDay)],
    placesPerWorkshop: [String(held.placesPerWorkshop)],
    yearGroups: held.yearGroups,
    needs: optional(held.needs),
  };
}

function optional(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
