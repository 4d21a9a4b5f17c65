import { describe, expect, it } from 'vitest';
import { decodeForm } from '#functions/runtime/form.ts';
import { fieldsOf, journeyKinds, journeys, stepForm, typedIn, wholeOf, withEveryHalfDay } from '#shared/domain/journeys.ts';
import { journeysContent } from '#web/journeys/content.en.ts';
import { halfDays } from '../examples.ts';
import { controlsOf, valuesOf } from '../form-controls.ts';
import { question, questions, typedIntoJourney } from './step-pages.ts';

const addressOf = (kind: string, step: string) => `/editions/larkford-2025/apply/${kind}/${step}`;

describe.each(questions)('the question $name', ({ kind, step }) => {
  const typed = typedIn(fieldsOf(kind, step), typedIntoJourney[kind]);
  const show = () => question(kind, step, typedIntoJourney[kind]);

  it('asks for its fields and no other, and says which draft it is for', () => {
    const names = new Set(controlsOf(show(), addressOf(kind, step)).map(({ name }) => name));
    expect(names).toContain('draft');
    names.delete('draft');
    const asked = new Set([...names].map((name) => name.split('.')[0] ?? ''));
    expect(asked).toEqual(new Set(fieldsOf(kind, step)));
  });

  it('shows what was typed, so that sending it again says the same', () => {
    const { draft: _, ...sent } = valuesOf(controlsOf(show(), addressOf(kind, step)));
    const filled = Object.entries(sent).flatMap(([name, all]) => {
      const kept = all.filter((one) => one !== '');
      return kept.length > 0 ? [[name, kept] as const] : [];
    });
    expect(Object.fromEntries(filled)).toEqual(typed);
    expect(
      stepForm(kind, step).safeParse(decodeForm(stepForm(kind, step), withEveryHalfDay(typed, halfDays))).error,
    ).toBeUndefined();
  });

  it('asks in its title', () => {
    expect(show()).toContain(`<title>${journeysContent.steps[step]}`);
  });
});

it.each(journeyKinds)('the questions of a %s together fill its whole form', (kind) => {
  const { form } = journeys[kind];
  const asked = new Set([...journeys[kind].given, ...journeys[kind].steps.flatMap(({ fields }) => fields)]);
  expect([...asked].sort()).toEqual(Object.keys(form.shape).sort());
  const whole = withEveryHalfDay(wholeOf(kind, typedIntoJourney[kind]), halfDays);
  expect(form.safeParse(decodeForm(form, whole)).error).toBeUndefined();
});
