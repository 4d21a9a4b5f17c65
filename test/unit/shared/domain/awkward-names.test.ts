import { describe, expect, test } from 'vitest';
import { contact, emailAddress } from '#shared/domain/fields.ts';
import { organisationForm } from '#shared/domain/organisation.ts';
import { awkwardAddresses, awkwardNames } from '#test/data/awkward-names.ts';

const parse = (name: string) => contact.safeParse({ name, email: 'office@school.example' });

describe('awkward names', () => {
  test('are more than two hundred, each once', () => {
    expect(new Set(awkwardNames).size).toBe(awkwardNames.length);
    expect(awkwardNames.length).toBeGreaterThanOrEqual(200);
  });

  test.each(awkwardNames)('%s is taken as it is', (name) => {
    const parsed = parse(name);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data?.name).toBe(name.normalize('NFC'));
  });

  test.each([
    'Fictional R.C. V.A. School & Nursery',
    '1st Place (Fictional) Ltd.',
    'Fictional £1 Club',
    'Café 240°',
    '@fictional',
    'A',
    '£€¥ 1',
    'C++ Club',
    '日本語学校',
  ])('an organisation may be called %s', (name) => {
    expect(organisationForm.def.shape.name.safeParse(name).data).toBe(name);
  });
});

describe('awkward addresses', () => {
  test.each(awkwardAddresses)('%s can be written to, in plain ASCII', (address) => {
    const parsed = emailAddress.safeParse(address);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
  });

  test('an international domain is the same however it was typed', () => {
    const [composed, apart, ascii] = [
      'office@münchen.example',
      'office@mu\u0308nchen.example',
      'office@xn--mnchen-3ya.example',
    ].map((one) => emailAddress.parse(one));
    expect(composed).toBe(ascii);
    expect(apart).toBe(ascii);
  });
});
