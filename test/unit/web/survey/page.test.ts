import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { surveyNotYetPage } from '#web/survey/closed.ts';
import { surveyListPage, surveySentPage } from '#web/survey/list.ts';
import { surveyPage } from '#web/survey/page.ts';
import { event, programme, response, setting } from '../examples.ts';
import { controlsOf, valuesOf } from '../form-controls.ts';
import { elementsOf, textOf } from '../page-text.ts';
import { done, fifteenDays, notThere, online, partly, surveyOf } from '../survey-pages.ts';

const path = `/my/survey/${event.event}`;
const guest = { event: event.event, host: false };
const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');
const elements = (document: string) => elementsOf(parse(document));
const links = (document: string) =>
  elements(document).flatMap(({ name, attributes }) => (name === 'a' ? [attributes['href']] : []));
/** The controls of the form with the statements, which stands last on the page. */
function statementsIn(document: string) {
  const [before = '', after = ''] = document.split(/(?=<form [^>]*>(?=(?:(?!<form)[^])*name="enjoyed"))/);
  expect(before).not.toBe('');
  return controlsOf(after, path);
}

describe('the schools’ survey', () => {
  it('asks the host about hosting, and nobody else', () => {
    expect(statementsIn(surveyPage(surveyOf())).map(({ name }) => name)).toContain('hosting');
    expect(statementsIn(surveyPage(surveyOf({ asked: guest }))).map(({ name }) => name)).not.toContain('hosting');
  });

  it('offers the five answers in words, and a way to say that a statement does not apply', () => {
    const controls = statementsIn(surveyPage(surveyOf({ asked: guest })));
    expect(controls.flatMap(({ name, value }) => (name === 'enjoyed' ? [value] : []))).toEqual(['1', '2', '3', '4', '5', '0']);
    const labels = elements(surveyPage(surveyOf())).flatMap(({ name, text }) => (name === 'label' ? [text.trim()] : []));
    expect(labels.slice(0, 6)).toEqual([
      'Strongly disagree',
      'Disagree',
      'Neither agree nor disagree',
      'Agree',
      'Strongly agree',
      'Does not apply to us',
    ]);
  });

  it('is no grid: each statement is a group of its own', () => {
    const page = elements(surveyPage(surveyOf()));
    expect(page.filter(({ name }) => name === 'table')).toEqual([]);
    expect(page.filter(({ name }) => name === 'legend')).toHaveLength(4);
  });

  it('shows the answers given before, to change', () => {
    const values = valuesOf(statementsIn(surveyPage(surveyOf({ current: done }))));
    expect(values).toMatchObject({
      version: ['2'],
      tookPart: ['yes'],
      hosting: ['5'],
      enjoyed: ['4'],
      again: ['0'],
      quote: [response.quote],
      quoteConsent: ['yes'],
      improve: [response.improve],
    });
    expect(valuesOf(statementsIn(surveyPage(surveyOf({ current: partly }))))).not.toHaveProperty('again');
  });

  it('shows what was just typed rather than the answers before', () => {
    const filled = { values: { enjoyed: ['2'] }, issues: [] };
    const values = valuesOf(statementsIn(surveyPage({ ...surveyOf({ current: done }), filled })));
    expect(values).toMatchObject({ enjoyed: ['2'] });
    expect(values).not.toHaveProperty('hosting');
  });

  it('says when an answer counts, before anybody answers', () => {
    const said = wordsOf(surveyPage(surveyOf()));
    expect(said).toContain('Each answer you send counts, even if you leave other statements open.');
    expect(said).toContain('What you leave open does not count. Nor does “Does not apply to us”.');
    expect(said).toContain('If you did not take part, nothing on this page counts.');
    expect(said).toContain('You can answer until Friday 21 March 2025. You can then change your answers for 14 days.');
  });

  it('half done, names what is still open and leads there', () => {
    const document = surveyPage(surveyOf({ current: partly }));
    expect(wordsOf(document)).toContain('We have your answers to 2 of 3 statements. These are still open:');
    expect(links(document)).toContain('#again');
    expect(elements(document).some(({ attributes }) => attributes['id'] === 'again')).toBe(true);
    expect(wordsOf(document)).toContain('You can change your answers until Monday 24 March 2025');
  });

  it('is skipped by one press by a school that was not there, which then finds no such button', () => {
    const skipping = (document: string) => controlsOf(document, path);
    expect(valuesOf(skipping(surveyPage(surveyOf())))).toEqual({ tookPart: ['no'] });
    const after = surveyPage(surveyOf({ current: notThere }));
    expect(wordsOf(after)).toContain('You told us that your school did not take part.');
    expect(valuesOf(skipping(after))).toMatchObject({ tookPart: ['yes'] });
  });
});

describe('the survey, once it is closed', () => {
  const closed = {
    settled: surveyPage(surveyOf({ current: done, more: { now: fifteenDays } })),
    late: surveyPage(surveyOf({ more: { now: fifteenDays } })),
    reported: surveyPage(surveyOf({ current: done, more: { edition: { ...setting.edition, state: 'reported' } } })),
  };

  it.each([
    ['settled', 'You could change your answers for 14 days, until Monday 24 March 2025.'],
    ['late', 'You could answer until Friday 21 March 2025.'],
    ['reported', 'The organiser has ended the survey.'],
  ] as const)('takes nothing and says why and whom to write to: %s', (why, sentence) => {
    const document = closed[why];
    expect(elements(document).filter(({ name }) => name === 'form')).toEqual([]);
    expect(wordsOf(document)).toContain('This survey has closed');
    expect(wordsOf(document)).toContain(sentence);
    expect(links(document)).toContain(`mailto:${programme.organiser.email}`);
    expect(wordsOf(document)).toContain(programme.organiser.telephone);
  });

  it('still shows what was answered, and what was not', () => {
    expect(wordsOf(closed.settled)).toMatch(/The children really enjoyed themselves Agree .* Does not apply to us/);
    expect(wordsOf(closed.late)).toContain('We have no answers from your school about this event.');
  });
});

describe('a school with several events', () => {
  const several = surveyOf({ current: partly, others: [online] });

  it('has one list, in the order of the week, with how far it has come with each', () => {
    const document = surveyListPage({ ...several, parts: [...several.parts].reverse() });
    const rows = wordsOf(document);
    expect(rows).toMatch(/Bridges and boats .*Part done .*Ask an engineer .*Not started/);
    expect(links(document)).toEqual(expect.arrayContaining([path, `/my/survey/${online.event.event}`]));
    expect(rows).toContain('Open until Friday 21 March 2025');
    expect(rows).toContain('Can be changed until Monday 24 March 2025');
  });

  it('finds the way back to it from each event, and a school with one event does not', () => {
    expect(links(surveyPage(several))).toContain('/my/survey');
    expect(links(surveyPage(surveyOf()))).not.toContain('/my/survey');
  });

  it('sees its other events after it answered about one', () => {
    const document = surveySentPage(several);
    expect(wordsOf(document)).toContain('We have your answers so far');
    expect(links(document)).toEqual(expect.arrayContaining([`${path}#again`, `/my/survey/${online.event.event}`]));
  });
});

describe('the way back to the school’s place', () => {
  it('is offered only to whom the link opens it', () => {
    for (const ownsPlace of [true, false]) {
      const seen = surveyOf({ current: done, more: { ownsPlace } });
      for (const document of [surveyPage(seen), surveySentPage(seen), surveyListPage(seen), surveyNotYetPage(seen)]) {
        expect(links(document).includes('/my/place')).toBe(ownsPlace);
      }
    }
  });
});
