import type { Edition } from '#shared/domain/edition.ts';
import type { School } from '#shared/domain/school.ts';
import { schoolRoles } from '#shared/domain/vocabulary.ts';
import { cohortFields } from '../cohort-fields.ts';
import { summaryList } from '../components/summary-list.ts';
import { contactFields } from '../contact-fields.ts';
import { fieldsContent } from '../fields.en.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, type FormState, hiddenField, numberField, textareaField } from '../forms.ts';
import { halfDaysField } from '../half-day-field.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, paragraph } from '../prose.ts';
import { schoolsContent } from './content.en.ts';

type Params = {
  readonly edition: Edition;
  readonly school: School;
  readonly halfDays: readonly string[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The registration form, under what the register says of the school. */
export function registrationFields({ edition, school, halfDays, requestKey, filled }: Params): Html {
  const { register: words } = schoolsContent;
  const state = formState(filled);
  const fields = html`${hiddenField('urn', school.urn)}${hiddenField('requestKey', requestKey)}
${heading2(words.rolesHeading)}
${rolesField(state)}
${cohortFields(state, words.cohorts)}
${halfDaysField(state, halfDays, words.halfDays)}
${heading2(fieldsContent.contact.heading)}
${contactFields(state)}
${heading2(words.needsHeading)}
${textareaField({ ...state, path: 'accessNeeds', label: words.accessNeeds, hint: words.accessNeedsHint, optional: true, rows: 3 })}
${textareaField({ ...state, path: 'wishes', label: words.wishes, hint: words.wishesHint, optional: true, rows: 3 })}
${paragraph(words.next)}`;
  return html`${schoolSummary(edition, school)}
${form({ action: pathOf('/editions/{edition}/schools/register', edition), body: fields, submit: words.send, trap: true })}`;
}

function rolesField(state: FormState): Html {
  const { register: words } = schoolsContent;
  const hall = numberField({ ...state, path: 'hallCapacity', label: words.hallCapacity, hint: words.hallCapacityHint });
  const options = schoolRoles.map((value) => ({
    value,
    text: labels.roles[value],
    hint: words.roleHints[value],
    conditional: value === 'host' ? hall : undefined,
  }));
  return checkboxesField({ ...state, path: 'roles', label: words.roles, hint: words.rolesHint, options });
}

function schoolSummary(edition: Edition, { name, town, postcode, urn }: School): Html {
  const { register: words } = schoolsContent;
  const change = {
    href: pathOf('/editions/{edition}/schools', edition),
    text: words.change,
    visuallyHiddenText: words.changeHidden,
  };
  const address = [town, postcode].filter((part) => part).join(', ');
  const rows = [
    { key: { text: words.school }, value: { text: name }, actions: { items: [change] } },
    address !== '' && { key: { text: words.address }, value: { text: address } },
    { key: { text: words.urn }, value: { text: urn } },
  ];
  // An error about the school leads here: its number travels unseen.
  return html`<div id="urn" tabindex="-1">${summaryList({ rows })}</div>`;
}
