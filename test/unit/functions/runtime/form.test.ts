import { expect, test } from 'vitest';
import { decodeForm } from '#functions/runtime/form.ts';
import { organisationForm } from '#shared/domain/organisation.ts';
import { registrationForm } from '#shared/domain/registration.ts';

test('dotted names nest, repeated names make lists, digits make numbers, yes and no make booleans, blanks are left out', () => {
  const decoded = decodeForm(organisationForm, {
    name: ['Fictional Ltd'],
    formats: ['rotation', 'online'],
    workshopsPerHalfDay: [' 4 '],
    'contact.name': ['A. Fictional'],
    'contact.telephone': [''],
    'safeguarding.photoId': ['yes'],
    publicCredit: ['no'],
  });
  expect(decoded).toEqual({
    name: 'Fictional Ltd',
    formats: ['rotation', 'online'],
    workshopsPerHalfDay: 4,
    contact: { name: 'A. Fictional' },
    safeguarding: { photoId: true },
    publicCredit: false,
  });
});

test('one ticked box is a list of one', () => {
  expect(decodeForm(registrationForm, { roles: ['host'] })).toMatchObject({ roles: ['host'] });
});

test('what does not fit its kind stays as it was typed, for the schema to refuse', () => {
  const decoded = decodeForm(registrationForm, { 'cohorts.year4': ['thirty'], urn: ['900001', '900002'] });
  expect(decoded).toMatchObject({ cohorts: { year4: 'thirty' }, urn: ['900001', '900002'] });
  expect(registrationForm.safeParse(decoded).success).toBe(false);
});

test('a required group left blank leaves its own fields to complain about', () => {
  const parsed = registrationForm.safeParse(decodeForm(registrationForm, { urn: ['900001'] }));
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['contact.name', 'contact.email', 'cohorts']),
  );
});

test('a name the schema does not know is passed on and refused', () => {
  const decoded = decodeForm(registrationForm, { state: ['confirmed'] });
  expect(decoded).toHaveProperty('state');
  expect(registrationForm.safeParse(decoded).error?.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true);
});
