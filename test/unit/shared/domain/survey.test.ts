import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEdition, countSchool } from '#shared/domain/impact.ts';
import { inviteToSurvey } from '#shared/domain/registration.ts';
import {
  answerSurvey,
  isSurveyOpen,
  progressOf,
  type Response,
  statements,
  statementsFor,
  type SurveyForm,
  surveyForm,
  surveyLastDay,
} from '#shared/domain/survey.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { askedSchool, edition, registration } from '#test/unit/web/examples.ts';

const monday = instant.parse('2025-03-10T09:30:00.000Z');
const hosted = { event: 'monday-rotation', host: true };
const visited = { event: 'friday-online', host: false };
const surveying = { ...edition, state: 'surveying' as const };
const days = (count: number) => secondsAfter(monday, count * 86_400);

const answer = (current: Response | undefined, form: SurveyForm, more: object = {}) =>
  answerSurvey(current, { edition: surveying, school: askedSchool, asked: hosted, form, now: monday, ...more });
const kept = (...forms: readonly SurveyForm[]) =>
  forms.reduce<Response | undefined>((current, form) => answer(current, form).state, undefined);
const first = answer(undefined, { hosting: 5, quote: 'Splendid', quoteConsent: true, improve: 'Longer breaks' }).state;

describe('answers typed in from paper', () => {
  const typist = 'a'.repeat(20);
  const typed = answer(undefined, { enjoyed: 4 }, { typedBy: typist }).state;

  it('say by whom, until the school changes them itself', () => {
    expect(typed.typedBy).toBe(typist);
    expect(answer(typed, { enjoyed: 4 }).state.typedBy).toBe(typist);
    expect(answer(typed, { again: 5 }).state.typedBy).toBeUndefined();
  });

  it('give a fact of their own, and can be changed from the day they were typed in', () => {
    expect(answer(undefined, { enjoyed: 4 }, { typedBy: typist }).facts).toMatchObject([{ type: 'survey.typed.v1' }]);
    expect(surveyLastDay(surveying, typed)).toBe('2025-03-24');
  });

  it('never go over what a school sent, nor over what was typed in meanwhile', () => {
    const own = answer(undefined, { enjoyed: 4 }).state;
    expect(() => answer(own, { version: 1, enjoyed: 4 }, { typedBy: typist })).toThrow('answered about this event itself');
    expect(() => answer(typed, { version: 0, enjoyed: 5 }, { typedBy: typist })).toThrow('already');
    expect(answer(typed, { version: 0, enjoyed: 4 }, { typedBy: typist })).toEqual({ state: typed, facts: [] });
    expect(answer(typed, { version: 1, enjoyed: 5 }, { typedBy: typist }).state.answers).toEqual({ enjoyed: 5 });
  });
});

describe('a form sent in part', () => {
  it('is kept, counts as far as it goes, and names what is open without blocking', () => {
    const { state, facts } = answer(undefined, { enjoyed: 4 });
    expect(state.answers).toEqual({ enjoyed: 4 });
    expect(facts).toHaveLength(1);
    expect(progressOf(hosted, state)).toEqual({ state: 'part-done', open: ['hosting', 'again'] });
    expect(progressOf(visited, state)).toEqual({ state: 'part-done', open: ['again'] });
  });

  it('then completed by another part loses nothing of the first', () => {
    const state = kept({ hosting: 5, quote: 'Splendid', quoteConsent: true }, { enjoyed: 4, again: 0 });
    expect(state).toMatchObject({
      answers: { hosting: 5, enjoyed: 4, again: 'not-applicable' },
      quote: 'Splendid',
      quoteConsent: true,
      version: 2,
    });
    expect(progressOf(hosted, state)).toEqual({ state: 'done', open: [] });
  });

  it('is kept for a text alone, and the text boxes are never among what is open', () => {
    expect(progressOf(visited, kept({ improve: 'Earlier' })).open).toEqual(['enjoyed', 'again']);
    expect(progressOf(visited, kept({ enjoyed: 5, again: 5 })).state).toBe('done');
  });

  it('sent again changes nothing, not even the day from which it can be changed', () => {
    const again = answer(first, { version: 0, hosting: 5, quote: 'Splendid', improve: 'Longer breaks' }, { now: days(3) });
    expect(again).toEqual({ state: first, facts: [] });
    expect(answer(first, { enjoyed: 3 }, { now: days(3) }).state.firstAnsweredAt).toBe(monday);
  });

  it('with nothing in it is refused at a statement every school is asked, and only while there is nothing', () => {
    for (const form of [{}, { tookPart: true }, { quoteConsent: true }, { quote: '' }, { version: 7 }]) {
      expect(() => answer(undefined, form)).toThrow(
        expect.objectContaining({ code: 'nothing-answered', issues: [expect.objectContaining({ path: 'enjoyed' })] }),
      );
    }
    expect(answer(first, { tookPart: true }).facts).toEqual([]);
  });
});

