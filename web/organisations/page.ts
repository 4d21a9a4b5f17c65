import type { Edition } from '#shared/domain/edition.ts';
import { yearGroups } from '#shared/domain/fields.ts';
import { sectors } from '#shared/domain/organisation.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { sessionFormats } from '#shared/domain/vocabulary.ts';
import { colleagueFields } from '../colleague-fields.ts';
import { contactFields } from '../contact-fields.ts';
import { fieldsContent } from '../fields.en.ts';
import { type Filled, formState } from '../filled.ts';
import {
  checkboxesField,
  form,
  type FormState,
  hiddenField,
  numberField,
  radiosField,
  selectField,
  textareaField,
  textField,
} from '../forms.ts';
import { halfDaysField } from '../half-day-field.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { editionPath, pathOf } from '../paths.ts';
import { heading2, lead, paragraph } from '../prose.ts';
import { safeguardingFields } from '../safeguarding-fields.ts';
import { organisationsContent as words } from './content.en.ts';

export type SignUpParams = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly halfDays: readonly string[];
  /** Makes a repeated post harmless. */
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The form by which an organisation offers sessions. */
export function organisationSignUpPage({ edition, programme, halfDays, requestKey, filled }: SignUpParams): string {
  const common = { programme, caption: edition.name, backLink: editionPath(edition) };
  if (edition.state === 'surveying' || edition.state === 'reported') {
    return journeyPage({ ...common, title: words.closed, body: paragraph(words.closedAdvice) });
  }
  const path = pathOf('/editions/{edition}/organisations/sign-up', edition);
  const state = formState(filled);
  const body = html`${hiddenField('requestKey', requestKey)}
${heading2(words.organisationHeading)}
${textField({ ...state, path: 'name', label: words.name, autocomplete: 'organization', spellcheck: false })}
${selectField({ ...state, path: 'sector', label: words.sector, empty: words.sectorEmpty, options: sectors.map((value) => ({ value, text: labels.sectors[value] })) })}
${heading2(words.offerHeading)}
${offerFields(state, halfDays)}
${colleagueFields(state)}
${heading2(fieldsContent.safeguarding.heading)}
${safeguardingFields(state, 'everyone')}
${heading2(fieldsContent.contact.heading)}
${contactFields(state)}
${paragraph(words.next)}`;
  return journeyPage({
    ...common,
    title: words.title,
    path,
    filled,
    body: html`${lead(words.intro)}${form({ action: path, body, submit: words.send, trap: true })}`,
  });
}

function offerFields(state: FormState, halfDays: readonly string[]): Html {
  const formats = sessionFormats.map((value) => ({ value, text: labels.formats[value], hint: words.formatHints[value] }));
  const years = yearGroups.map((value) => ({ value, text: labels.years[value] }));
  const credit = [
    { value: 'yes', text: labels.yes },
    { value: 'no', text: labels.no },
  ];
  return html`${textField({ ...state, path: 'sessionTitle', label: words.sessionTitle, hint: words.sessionTitleHint, optional: true })}
${checkboxesField({ ...state, path: 'formats', label: words.formats, hint: words.formatsHint, options: formats })}
${halfDaysField(state, halfDays, words.halfDays)}
${numberField({ ...state, path: 'workshopsPerHalfDay', label: words.workshopsPerHalfDay })}
${numberField({ ...state, path: 'placesPerWorkshop', label: words.placesPerWorkshop })}
${checkboxesField({ ...state, path: 'yearGroups', label: words.yearGroups, hint: words.yearGroupsHint, options: years, small: true })}
${textareaField({ ...state, path: 'needs', label: words.needs, hint: words.needsHint, optional: true, rows: 3 })}
${radiosField({ ...state, path: 'publicCredit', label: words.publicCredit, hint: words.publicCreditHint, options: credit, inline: true })}`;
}
