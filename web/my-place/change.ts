import { cohortFields } from '../cohort-fields.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, type FormValues, hiddenField, numberField, textareaField } from '../forms.ts';
import { yearGroups, type Cohorts } from '#shared/domain/fields.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { halfDaysField } from '../half-day-field.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { answerRows } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { barred } from './barred.ts';
import { myPlaceContent } from './content.en.ts';
import { meanwhile } from './meanwhile.ts';
import type { PlaceSetting } from './place.ts';

type Params = PlaceSetting & {
  readonly halfDays: readonly string[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The form that changes a school's answers, filled with what we hold. */
export function changePage({ edition, programme, school, halfDays, now, requestKey, filled }: Params): string {
  const { change: words } = myPlaceContent;
  const path = pathOf('/my/place/change', {});
  const state: FormState = filled ? formState(filled) : { values: valuesOf(school), issues: [] };
  const hosts = school.roles.includes('host');
  const fields = html`${hiddenField('version', String(school.version))}${hiddenField('requestKey', requestKey)}
${cohortFields(state, words.cohorts)}
${hosts && numberField({ ...state, path: 'hallCapacity', label: words.hallCapacity })}
${halfDaysField(state, halfDays, words.halfDays)}
${textareaField({ ...state, path: 'accessNeeds', label: words.accessNeeds, hint: words.accessNeedsHint, optional: true, rows: 3 })}
${textareaField({ ...state, path: 'wishes', label: words.wishes, hint: words.wishesHint, optional: true, rows: 3 })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body:
      barred(school.state, { edition, now, words: myPlaceContent, until: 'week' }) ??
      html`${meanwhile({ filled, held: school, rows: answerRows(school), now, path })}
${paragraph(words.apart)}
${form({ action: path, body: fields, submit: words.save })}`,
  });
}

function valuesOf({ cohorts, hallCapacity, halfDays, accessNeeds, wishes }: Registration): FormValues {
  return {
    ...cohortValues(cohorts),
    hallCapacity: hallCapacity === undefined ? [] : [String(hallCapacity)],
    halfDays,
    accessNeeds: accessNeeds === undefined ? [] : [accessNeeds],
    wishes: wishes === undefined ? [] : [wishes],
  };
}

/** Headcounts as they stand in a form. */
export function cohortValues(cohorts: Cohorts): FormValues {
  return Object.fromEntries(
    yearGroups.map((year) => [`cohorts.${year}`, cohorts[year] === undefined ? [] : [String(cohorts[year])]]),
  );
}
