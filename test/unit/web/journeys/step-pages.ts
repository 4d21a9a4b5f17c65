import {
  firstUnfinished,
  fieldsOf,
  journeyKinds,
  type JourneyKind,
  type StepName,
  stepsOf,
  type Typed,
} from '#shared/domain/journeys.ts';
import { localDate } from '#shared/kernel/time.ts';
import { checkPage } from '#web/journeys/check-page.ts';
import { sentPage } from '#web/journeys/sent-page.ts';
import { startJourneyPage } from '#web/journeys/start-page.ts';
import { closedPage, noDraftPage, otherDraftPage } from '#web/journeys/state-pages.ts';
import { stepPage } from '#web/journeys/step-page.ts';
import { at, halfDays, organisation, school, setting } from '../examples.ts';

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

/** What people type into each journey who make no mistake. */
export const typedIntoJourney: Readonly<Record<JourneyKind, Typed>> = {
  school: {
    urn: [school.urn],
    ...contact,
    roles: ['host', 'online'],
    hallCapacity: ['120'],
    'cohorts.year6': ['30'],
    halfDays: ['2025-03-03-am', '2025-03-07-pm'],
    accessNeeds: ['A ramp'],
    wishes: ['Two\nlines'],
  },
  organisation: {
    name: ['Fictional & Sons'],
    sector: ['science'],
    sessionTitle: ['Build a “bridge”'],
    formats: ['rotation', 'online'],
    yearGroups: ['year5'],
    needs: ['A screen'],
    workshopsPerHalfDay: ['3'],
    placesPerWorkshop: ['30'],
    halfDays: ['any'],
    colleagues: ['first@works.example', 'second@works.example'],
    ...agreed,
    ...contact,
    publicCredit: ['no'],
  },
  volunteer: { ...contact, organisationName: ['Fictional Works'], halfDays: ['2025-03-04-am'], offer: ['A talk'], ...agreed },
};

/** Each question page of a journey, as a person meets it who answers everything. */
export const questions = journeyKinds.flatMap((kind) =>
  stepsOf(kind, typedIntoJourney[kind]).map((step) => ({ kind, step, name: `${kind}: ${step}` })),
);

/** One question page with what was typed and what there is to mend. */
export function question(
  kind: JourneyKind,
  step: StepName,
  values: Typed,
  issues?: readonly { path: string; message: string }[],
): string {
  return stepPage({
    ...setting,
    kind,
    step,
    values,
    halfDays,
    draft: 'a'.repeat(20),
    changing: false,
    filled: issues && { values: {}, issues },
  });
}

/** The dotted names of a page's fields, as an issue would name them. */
function pathsOf(kind: JourneyKind, step: StepName): string[] {
  const fields = fieldsOf(kind, step);
  const parts: Record<string, readonly string[]> = {
    contact: ['contact.name', 'contact.jobTitle', 'contact.email', 'contact.telephone'],
    cohorts: ['cohorts', 'cohorts.reception', 'cohorts.year6'],
    safeguarding: ['safeguarding.rules', 'safeguarding.noDbsCopy'],
  };
  return fields.flatMap((field) => parts[field] ?? [field]);
}

const wrong = (paths: readonly string[]) => paths.map((path, index) => ({ path, message: `Mend answer ${index + 1}` }));
const nobody = { school: undefined, organisation: undefined, begun: undefined, registered: undefined };
const started = (kind: JourneyKind) => ({ ...setting, ...nobody, kind, ...(kind === 'school' ? { school } : {}) });
const checked = (kind: JourneyKind) => ({
  ...setting,
  kind,
  draft: 'a'.repeat(20),
  values: typedIntoJourney[kind],
  school: kind === 'school' ? school : undefined,
});

const ofEach = (kind: JourneyKind): Record<string, () => string> => ({
  [`journey-${kind}-start`]: () => startJourneyPage(started(kind)),
  [`journey-${kind}-start-begun`]: () =>
    startJourneyPage({ ...started(kind), begun: { next: firstUnfinished(kind, { values: {}, done: [] }) } }),
  [`journey-${kind}-start-sent`]: () =>
    startJourneyPage({ ...started(kind), begun: { next: 'sent', sent: { reference: 'ABCD-2345' } }, registered: at }),
  [`journey-${kind}-check`]: () => checkPage(checked(kind)),
  [`journey-${kind}-check-errors`]: () =>
    checkPage({
      ...checked(kind),
      filled: { values: {}, issues: wrong(stepsOf(kind, typedIntoJourney[kind]).flatMap((step) => pathsOf(kind, step))) },
    }),
  [`journey-${kind}-check-refused`]: () =>
    checkPage({ ...checked(kind), filled: { values: {}, issues: [], message: 'You have already signed up.' } }),
  [`journey-${kind}-sent`]: () =>
    sentPage({ ...setting, kind, reference: 'ABCD-2345', subject: organisation.organisation, origin: '' }),
  [`journey-${kind}-closed`]: () => closedPage({ ...setting, kind, today: localDate.parse('2026-01-01') }),
  [`journey-${kind}-not-yet`]: () => closedPage({ ...setting, kind, today: localDate.parse('2020-01-01') }),
  [`journey-${kind}-no-draft`]: () => noDraftPage({ ...setting, kind }),
  [`journey-${kind}-other-draft`]: () => otherDraftPage({ ...setting, kind }),
});

/** Every page of the journeys question by question, in every state, by name. */
export const stepPages: Readonly<Record<string, () => string>> = {
  ...Object.assign({}, ...journeyKinds.map(ofEach)),
  'journey-school-none': () => startJourneyPage({ ...setting, ...nobody, kind: 'school' }),
  'journey-school-none-errors': () =>
    startJourneyPage({ ...setting, ...nobody, kind: 'school', filled: { values: {}, issues: wrong(['urn']) } }),
  'journey-volunteer-start-with': () => startJourneyPage({ ...started('volunteer'), organisation: organisation.organisation }),
  'journey-volunteer-start-errors': () =>
    startJourneyPage({ ...started('volunteer'), filled: { values: {}, issues: wrong(['organisation']) } }),
  ...Object.fromEntries(
    questions.flatMap(({ kind, step }) => [
      [`question-${kind}-${step}`, () => question(kind, step, {})],
      [`question-${kind}-${step}-filled`, () => question(kind, step, typedIntoJourney[kind])],
      [`question-${kind}-${step}-errors`, () => question(kind, step, typedIntoJourney[kind], wrong(pathsOf(kind, step)))],
    ]),
  ),
};
