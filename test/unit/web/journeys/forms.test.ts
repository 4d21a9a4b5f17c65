import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { decodeForm } from '#functions/runtime/form.ts';
import { attendanceForm, bookingForm, eventForm } from '#shared/domain/event-forms.ts';
import { editionForm } from '#shared/domain/edition-settings.ts';
import { organisationForm } from '#shared/domain/organisation.ts';
import { programmeForm } from '#shared/domain/programme.ts';
import { registrationForm } from '#shared/domain/registration.ts';
import { surveyForm } from '#shared/domain/survey.ts';
import { volunteerForm } from '#shared/domain/volunteer.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import type { FormState, FormValues } from '#web/forms.ts';
import { organisationSignUpPage } from '#web/organisations/page.ts';
import { eventPage } from '#web/organiser/event.ts';
import { recordEventPage } from '#web/organiser/record-event.ts';
import { organiserHomePage } from '#web/organiser/home.ts';
import { registerPage } from '#web/schools/page.ts';
import { surveyPage } from '#web/survey/page.ts';
import { volunteerSignUpPage } from '#web/volunteers/page.ts';
import {
  booking,
  edition,
  event,
  halfDays,
  organisation,
  programme,
  registration,
  school,
  setting,
  volunteer,
} from '../examples.ts';
import { controlsOf, valuesOf } from '../form-controls.ts';
import { elementsOf } from '../page-text.ts';
import { notThere, surveyOf } from '../survey-pages.ts';

type Form = {
  readonly name: string;
  readonly action: string;
  readonly schema: z.ZodMiniType;
  /** The page with the form as it came back; forms that do not come back are always empty. */
  readonly show: (filled?: FormState) => string;
  /** What a person types who makes no mistake. */
  readonly typed: FormValues;
  /** Fields of the schema that the page leaves out on purpose. */
  readonly without?: readonly string[];
};

const requestKey = 'request-key-0001';
const organiser = { name: 'Fictional Organiser', roles: organiserRoles };
const contact = {
  'contact.name': ['Zoë O’Fictional'],
  'contact.jobTitle': ['Teacher'],
  'contact.email': ['zoe@alder.example'],
  'contact.telephone': ['01632 960 003'],
};

const agreed = {
  'safeguarding.rules': ['yes'],
  'safeguarding.neverAlone': ['yes'],
  'safeguarding.photoId': ['yes'],
  'safeguarding.noDbsCopy': ['yes'],
};

const forms: readonly Form[] = [
  {
    name: 'a school’s registration',
    action: '/editions/larkford-2025/schools/register',
    schema: registrationForm,
    show: (filled) => registerPage({ ...setting, school, halfDays, requestKey, filled }),
    typed: {
      urn: [school.urn],
      roles: ['host', 'online'],
      ...contact,
      'cohorts.reception': ['12'],
      'cohorts.year6': ['30'],
      hallCapacity: ['120'],
      halfDays: ['2025-03-03-am', '2025-03-07-pm'],
      accessNeeds: ['A ramp'],
      wishes: ['Two\nlines'],
    },
  },
  {
    name: 'an organisation’s sign-up',
    action: '/editions/larkford-2025/organisations/sign-up',
    schema: organisationForm,
    show: (filled) => organisationSignUpPage({ ...setting, halfDays, requestKey, filled }),
    typed: {
      name: ['Fictional & Sons'],
      sector: ['science'],
      formats: ['rotation', 'online'],
      halfDays: ['2025-03-03-am'],
      workshopsPerHalfDay: ['3'],
      placesPerWorkshop: ['30'],
      yearGroups: ['year5'],
      needs: ['A screen'],
      sessionTitle: ['Build a “bridge”'],
      colleagues: ['first@works.example', 'second@works.example'],
      ...agreed,
      ...contact,
      publicCredit: ['no'],
    },
  },
  {
    name: 'a volunteer’s sign-up alone',
    action: '/editions/larkford-2025/volunteers/sign-up',
    schema: volunteerForm,
    show: (filled) => volunteerSignUpPage({ ...setting, halfDays, requestKey, organisation: undefined, filled }),
    typed: { ...contact, organisationName: ['Fictional Works'], halfDays: ['2025-03-04-am'], offer: ['A talk'], ...agreed },
    without: ['organisation'],
  },
  {
    name: 'a volunteer’s sign-up with an organisation',
    action: '/editions/larkford-2025/volunteers/sign-up',
    schema: volunteerForm,
    show: (filled) => volunteerSignUpPage({ ...setting, halfDays, requestKey, organisation: organisation.organisation, filled }),
    typed: { ...contact, organisation: [organisation.organisation], halfDays: ['2025-03-04-am'], offer: ['A talk'], ...agreed },
    without: ['organisationName'],
  },
  {
    name: 'the survey of a host',
    action: '/my/survey/monday-rotation',
    schema: surveyForm,
    // The page of a school that said it was not there has this form alone.
    show: (filled) => surveyPage({ ...surveyOf({ current: notThere }), filled }),
    typed: {
      version: [String(notThere.version)],
      tookPart: ['yes'],
      hosting: ['5'],
      enjoyed: ['0'],
      again: ['1'],
      quote: ['It was good'],
      quoteConsent: ['yes'],
      improve: ['Longer breaks'],
    },
  },
  {
    name: 'an event',
    action: '/organiser/editions/larkford-2025/events',
    schema: eventForm,
    show: (filled) =>
      recordEventPage({
        organiser,
        programme,
        edition,
        halfDays,
        organisations: [organisation],
        volunteers: [volunteer],
        clashes: [{ what: 'host', who: school.urn, name: school.name, with: { event: 'other', title: 'Other' } }],
        requestKey,
        filled,
      }),
    typed: {
      reference: ['monday-rotation'],
      kind: ['rotation'],
      title: ['Bridges'],
      organisations: [organisation.organisation],
      volunteers: [volunteer.volunteer],
      host: [school.urn],
      venue: ['The hall'],
      halfDay: ['2025-03-03-am'],
      sessions: ['4'],
      places: ['120'],
      despiteClash: ['yes'],
    },
  },
  {
    name: 'a booking',
    action: '/organiser/editions/larkford-2025/events/monday-rotation/bookings',
    schema: bookingForm,
    show: (filled) =>
      eventPage({
        organiser,
        programme,
        edition,
        event,
        bookings: [booking],
        replies: [],
        registrations: [registration],
        now: registration.submittedAt,
        requestKey,
        filled,
      }),
    typed: { registration: [registration.registration], 'cohorts.year6': ['30'] },
  },
  {
    name: 'a headcount',
    action: '/organiser/editions/larkford-2025/events/monday-rotation/attendance',
    schema: attendanceForm,
    show: (filled) =>
      eventPage({
        organiser,
        programme,
        edition,
        event,
        bookings: [booking],
        replies: [],
        registrations: [],
        now: registration.submittedAt,
        requestKey,
        filled,
      }),
    typed: { urn: [school.urn], attended: ['28'] },
  },
];

