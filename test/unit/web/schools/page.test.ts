import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { findSchoolPage, registerPage } from '#web/schools/page.ts';
import { edition, halfDays, programme, school, setting } from '../examples.ts';
import { elementsOf, textOf } from '../page-text.ts';

const requestKey = 'request-key-0001';
const find = (query: string | undefined, count = 0) =>
  findSchoolPage({
    ...setting,
    query,
    schools: Array.from({ length: count }, (_, index) => ({ ...school, urn: String(999_001 + index) })),
  });
const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');

describe('finding a school', () => {
  it('shows name, town, postcode and number of each, and leads to its form', () => {
    const document = find('alder', 1);
    expect(wordsOf(document)).toContain('Alder Bank Primary School Larkford, ZZ99 1AA, URN 999001');
    const links = elementsOf(parse(document)).map(({ attributes }) => attributes['href']);
    expect(links).toContain('/editions/larkford-2025/apply/school?urn=999001');
  });

  it('keeps what was looked for in its field', () => {
    const field = elementsOf(parse(find('alder "bank"', 1))).find(({ attributes }) => attributes['name'] === 'q');
    expect(field?.attributes['value']).toBe('alder "bank"');
  });

  it('says nothing of results before a search, and after an empty one', () => {
    for (const query of [undefined, '', '  ']) expect(wordsOf(find(query))).not.toContain('found');
  });

  it('says when nothing matches, when one does and when there may be more', () => {
    expect(wordsOf(find('zzz'))).toContain('No school found');
    expect(wordsOf(find('alder', 1))).toContain('1 school found');
    expect(wordsOf(find('primary', 19))).not.toContain('Showing the first');
    expect(wordsOf(find('primary', 20))).toContain('Showing the first 20 schools.');
  });

  it('names whom to ask when the school is not listed', () => {
    expect(wordsOf(find('zzz'))).toContain(programme.organiser.email);
  });
});

describe('the registration form', () => {
  it('shows the school, and each half-day with its day in words', () => {
    const words = wordsOf(registerPage({ ...setting, school, halfDays, requestKey }));
    expect(words).toContain('URN 999001');
    expect(words).toContain('Monday 3 March: morning');
    expect(words).toContain('Friday 7 March: afternoon');
  });

  it.each([
    ['without a school', { school: undefined }, 'Choose your school first'],
    ['for a school that has closed', { school: { ...school, status: 'closed' as const } }, 'not open'],
    ['after the week', { school, edition: { ...edition, state: 'surveying' as const } }, 'Registration has closed'],
  ])('is not there %s', (_, params, why) => {
    const document = registerPage({ ...setting, halfDays, requestKey, ...params });
    expect(elementsOf(parse(document)).filter(({ name }) => name === 'form')).toEqual([]);
    expect(wordsOf(document)).toContain(why);
  });
});
