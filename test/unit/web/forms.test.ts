import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import {
  checkboxesField,
  emptyForm,
  errorSummaryOf,
  fieldErrors,
  fieldGroup,
  form,
  type FormState,
  numberField,
  radiosField,
  selectField,
  summaryOf,
  textareaField,
  textField,
} from '#web/forms.ts';
import { type Html, html, render } from '#web/html.ts';
import { elementsOf, textOf } from './page-text.ts';

const issues = [
  { path: 'contact.email', message: 'Enter an email address' },
  { path: 'halfDays.2', message: 'Choose half-days from the list' },
  { path: 'cohorts', message: 'Enter how many pupils will take part' },
];

describe('the errors of a form', () => {
  it('are the first sentence about each field, those about an item of a list being about the list', () => {
    const more = [...issues, { path: 'contact.email', message: 'Another' }, { path: 'formats.0.name', message: 'Enter a name' }];
    expect(Object.fromEntries(fieldErrors(more))).toEqual({
      'contact.email': 'Enter an email address',
      halfDays: 'Choose half-days from the list',
      cohorts: 'Enter how many pupils will take part',
      formats: 'Enter a name',
    });
  });

  it('are listed above it with a link to each field, to a target where the page names one, and to nothing for the whole form', () => {
    const whole = summaryOf(
      { issues: [...issues, { path: 'body', message: 'Leave it out' }], message: 'Already sent' },
      { cohorts: 'cohorts.year1' },
    );
    expect(linksIn(whole)).toEqual({
      'Enter an email address': '#contact-email',
      'Choose half-days from the list': '#halfDays',
      'Enter how many pupils will take part': '#cohorts-year1',
    });
    expect(textIn(whole)).toContain('Already sent');
    expect(textIn(whole)).toContain('Leave it out');
  });

  it('make no summary when there are none', () => {
    expect(errorSummaryOf([])).toBeUndefined();
    expect(summaryOf(emptyForm)).toBeUndefined();
  });

  it('stand at the field in the same words, and every link of the summary leads to an element', () => {
    const state = { ...emptyForm, issues };
    const fields = html`${textField({ ...state, path: 'contact.email', label: 'Email' })}
      ${checkboxesField({ ...state, path: 'halfDays', label: 'Half-days', options: [{ value: 'a', text: 'A' }] })}
      ${fieldGroup({ ...state, path: 'cohorts', label: 'Pupils', body: html`` })}`;
    const ids = elementsOf(parseFragment(render(fields))).map(({ attributes }) => `#${attributes['id']}`);
    for (const [message, target] of Object.entries(linksIn(errorSummaryOf(issues)))) {
      expect(ids).toContain(target);
      expect(textIn(fields)).toContain(`Error: ${message}`);
    }
  });
});

describe('what was typed', () => {
  const hostile = '"><img src=x onerror=alert(1)>\'&';
  const typed = (value: string): FormState => ({ ...emptyForm, values: { field: [value] } });

  it('is shown again in a line, a number and a text, whatever it is', () => {
    expect(inputs(textField({ ...typed(hostile), path: 'field', label: 'A' }))[0]?.attributes['value']).toBe(hostile);
    expect(inputs(numberField({ ...typed('thirty'), path: 'field', label: 'A' }))[0]?.attributes['value']).toBe('thirty');
    expect(textIn(textareaField({ ...typed(`\n${hostile}`), path: 'field', label: 'A' }))).toContain(`\n${hostile}`);
  });

  it('is chosen again in radios, checkboxes and a list', () => {
    const state = { ...emptyForm, values: { field: ['b', 'c'] }, path: 'field', label: 'A' };
    const options = ['a', 'b', 'c'].map((value) => ({ value, text: value }));
    expect(chosen(radiosField({ ...state, options }))).toEqual(['b']);
    expect(chosen(checkboxesField({ ...state, options }))).toEqual(['b', 'c']);
    expect(chosen(selectField({ ...state, options, empty: 'Choose one' }))).toEqual(['b']);
  });
});

describe('a form', () => {
  it('posts to its own address with one button that can be pressed once', () => {
    const elements = elementsOf(parseFragment(render(form({ submit: 'Send' }))));
    expect(elements.map(({ name }) => name)).toEqual(['form', 'button']);
    expect(elements[0]?.attributes).toEqual({ method: 'post', novalidate: '' });
    expect(elements[1]?.attributes).toMatchObject({ type: 'submit', 'data-prevent-double-click': 'true' });
  });

  it('keeps away from the script when it leads to another site', () => {
    expect(render(form({ plain: true, action: '/sign-in' }))).toContain(
      '<form method="post" action="/sign-in" data-plain novalidate>',
    );
  });
});

function textIn(part: Html | undefined): string {
  return part === undefined ? '' : textOf(parseFragment(render(part)));
}

function inputs(part: Html) {
  return elementsOf(parseFragment(render(part))).filter(({ name }) => name === 'input');
}

function chosen(part: Html): readonly (string | undefined)[] {
  const elements = elementsOf(parseFragment(render(part)));
  return elements
    .filter(({ attributes }) => 'checked' in attributes || 'selected' in attributes)
    .map(({ attributes }) => attributes['value']);
}

function linksIn(part: Html | undefined): Readonly<Record<string, string>> {
  const links = part === undefined ? [] : elementsOf(parseFragment(render(part))).filter(({ name }) => name === 'a');
  return Object.fromEntries(links.map(({ text, attributes }) => [text.trim(), attributes['href'] ?? '']));
}
