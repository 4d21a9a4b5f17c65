import { expect, test } from 'vitest';
import { schoolPlacePages } from '../school-place-pages.ts';
import { visitorPages } from '../visitor-pages.ts';

const pages: Readonly<Record<string, () => string>> = { ...visitorPages, ...schoolPlacePages };
const pageOf = (name: string) => pages[name]?.() ?? '';

test.each([
  ['change-withdrawn', 'Your school has withdrawn.'],
  ['withdraw-again', 'Your school has withdrawn.'],
  ['sessions-withdraw-again', 'You have withdrawn.'],
  ['change-over', 'The week is over'],
  ['contact-pending', 'Your registration is not confirmed yet.'],
  ['hand-over-reported', 'its report is out'],
  ['change-organisation-over', 'The week is over'],
  ['change-volunteer-pending', 'Your sign-up is not confirmed yet.'],
  ['sessions-contact-withdrawn', 'You have withdrawn.'],
])('%s has no form, which would be refused, and says why', (name, why) => {
  expect(pageOf(name)).not.toContain('<form');
  expect(pageOf(name)).toContain(why);
  expect(pageOf(name)).toMatch(/<p class="govuk-body"><a class="govuk-link" href="\/my\/place">/);
});

test('whoever has not confirmed yet can withdraw all the same', () => {
  expect(pageOf('withdraw-pending')).toContain('<form');
});

test.each(['place-school-pending', 'sessions-organisation-pending', 'sessions-volunteer-pending'])(
  '%s leads to the form again, to mend a mistake before confirming',
  (name) => {
    expect(pageOf(name)).toMatch(/href="\/editions\/[\w-]+\/apply\/(school\?urn=|organisation|volunteer)/);
  },
);

test.each(['place-school-pending-late', 'sessions-organisation-pending-late'])(
  'once sign-up has closed, %s names the organiser',
  (name) => {
    expect(pageOf(name)).not.toContain('/apply/');
    expect(pageOf(name)).toMatch(/before you confirm:<\/p>\n<ul[^>]*><li><a class="govuk-link" href="mailto:/);
  },
);

test.each(['place-school-withdrawn', 'sessions-organisation-withdrawn', 'sessions-volunteer-withdrawn'])(
  '%s leads to signing up again',
  (name) => {
    expect(pageOf(name)).toMatch(/Do you want to take part after all\? <a class="govuk-link" href="\/editions\//);
  },
);