describe('the texts', () => {
  it('are emptied only by who has seen them, or by sending them empty', () => {
    expect(answer(first, { enjoyed: 4 }).state).toMatchObject({ quote: 'Splendid', improve: 'Longer breaks' });
    const seen = answer(first, { version: first.version, enjoyed: 4 }).state;
    expect([seen.quote, seen.quoteConsent, seen.improve]).toEqual([undefined, false, undefined]);
    expect(answer(first, { quote: '' }).state).toMatchObject({ quoteConsent: false, improve: 'Longer breaks' });
    expect(answer(first, { quote: '' }).state.quote).toBeUndefined();
  });

  it('are printed only with leave given for these very words', () => {
    expect(answer(first, { quote: 'Other words' }).state.quoteConsent).toBe(false);
    expect(answer(first, { quote: 'Other words', quoteConsent: true }).state.quoteConsent).toBe(true);
    expect(answer(first, { quoteConsent: false }).state).toMatchObject({ quote: 'Splendid', quoteConsent: false });
    expect(kept({ enjoyed: 4, quoteConsent: true })?.quoteConsent).toBe(false);
  });
});

describe('a school that was not there', () => {
  it('has finished, and none of its answers counts; they are there again if it was a slip', () => {
    const gone = answer(first, { tookPart: false }).state;
    expect(progressOf(hosted, gone)).toEqual({ state: 'not-there', open: [] });
    const total = countSchool(askedSchool, [askedSchool], [gone]);
    expect(total).toMatchObject({ answers: { hosting: [0, 0, 0, 0, 0] }, respondents: { hosting: 0 }, quotes: [] });
    expect(answer(gone, { tookPart: true }).state).toMatchObject({ tookPart: true, answers: first.answers, quote: first.quote });
  });

  it('stays so when something else is sent that does not say whether it was', () => {
    expect(kept({ tookPart: false }, { improve: 'We were snowed in' })?.tookPart).toBe(false);
  });
});

describe('the last day', () => {
  it('is the survey’s own for a first answer, both ends included', () => {
    expect(surveyLastDay(surveying, undefined)).toBe('2025-03-21');
    expect(isSurveyOpen(surveying, undefined, instant.parse('2025-03-21T23:59:59.999Z'))).toBe(true);
    expect(isSurveyOpen(surveying, undefined, instant.parse('2025-03-22T00:00:00.000Z'))).toBe(false);
  });

  it('is the fourteenth day after the first answer for a change, also past the survey’s own', () => {
    const late = answer(undefined, { enjoyed: 4 }, { now: instant.parse('2025-03-21T20:00:00.000Z') }).state;
    expect(surveyLastDay(surveying, late)).toBe('2025-04-04');
    // British Summer Time has begun meanwhile: the day ends at 23:00 UTC.
    expect(isSurveyOpen(surveying, late, instant.parse('2025-04-04T22:59:59.000Z'))).toBe(true);
    expect(isSurveyOpen(surveying, late, instant.parse('2025-04-04T23:00:00.000Z'))).toBe(false);
  });

  it('passed, every change is refused and what was kept stands', () => {
    for (const current of [first, undefined]) {
      expect(() => answer(current, { enjoyed: 1 }, { now: days(15) })).toThrow(
        expect.objectContaining({ kind: 'conflict', code: 'survey-closed' }),
      );
    }
    expect(answer(first, { enjoyed: 1 }, { now: days(14) }).facts).toHaveLength(1);
  });

  it('never outlasts the report', () => {
    expect(() => answer(first, { enjoyed: 1 }, { edition: { ...edition, state: 'reported' } })).toThrow(
      expect.objectContaining({ code: 'survey-closed' }),
    );
  });
});

describe('what is asked', () => {
  it('is the hosting of an event only of its host; another school’s answer to it is refused at its field', () => {
    expect(statementsFor(hosted).map(({ id }) => id)).toEqual(['hosting', 'enjoyed', 'again']);
    expect(statementsFor(visited).map(({ id }) => id)).toEqual(['enjoyed', 'again']);
    for (const hosting of [0, 5]) {
      expect(() => answer(undefined, { hosting, enjoyed: 5 }, { asked: visited })).toThrow(
        expect.objectContaining({ code: 'not-asked', issues: [expect.objectContaining({ path: 'hosting' })] }),
      );
    }
  });

  it.each([-1, 6, 1.5, '5', null, true, [5], { of: 5 }, Number.NaN])('takes no %j for an answer', (enjoyed) => {
    expect(surveyForm.safeParse({ enjoyed }).error?.issues[0]?.path).toEqual(['enjoyed']);
  });

  it('is each event once, also one whose headcount came in later, and never changes after', () => {
    const asked = inviteToSurvey(registration, [hosted], monday);
    expect(asked.state).toMatchObject({ surveyInvitedAt: monday, surveyAbout: [hosted] });
    expect(inviteToSurvey(asked.state, [{ ...hosted, host: false }], days(1))).toEqual({ state: asked.state, facts: [] });
    const more = inviteToSurvey(asked.state, [visited, hosted], days(1));
    expect(more.state).toMatchObject({ surveyInvitedAt: monday, surveyAbout: [hosted, visited] });
    expect(more.facts).toEqual([
      { type: 'survey.invited.v1', data: { registration: registration.registration, urn: registration.urn } },
    ]);
  });

  it.each(['pending', 'withdrawn'] as const)('is nothing of a school that is %s, or that was at no event', (state) => {
    expect(inviteToSurvey({ ...registration, state }, [hosted], monday).facts).toEqual([]);
    expect(inviteToSurvey(registration, [], monday).facts).toEqual([]);
  });
});

