import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { registration, setting } from '../examples.ts';
import { controlsOf, valuesOf } from '../form-controls.ts';
import { elementsOf, textOf } from '../page-text.ts';
import { responsesOf, typed, typingOf } from '../response-pages.ts';
import { done, fifteenDays, surveyOf } from '../survey-pages.ts';
import { surveyListPage } from '#web/survey/list.ts';
import { surveyPage } from '#web/survey/page.ts';
import { surveySheetPage } from '#web/survey/sheet.ts';

const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');
const links = (document: string) =>
  elementsOf(parse(document)).flatMap(({ name, attributes }) => (name === 'a' ? [attributes['href'] ?? ''] : []));
const sheet = `/organiser/editions/larkford-2025/surveys/monday-rotation/999001/${registration.registration}`;

describe('who answered', () => {
  it('is counted in schools, and in answers about events', () => {
    expect(wordsOf(responsesOf([typed]))).toMatch(
      /Schools asked 2 Schools that have answered 1 of 2 Of these, schools with answers on paper 1 Answers about events 1 of 3/,
    );
  });

  it('leads to each open sheet and to what can be put right, not to what a school answered itself', () => {
    expect(links(responsesOf([])).filter((one) => one === sheet)).toHaveLength(1);
    expect(links(responsesOf([typed]))).toContain(sheet);
    expect(links(responsesOf([done]))).not.toContain(sheet);
  });

  it('leads nowhere for who may only view, once it is closed, and once the edition is reported', () => {
    const viewer = { organiser: { name: 'Fictional Organiser', roles: [] } };
    const reported = { edition: { ...setting.edition, state: 'reported' as const } };
    for (const more of [viewer, { now: fifteenDays }, reported]) {
      expect(links(responsesOf([typed], more)).filter((one) => one.includes('/monday-rotation/'))).toEqual([]);
    }
  });
});

describe('a sheet that is typed in', () => {
  it('asks what the school itself is asked', () => {
    const [own, typing] = [surveyPage(surveyOf()), typingOf(undefined)];
    const asked = (document: string, action: string) =>
      controlsOf(document.slice(document.lastIndexOf('<form method="post" action="' + action)), action);
    const names = (document: string, action: string) => asked(document, action).map(({ name, value }) => [name, value]);
    expect(names(typing, sheet)).toEqual(names(own, '/my/survey/monday-rotation'));
  });

  it('opens with what was typed in before, and says by whom', () => {
    const document = typingOf(typed, { typist: 'colleague@larkford.example' });
    expect(wordsOf(document)).toContain('by colleague@larkford.example. Correct here what is wrong.');
    const form = document.slice(document.lastIndexOf(`<form method="post" action="${sheet}"`));
    expect(valuesOf(controlsOf(form, sheet))).toMatchObject({ version: ['1'], enjoyed: ['4'], hosting: ['5'] });
  });

  it('of a school that answered itself takes nothing, and does not show what it said', () => {
    const document = typingOf(done);
    expect(wordsOf(document)).toContain('This school has answered about this event itself');
    expect(document).not.toContain('name="enjoyed"');
    expect(document).not.toContain(done.quote ?? 'none');
  });
});

describe('the school', () => {
  it('sees on each page that its answers came from paper', () => {
    const seen = surveyOf({ current: typed });
    expect(wordsOf(surveyPage(seen))).toContain('An organiser typed these answers in from your sheet on paper');
    expect(wordsOf(surveyPage(surveyOf({ current: typed, more: { now: fifteenDays } })))).toContain('An organiser typed');
    expect(wordsOf(surveyListPage(seen))).toContain('Typed in from paper');
    expect(wordsOf(surveyPage(surveyOf({ current: done })))).not.toContain('An organiser typed');
  });

  it('can print the same statements, with a box for each answer', () => {
    const document = surveySheetPage(surveyOf());
    expect(wordsOf(document)).toContain('Hosting an event was a positive experience for our school');
    expect(document.match(/class="app-tick"/g)).toHaveLength(3 * 6 + 1 + 2);
    const guest = surveySheetPage(surveyOf({ asked: { event: 'monday-rotation', host: false } }));
    expect(wordsOf(guest)).not.toContain('Hosting an event');
    expect(links(surveyPage(surveyOf()))).toContain('/my/survey/monday-rotation/sheet');
  });
});
