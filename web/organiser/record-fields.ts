import { type Edition, halfDaysOf } from '#shared/domain/edition.ts';
import { yearGroups } from '#shared/domain/fields.ts';
import { sectors } from '#shared/domain/organisation.ts';
import { schoolRoles, sessionFormats } from '#shared/domain/vocabulary.ts';
import {
  checkboxesField,
  type FormState,
  type FormValues,
  type Option,
  selectField,
  textareaField,
  textField,
} from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { sayHalfDay } from '../say.ts';
import { recordsContent } from './records.en.ts';

const { fields: words } = recordsContent;

/** One answer of a record that an organiser can change: how it is asked, and how its value is said. */
export type RecordField = {
  readonly path: string;
  readonly label: string;
  readonly control: 'line' | 'email' | 'telephone' | 'number' | 'lines' | 'boxes' | 'choice';
  readonly options?: readonly Option[];
};

const contactFields: readonly RecordField[] = [
  { path: 'contact.name', label: words['contact.name'], control: 'line' },
  { path: 'contact.jobTitle', label: words['contact.jobTitle'], control: 'line' },
  { path: 'contact.email', label: words['contact.email'], control: 'email' },
  { path: 'contact.telephone', label: words['contact.telephone'], control: 'telephone' },
];

/** The answers of a school. */
export function schoolFields(edition: Edition): readonly RecordField[] {
  return [
    ...contactFields,
    { path: 'roles', label: words.roles, control: 'boxes', options: optionsOf(schoolRoles, labels.roles) },
    ...yearGroups.map((year) => ({
      path: `cohorts.${year}`,
      label: words.pupilsOf(labels.years[year]),
      control: 'number' as const,
    })),
    { path: 'hallCapacity', label: words.hallCapacity, control: 'number' },
    halfDaysField(edition),
    { path: 'accessNeeds', label: words.accessNeeds, control: 'lines' },
    { path: 'wishes', label: words.wishes, control: 'lines' },
  ];
}

/** The answers of an organisation. */
export function organisationFields(edition: Edition): readonly RecordField[] {
  return [
    { path: 'name', label: words.name, control: 'line' },
    { path: 'sector', label: words.sector, control: 'choice', options: optionsOf(sectors, labels.sectors) },
    ...contactFields,
    { path: 'sessionTitle', label: words.sessionTitle, control: 'line' },
    { path: 'formats', label: words.formats, control: 'boxes', options: optionsOf(sessionFormats, labels.formats) },
    halfDaysField(edition),
    { path: 'workshopsPerHalfDay', label: words.workshopsPerHalfDay, control: 'number' },
    { path: 'placesPerWorkshop', label: words.placesPerWorkshop, control: 'number' },
    { path: 'yearGroups', label: words.yearGroups, control: 'boxes', options: optionsOf(yearGroups, labels.years) },
    { path: 'needs', label: words.needs, control: 'lines' },
  ];
}

/** The answers of a volunteer. */
export function volunteerFields(edition: Edition): readonly RecordField[] {
  return [
    ...contactFields,
    { path: 'organisationName', label: words.organisationName, control: 'line' },
    halfDaysField(edition),
    { path: 'offer', label: words.offer, control: 'lines' },
  ];
}

function halfDaysField(edition: Edition): RecordField {
  const options = halfDaysOf(edition).map((value) => ({ value, text: sayHalfDay(value) }));
  return { path: 'halfDays', label: words.halfDays, control: 'boxes', options };
}

function optionsOf<T extends string>(values: readonly T[], texts: Readonly<Record<T, string>>): Option[] {
  return values.map((value) => ({ value, text: texts[value] }));
}

/** A record's answers as they stand in a form; a count that nobody has given is empty. */
export function valuesOf(record: object, fields: readonly RecordField[]): FormValues {
  return Object.fromEntries(fields.map(({ path }) => [path, textsOf(at(record, path.split('.')))]));
}

function at(value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  return typeof value === 'object' && value !== null ? at(Reflect.get(value, first), rest) : undefined;
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number') return value === 0 ? [] : [String(value)];
  return typeof value === 'string' ? [value] : [];
}

/** What an answer says in words; empty for none. */
export function sayAnswer({ options = [] }: RecordField, values: readonly string[] = []): string {
  const texts = new Map(options.map(({ value, text }) => [value, text]));
  return values
    .map((one) => one.replaceAll('\r\n', '\n').trim())
    .filter((one) => one !== '')
    .map((one) => texts.get(one) ?? one)
    .join('; ');
}

/** The fields of a form that changes a record. */
export function recordFields(fields: readonly RecordField[], state: FormState): Html {
  return html`${fields.map((field) => fieldOf(field, state))}`;
}

function fieldOf({ path, label, control, options = [] }: RecordField, state: FormState): Html {
  const common = { ...state, path, label };
  switch (control) {
    case 'boxes':
      return checkboxesField({ ...common, options, small: true });
    case 'choice':
      return selectField({ ...common, options });
    case 'lines':
      return textareaField({ ...common, rows: 3 });
    case 'number':
      return textField({ ...common, inputmode: 'numeric', width: 4, spellcheck: false });
    case 'email':
      return textField({ ...common, type: 'email' });
    case 'telephone':
      return textField({ ...common, type: 'tel', width: 20 });
    case 'line':
      return textField(common);
  }
}
