import { describe, expect, it } from 'vitest';
import {
  firstUnfinished,
  mayShow,
  stepBefore,
  stepForm,
  stepsOf,
  typedIn,
  wholeOf,
  withEveryHalfDay,
  withTyped,
} from '#shared/domain/journeys.ts';

const host = { roles: ['host'], 'contact.email': ['a@b.example'], hallCapacity: ['120'] };
const guest = { ...host, roles: ['attending'] };

describe('the pages of a journey', () => {
  it('ask only a host for its hall, and only a volunteer without an organisation where they work', () => {
    expect(stepsOf('school', host)).toContain('hosting');
    expect(stepsOf('school', guest)).not.toContain('hosting');
    expect(stepsOf('volunteer', {})).toContain('with-whom');
    expect(stepsOf('volunteer', { organisation: [''] })).toContain('with-whom');
    expect(stepsOf('volunteer', { organisation: ['a'.repeat(20)] })).not.toContain('with-whom');
  });

  it('are gone through in order, up to the check', () => {
    expect(firstUnfinished('school', { values: {}, done: [] })).toBe('you');
    expect(firstUnfinished('school', { values: host, done: ['you', 'take-part', 'pupils'] })).toBe('hosting');
    expect(firstUnfinished('school', { values: guest, done: ['you', 'take-part', 'pupils'] })).toBe('half-days');
    const done = stepsOf('school', guest);
    expect(firstUnfinished('school', { values: guest, done })).toBe('check');
  });

  it('may be seen once all before them are answered', () => {
    const progress = { values: guest, done: ['you', 'take-part'] as const };
    expect(mayShow('school', 'you', progress)).toBe(true);
    expect(mayShow('school', 'pupils', progress)).toBe(true);
    expect(mayShow('school', 'half-days', progress)).toBe(false);
    expect(mayShow('school', 'hosting', progress)).toBe(false);
    expect(mayShow('school', 'check', progress)).toBe(false);
    expect(mayShow('school', 'offer', progress)).toBe(false);
    const finished = { values: guest, done: stepsOf('school', guest) };
    expect(mayShow('school', 'check', finished)).toBe(true);
    expect(mayShow('school', 'take-part', finished)).toBe(true);
    expect(mayShow('school', 'hosting', finished)).toBe(false);
  });

  it('know the page before them', () => {
    expect(stepBefore('school', 'you', guest)).toBeUndefined();
    expect(stepBefore('school', 'pupils', guest)).toBe('take-part');
    expect(stepBefore('school', 'pupils', host)).toBe('hosting');
    expect(stepBefore('school', 'check', host)).toBe('needs');
  });
});

describe('the answers', () => {
  it('of one page replace that page’s and no other’s, also where they were left out', () => {
    const before = { roles: ['host'], 'contact.name': ['A'], 'contact.telephone': ['1'] };
    expect(withTyped(['contact'], before, { 'contact.name': ['B'], roles: ['online'], contactless: ['x'] })).toEqual({
      roles: ['host'],
      'contact.name': ['B'],
    });
    expect(typedIn(['contact'], { 'contact.name': ['B'], contactless: ['x'] })).toEqual({ 'contact.name': ['B'] });
  });

  it('to questions that no longer apply are left out of the whole', () => {
    expect(wholeOf('school', { ...host, urn: ['900001'] })).toHaveProperty('hallCapacity');
    expect(wholeOf('school', { ...guest, urn: ['900001'] })).not.toHaveProperty('hallCapacity');
    expect(wholeOf('school', { ...guest, urn: ['900001'] })).toHaveProperty('urn');
  });

  it('“any half-day” are all of them', () => {
    expect(withEveryHalfDay({ halfDays: ['any'] }, ['a', 'b'])).toEqual({ halfDays: ['a', 'b'] });
    expect(withEveryHalfDay({ halfDays: ['a'] }, ['a', 'b'])).toEqual({ halfDays: ['a'] });
  });
});

describe('the schema of a page', () => {
  it('asks a host for what the form leaves open to others', () => {
    expect(stepForm('school', 'hosting').safeParse({}).success).toBe(false);
    expect(stepForm('school', 'hosting').safeParse({ hallCapacity: 120 }).success).toBe(true);
  });

  it('takes nothing that another page asks for', () => {
    expect(stepForm('school', 'take-part').safeParse({ roles: ['host'] }).success).toBe(true);
    expect(stepForm('school', 'take-part').safeParse({ roles: ['host'], hallCapacity: 120 }).success).toBe(false);
  });

  it('refuses a no to a safeguarding statement', () => {
    const yes = { rules: true, neverAlone: true, photoId: true, noDbsCopy: true };
    expect(stepForm('volunteer', 'safeguarding').safeParse({ safeguarding: yes }).success).toBe(true);
    const result = stepForm('volunteer', 'safeguarding').safeParse({ safeguarding: { ...yes, photoId: false } });
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['safeguarding.photoId']);
  });
});
