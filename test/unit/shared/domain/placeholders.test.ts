import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, placeholders, placeholdersFor, requireFits } from '#shared/domain/placeholders.ts';

const words = {
  name: 'A. Fictional',
  school: 'Alder ((name)) School',
  organisation: 'Works',
  events: 'None',
  edition: '2025',
  programme: 'Week',
};
const fits =
  (body: string, groups: Parameters<typeof placeholdersFor>[0] = ['host']) =>
  () =>
    requireFits({ subject: 'Hello', body, groups });

describe('placeholders', () => {
  it('are filled in for the reader, and what is filled in is not read again', () => {
    expect(fillIn('Hello ((name)) of ((school))', words)).toBe('Hello A. Fictional of Alder ((name)) School');
  });

  it('are known for every group, and for all together only where each has a word', () => {
    expect(placeholdersFor([])).toEqual(Object.keys(placeholders));
    expect(placeholdersFor(['host', 'volunteers'])).not.toContain('school');
    expect(fits('((school))', ['host', 'attending'])).not.toThrow();
    expect(fits('((school))', ['host', 'volunteers'])).toThrow('Not everybody it is for has a word for ((school))');
  });

  it.each(['((nmae))', '((name)', '((Name))', '(( name ))', '((name', 'name))', '((toString))', '((', '((name)) and ((other))'])(
    'that a reader would see as brackets are refused: %s',
    (body) => {
      expect(fits(body)).toThrow();
    },
  );

  it.each(['(see below)', '(a) and (b)', 'f(x)', 'a :-)'])('are not single brackets: %s', (body) => {
    expect(fits(body)).not.toThrow();
  });

  it('leave no double bracket of the writer’s in what is sent', () => {
    const piece = fc.constantFrom('((', '))', '(', ')', 'name', 'school', ' ', '((name))', 'Hello');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const body = pieces.join('');
        try {
          requireFits({ subject: 'Hello', body, groups: ['host'] });
        } catch {
          return;
        }
        expect(fillIn(body, { ...words, school: 'Alder School' })).not.toMatch(/\(\(|\)\)/);
      }),
    );
  });
});