/** A statement left out, not applicable, or answered 1 to 5. */
const choice = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
const anyForm = fc
  .record({
    tookPart: fc.option(fc.boolean(), { nil: undefined }),
    hosting: choice,
    enjoyed: choice,
    again: choice,
    quote: fc.constantFrom(undefined, 'Splendid', 'Fine'),
    quoteConsent: fc.option(fc.boolean(), { nil: undefined }),
  })
  .filter((form) => surveyForm.safeParse(form).success && isSomething(form));
/** What some schools send about some events, one after another. */
const sendings = fc.array(
  fc.record({ school: fc.integer({ min: 1, max: 4 }), event: fc.integer({ min: 0, max: 2 }), form: anyForm }),
  { maxLength: 30 },
);

describe('whatever is sent, in whatever parts', () => {
  it('the newest answer to each statement stands, and nothing else is in n, mean or response', () => {
    fc.assert(
      fc.property(sendings, (sent) => {
        const { responses, model } = played(sent);
        const totals = [1, 2, 3, 4].map(schoolOf).map((school) => {
          const own = [...responses.values()].filter(({ urn }) => urn === school.urn);
          return countSchool(school, [school], own);
        });
        const figures = countEdition(edition.edition, [], totals).statements;
        for (const [index, { id }] of statements.entries()) {
          const given = [...model.values()].flatMap(({ there, answers, school }) => {
            const points = answers.get(id);
            return there && points ? [{ school, points }] : [];
          });
          const sum = given.reduce((total, { points }) => total + points, 0);
          const respondents = new Set(given.map(({ school }) => school)).size;
          expect(figures[index]).toMatchObject({ n: given.length, respondents, invited: 4 });
          if (given.length === 0) expect(figures[index]?.mean).toBeUndefined();
          else expect(Math.abs((figures[index]?.mean ?? 0) - sum / given.length)).toBeLessThanOrEqual(0.005 + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order in which answers are counted changes nothing', () => {
    fc.assert(
      fc.property(sendings, (sent) => {
        const responses = [...played(sent).responses.values()].filter(({ urn }) => urn === schoolOf(1).urn);
        const count = (list: readonly Response[]) => countSchool(schoolOf(1), [schoolOf(1)], list);
        expect(count([...responses].reverse())).toEqual(count(responses));
      }),
    );
  });
});

const events = [hosted, visited, { event: 'own-visit', host: true }];

function schoolOf(number: number) {
  return { ...askedSchool, urn: String(999_000 + number), registration: 'abcde'.repeat(4), surveyAbout: events };
}

type Sent = { readonly school: number; readonly event: number; readonly form: SurveyForm };

/** Whether a first form is more than a leave to print nothing, or having been there. */
function isSomething({ tookPart, hosting, enjoyed, again, quote }: SurveyForm): boolean {
  return tookPart === false || quote !== undefined || [hosting, enjoyed, again].some((one) => one !== undefined);
}

/** The system’s own state after all of it, and a plain model of what should stand. */
function played(sent: readonly Sent[]) {
  const responses = new Map<string, Response>();
  const model = new Map<string, { readonly school: number; there: boolean; readonly answers: Map<string, number> }>();
  for (const { school, event, form } of sent) {
    const asked = events[event] ?? hosted;
    const said: SurveyForm = asked.host ? form : { ...form, hosting: undefined };
    const key = `${school} ${event}`;
    if (!responses.has(key) && !isSomething(said)) continue;
    const to = { edition: surveying, school: schoolOf(school), asked, form: said, now: monday };
    responses.set(key, answerSurvey(responses.get(key), to).state);
    const stands = model.get(key) ?? { school, there: true, answers: new Map() };
    if (said.tookPart !== undefined) stands.there = said.tookPart;
    for (const { id } of statements) if (said[id] !== undefined) stands.answers.set(id, said[id]);
    model.set(key, stands);
  }
  return { responses, model };
}
