import * as z from 'zod/mini';
import { organisationForm } from './organisation.ts';
import { registrationForm } from './registration.ts';
import { volunteerForm } from './volunteer.ts';

/** Who signs up by a form of several pages. */
export const journeyKinds = ['school', 'organisation', 'volunteer'] as const;
export type JourneyKind = (typeof journeyKinds)[number];

/** Every question page of any journey. */
export const stepNames = [
  'you',
  'take-part',
  'hosting',
  'pupils',
  'half-days',
  'needs',
  'organisation',
  'session',
  'how-much',
  'people',
  'safeguarding',
  'credit',
  'with-whom',
  'offer',
] as const;
export type StepName = (typeof stepNames)[number];

/** What was typed, by field name (`contact.email`), as it was posted. */
export type Typed = Readonly<Record<string, readonly string[]>>;

type Step<Field extends string> = {
  readonly step: StepName;
  /** The form's fields that this page asks for. */
  readonly fields: readonly Field[];
  /** Optional fields of the form that whoever sees this page must fill in. */
  readonly needed?: readonly Field[];
  /** Asked only of those who chose this answer to an earlier question. */
  readonly only?: { readonly field: Field; readonly holds: string };
  /** Asked only of those who came without this answer. */
  readonly unless?: Field;
};

type Journey<Form extends z.ZodMiniObject> = {
  readonly form: Form;
  /** Fields that the first page already gives: the chosen school, the organisation whose link it was. */
  readonly given: readonly (keyof Form['shape'] & string)[];
  readonly steps: readonly Step<keyof Form['shape'] & string>[];
};

const school = {
  form: registrationForm,
  given: ['urn'],
  steps: [
    { step: 'you', fields: ['contact'] },
    { step: 'take-part', fields: ['roles'] },
    { step: 'hosting', fields: ['hallCapacity'], needed: ['hallCapacity'], only: { field: 'roles', holds: 'host' } },
    { step: 'pupils', fields: ['cohorts'] },
    { step: 'half-days', fields: ['halfDays'] },
    { step: 'needs', fields: ['accessNeeds', 'wishes'] },
  ],
} as const satisfies Journey<typeof registrationForm>;

const organisation = {
  form: organisationForm,
  given: [],
  steps: [
    { step: 'organisation', fields: ['name', 'sector'] },
    { step: 'session', fields: ['sessionTitle', 'formats', 'yearGroups', 'needs'] },
    { step: 'how-much', fields: ['workshopsPerHalfDay', 'placesPerWorkshop'] },
    { step: 'half-days', fields: ['halfDays'] },
    { step: 'people', fields: ['colleagues'] },
    { step: 'safeguarding', fields: ['safeguarding'] },
    { step: 'you', fields: ['contact'] },
    { step: 'credit', fields: ['publicCredit'] },
  ],
} as const satisfies Journey<typeof organisationForm>;

const volunteer = {
  form: volunteerForm,
  given: ['organisation'],
  steps: [
    { step: 'you', fields: ['contact'] },
    { step: 'with-whom', fields: ['organisationName'], unless: 'organisation' },
    { step: 'half-days', fields: ['halfDays'] },
    { step: 'offer', fields: ['offer'] },
    { step: 'safeguarding', fields: ['safeguarding'] },
  ],
} as const satisfies Journey<typeof volunteerForm>;

/** The journeys: for each, its form and the pages that ask for the form's fields, in order. Then the answers are checked. */
export const journeys = { school, organisation, volunteer } as const satisfies Record<JourneyKind, object>;

/** What has been answered so far: what was typed, and which pages were sent without a mistake. */
export type Progress = { readonly values: Typed; readonly done: readonly StepName[] };

/** The pages that a journey has for whoever typed this. */
export function stepsOf(kind: JourneyKind, values: Typed): readonly StepName[] {
  const steps: readonly Step<string>[] = journeys[kind].steps;
  return steps.filter((one) => applies(one, values)).map(({ step }) => step);
}

function applies({ only, unless }: Step<string>, values: Typed): boolean {
  if (only && !values[only.field]?.includes(only.holds)) return false;
  return unless === undefined || !isFilled(values[unless]);
}

function isFilled(typed: readonly string[] | undefined): boolean {
  return typed?.some((one) => one.trim() !== '') ?? false;
}

/** Where to go now: the first page that has no answer yet, or `check` when all have. */
export function firstUnfinished(kind: JourneyKind, { values, done }: Progress): StepName | 'check' {
  return stepsOf(kind, values).find((step) => !done.includes(step)) ?? 'check';
}

/** Whether a page may be seen now: one that applies, with an answer on every page before it. */
export function mayShow(kind: JourneyKind, step: StepName | 'check', progress: Progress): boolean {
  const first = firstUnfinished(kind, progress);
  if (first === 'check' || first === step) return step === 'check' || stepsOf(kind, progress.values).includes(step);
  const steps = stepsOf(kind, progress.values);
  return step !== 'check' && steps.includes(step) && steps.indexOf(step) < steps.indexOf(first);
}

/** The page before one, where Back leads; undefined on the first. */
export function stepBefore(kind: JourneyKind, step: StepName | 'check', values: Typed): StepName | undefined {
  const steps = stepsOf(kind, values);
  return step === 'check' ? steps.at(-1) : steps[steps.indexOf(step) - 1];
}

/** The fields of a page. */
export function fieldsOf(kind: JourneyKind, step: StepName): readonly string[] {
  return stepIn(kind, step).fields;
}

/** The schema of a page: the form's own for the fields of the page. */
export function stepForm(kind: JourneyKind, step: StepName): z.ZodMiniType<Record<string, unknown>> {
  const { form }: { readonly form: z.ZodMiniObject } = journeys[kind];
  const { fields, needed = [] } = stepIn(kind, step);
  const shape = Object.entries(form.shape)
    .filter(([field]) => fields.includes(field))
    .map(([field, schema]) => [field, needed.includes(field) ? required(schema) : schema] as const);
  return z.strictObject(Object.fromEntries(shape));
}

function stepIn(kind: JourneyKind, step: StepName): Step<string> {
  const steps: readonly Step<string>[] = journeys[kind].steps;
  const found = steps.find((one) => one.step === step);
  if (!found) throw new Error(`the journey of a ${kind} has no page ${step}`);
  return found;
}

function required(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodMiniOptional ? schema._zod.def.innerType : schema;
}

/** What was typed into these fields, and nothing else: `contact` takes `contact.email` with it. */
export function typedIn(fields: readonly string[], values: Typed): Typed {
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name.split('.')[0] ?? '')));
}

/** The answers with those of one page replaced by what was typed there now. */
export function withTyped(fields: readonly string[], before: Typed, typed: Typed): Typed {
  const others = Object.entries(before).filter(([name]) => !fields.includes(name.split('.')[0] ?? ''));
  return { ...Object.fromEntries(others), ...typedIn(fields, typed) };
}

/** The answers that belong to the whole form: those of pages that no longer apply are left out. */
export function wholeOf(kind: JourneyKind, values: Typed): Typed {
  const given: readonly string[] = journeys[kind].given;
  return typedIn([...given, ...stepsOf(kind, values).flatMap((step) => fieldsOf(kind, step))], values);
}

/** Stands for every half-day of the edition, where a page offers “any”. */
export const anyHalfDay = 'any';

/** The same with “any half-day” written out as all of them. */
export function withEveryHalfDay(values: Typed, halfDays: readonly string[]): Typed {
  return values['halfDays']?.includes(anyHalfDay) ? { ...values, halfDays } : values;
}