const once: readonly Pick<Form, 'name' | 'action' | 'schema' | 'show'>[] = [
  {
    name: 'a programme',
    action: '/organiser/programmes',
    schema: programmeForm,
    show: () => organiserHomePage({ organiser, programmes: [programme], editions: [], mayOpen: true, mayPlan: [programme] }),
  },
  {
    name: 'an edition',
    action: '/organiser/editions',
    schema: editionForm,
    show: () => organiserHomePage({ organiser, programmes: [programme], editions: [], mayOpen: true, mayPlan: [programme] }),
  },
];

const hostile = `"><img src=x onerror=alert(1)>'&<textarea>`;

describe.each([...forms, ...once.map((one) => ({ ...one, without: [] }))])(
  'the form of $name',
  ({ action, schema, show, without = [] }) => {
    it('has a field for each of its schema’s, and no other', () => {
      const names = new Set(controlsOf(show(), action).map(({ name }) => name));
      names.delete('requestKey');
      expect([...names].sort()).toEqual(
        namesIn(schema)
          .filter((name) => !without.includes(name))
          .sort(),
      );
    });
  },
);

describe.each(forms)('the form of $name, when it comes back', ({ action, schema, show, typed }) => {
  it('keeps what was typed, so that sending it again says the same', () => {
    const { requestKey: _, ...kept } = valuesOf(controlsOf(show({ values: typed, issues: [] }), action));
    expect(withoutBlanks(kept)).toEqual(typed);
    expect(schema.safeParse(decodeForm(schema, kept)).error?.issues ?? []).toEqual([]);
  });

  it('escapes whatever was typed into each field', () => {
    const values = Object.fromEntries(namesIn(schema).map((name) => [name, [hostile]]));
    const document = show({ values, issues: [{ path: 'body', message: hostile }], message: hostile });
    expect(elementsOf(parse(document)).filter(({ name, attributes }) => name === 'img' || 'onerror' in attributes)).toEqual([]);
    const texts = controlsOf(document, action).filter(({ type }) => ['text', 'email', 'tel', 'textarea'].includes(type));
    for (const { value } of texts) expect(['', hostile]).toContain(value);
  });

  it('says each sentence in the summary and at its field', () => {
    const visible = new Set(controlsOf(show(), action).flatMap(({ name, type }) => (type === 'hidden' ? [] : [name])));
    const issues = [...visible].map((path) => ({ path, message: `Mend answer ${path.length} ${path}` }));
    const document = show({ values: typed, issues });
    const elements = elementsOf(parse(document));
    for (const { path, message } of issues) {
      const link = elements.find(({ name, text }) => name === 'a' && text === message);
      const atField = elements.filter(
        ({ attributes, text }) => attributes['class'] === 'govuk-error-message' && text.includes(message),
      );
      expect(atField, path).toHaveLength(1);
      const target = elements.find(({ attributes }) => `#${attributes['id']}` === link?.attributes['href']);
      // A sentence about several boxes under one legend leads to the group.
      const named = target?.attributes['role'] === 'group' ? target.attributes['id'] : target?.attributes['name'];
      expect(named, path).toBe(path);
    }
  });
});

describe('the empty form', () => {
  it.each(forms)('answers with sentences that say what to enter, not with the checker’s own: $name', ({ schema }) => {
    const { error } = schema.safeParse(decodeForm(schema, {}));
    expect(error?.issues.length).toBeGreaterThan(0);
    for (const { message } of error?.issues ?? []) expect(message).not.toMatch(/invalid/i);
  });
});

function withoutBlanks(values: FormValues): FormValues {
  const filled = Object.entries(values).map(([name, all]) => [name, all.filter((one) => one !== '')] as const);
  return Object.fromEntries(filled.filter(([, all]) => all.length > 0));
}

/** The dotted names of a schema's leaves. */
function namesIn(schema: z.core.$ZodType, path = ''): string[] {
  const { def } = schema._zod;
  if (isObject(def))
    return Object.entries(def.shape).flatMap(([name, inner]) => namesIn(inner, path === '' ? name : `${path}.${name}`));
  return isOptional(def) ? namesIn(def.innerType, path) : [path];
}
const isObject = (def: z.core.$ZodTypeDef): def is z.core.$ZodObjectDef => def.type === 'object';
const isOptional = (def: z.core.$ZodTypeDef): def is z.core.$ZodOptionalDef => def.type === 'optional';
