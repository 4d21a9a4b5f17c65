import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { volunteerSignUpPage } from '#web/volunteers/page.ts';
import { halfDays, organisation, setting } from '../examples.ts';
import { controlsOf } from '../form-controls.ts';
import { elementsOf } from '../page-text.ts';

const action = '/editions/larkford-2025/volunteers/sign-up';
const params = { ...setting, halfDays, requestKey: 'request-key-0001', organisation: organisation.organisation };

describe('a volunteer’s form with an organisation', () => {
  it('carries the organisation on, and offers to leave it out', () => {
    const document = volunteerSignUpPage(params);
    expect(controlsOf(document, action)).toContainEqual({
      name: 'organisation',
      type: 'hidden',
      value: organisation.organisation,
      sends: true,
    });
    expect(elementsOf(parse(document)).map(({ attributes }) => attributes['href'])).toContain(action);
  });

  it('lets go of an organisation that was refused, so that the next try can succeed', () => {
    const issues = [{ path: 'organisation', message: 'Use the link your organisation gave you' }];
    const document = volunteerSignUpPage({ ...params, filled: { values: {}, issues } });
    const names = controlsOf(document, action).map(({ name }) => name);
    expect(names).not.toContain('organisation');
    expect(names).toContain('organisationName');
  });
});
