import { yearGroups } from '#shared/domain/fields.ts';
import { anyHalfDay, type JourneyKind, type StepName } from '#shared/domain/journeys.ts';
import { sectors } from '#shared/domain/organisation.ts';
import { schoolRoles, sessionFormats } from '#shared/domain/vocabulary.ts';
import { cohortFields } from '../cohort-fields.ts';
import { colleagueFields } from '../colleague-fields.ts';
import { contactFields } from '../contact-fields.ts';
import { checkboxesField, type FormState, numberField, radiosField, selectField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { organisationsContent } from '../organisations/content.en.ts';
import { paragraph } from '../prose.ts';
import { safeguardingFields } from '../safeguarding-fields.ts';
import { sayHalfDay } from '../say.ts';
import { schoolsContent } from '../schools/content.en.ts';
import { volunteersContent } from '../volunteers/content.en.ts';
import { journeysContent } from './content.en.ts';

type Params = {
  readonly kind: JourneyKind;
  readonly title: string;
  readonly state: FormState;
  readonly halfDays: readonly string[];
};
/** A page's fields; `ours` when one of them carries the page's heading as its own label. */
type Fields = { readonly body: Html; readonly heading?: 'ours' };

const asHeading = { labelSize: 'l', isPageHeading: true } as const;
const { hints } = journeysContent;
const { register: school } = schoolsContent;
const organisation = organisationsContent;
const volunteer = volunteersContent;

/** The fields of each question page. */
export const stepFields: Readonly<Record<StepName, (params: Params) => Fields>> = {
  you: ({ state }) => ({ body: contactFields(state) }),
  'take-part': ({ state, title }) => {
    const options = schoolRoles.map((value) => ({ value, text: labels.roles[value], hint: school.roleHints[value] }));
    return ours(checkboxesField({ ...state, ...asHeading, path: 'roles', label: title, hint: school.rolesHint, options }));
  },
  hosting: ({ state, title }) =>
    ours(numberField({ ...state, ...asHeading, path: 'hallCapacity', label: title, hint: hints.hosting })),
  pupils: ({ state, title }) => ours(cohortFields(state, title, asHeading)),
  'half-days': ({ state, title, halfDays }) => {
    const slots = halfDays.map((value) => ({ value, text: sayHalfDay(value) }));
    const options = [{ value: anyHalfDay, text: hints.anyHalfDay, exclusive: true }, { divider: hints.or }, ...slots];
    return ours(checkboxesField({ ...state, ...asHeading, path: 'halfDays', label: title, hint: hints.halfDays, options }));
  },
  needs: ({ state }) => ({
    body: html`${textareaField({ ...state, path: 'accessNeeds', label: school.accessNeeds, hint: school.accessNeedsHint, optional: true, rows: 3 })}
${textareaField({ ...state, path: 'wishes', label: school.wishes, hint: school.wishesHint, optional: true, rows: 3 })}`,
  }),
  organisation: ({ state }) => {
    const options = sectors.map((value) => ({ value, text: labels.sectors[value] }));
    return {
      body: html`${textField({ ...state, path: 'name', label: organisation.name, autocomplete: 'organization', spellcheck: false })}
${selectField({ ...state, path: 'sector', label: organisation.sector, empty: organisation.sectorEmpty, options })}`,
    };
  },
  session: ({ state }) => ({ body: sessionFields(state) }),
  'how-much': ({ state }) => ({
    body: html`${numberField({ ...state, path: 'workshopsPerHalfDay', label: organisation.workshopsPerHalfDay })}
${numberField({ ...state, path: 'placesPerWorkshop', label: organisation.placesPerWorkshop })}`,
  }),
  people: ({ state }) => ours(colleagueFields(state, asHeading)),
  safeguarding: ({ state, kind }) => ({
    body: html`${paragraph(hints.safeguarding)}${safeguardingFields(state, kind === 'organisation' ? 'everyone' : 'one')}`,
  }),
  credit: ({ state, title }) => {
    const options = [
      { value: 'yes', text: labels.yes },
      { value: 'no', text: labels.no },
    ];
    return ours(
      radiosField({ ...state, ...asHeading, path: 'publicCredit', label: title, hint: organisation.publicCreditHint, options }),
    );
  },
  'with-whom': ({ state, title }) =>
    ours(
      textField({
        ...state,
        ...asHeading,
        path: 'organisationName',
        label: title,
        hint: volunteer.organisationNameHint,
        autocomplete: 'organization',
      }),
    ),
  offer: ({ state, title }) =>
    ours(textareaField({ ...state, ...asHeading, path: 'offer', label: title, hint: volunteer.offerHint, rows: 4 })),
};

function ours(body: Html): Fields {
  return { body, heading: 'ours' };
}

function sessionFields(state: FormState): Html {
  const formats = sessionFormats.map((value) => ({ value, text: labels.formats[value], hint: organisation.formatHints[value] }));
  const years = yearGroups.map((value) => ({ value, text: labels.years[value] }));
  return html`${textField({ ...state, path: 'sessionTitle', label: organisation.sessionTitle, hint: organisation.sessionTitleHint, optional: true })}
${checkboxesField({ ...state, path: 'formats', label: organisation.formats, hint: organisation.formatsHint, options: formats })}
${checkboxesField({ ...state, path: 'yearGroups', label: organisation.yearGroups, hint: organisation.yearGroupsHint, options: years, small: true })}
${textareaField({ ...state, path: 'needs', label: organisation.needs, hint: organisation.needsHint, optional: true, rows: 3 })}`;
}
