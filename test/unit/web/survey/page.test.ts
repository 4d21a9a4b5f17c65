import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { surveyPage } from '#web/survey/page.ts';
import { edition, programme, registration, response, setting } from '../examples.ts';
import { controlsOf, valuesOf } from '../form-controls.ts';
import { elementsOf, textOf } from '../page-text.ts';

const params = { ...setting, school: registration, current: undefined, requestKey: 'request-key-0001' };

describe('the schools’ survey', () => {
  it('asks a host about hosting, and nobody else', () => {
    const names = (roles: typeof registration.roles) =>
      new Set(controlsOf(surveyPage({ ...params, school: { ...registration, roles } }), '/my/survey').map(({ name }) => name));
    expect(names(['host', 'online'])).toContain('hosting');
    expect(names(['attending', 'online'])).not.toContain('hosting');
  });

  it('offers the five answers in words, and a way to say that a statement does not apply', () => {
    const values = controlsOf(surveyPage(params), '/my/survey').flatMap(({ name, value }) => (name === 'enjoyed' ? [value] : []));
    expect(values).toEqual(['1', '2', '3', '4', '5', '']);
    const labels = elementsOf(parse(surveyPage(params))).flatMap(({ name, text }) => (name === 'label' ? [text.trim()] : []));
    expect(labels.slice(0, 6)).toEqual([
      'Strongly disagree',
      'Disagree',
      'Neither agree nor disagree',
      'Agree',
      'Strongly agree',
      'Does not apply to us',
    ]);
  });

  it('shows the answers given before, to change', () => {
    const values = valuesOf(controlsOf(surveyPage({ ...params, current: response }), '/my/survey'));
    expect(values).toMatchObject({ hosting: ['5'], enjoyed: ['4'], quote: [response.quote], quoteConsent: ['yes'] });
    expect(values).not.toHaveProperty('again');
  });

  it('shows what was just typed rather than the answers before', () => {
    const filled = { values: { enjoyed: ['2'] }, issues: [] };
    expect(valuesOf(controlsOf(surveyPage({ ...params, current: response, filled }), '/my/survey'))).toMatchObject({
      enjoyed: ['2'],
    });
  });

  it('is closed once the edition is reported', () => {
    const document = surveyPage({ ...params, programme, edition: { ...edition, state: 'reported' } });
    expect(textOf(parse(document))).toContain('This survey has closed');
    expect(elementsOf(parse(document)).filter(({ name }) => name === 'form')).toEqual([]);
  });
});
