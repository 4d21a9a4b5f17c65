import { describe, expect, test } from 'vitest';
import { programmeForm } from '#shared/domain/programme.ts';

const form = {
  programme: 'larkford',
  name: 'Larkford week',
  city: 'Larkford',
  organiser: { name: 'O. Fictional', email: 'programme@larkford.example' },
};
const parse = (localAuthorities: readonly string[]) => programmeForm.safeParse({ ...form, localAuthorities });
const problems = (...typed: readonly string[]) =>
  parse(typed).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the local authorities of a programme', () => {
  test.each([
    { typed: ['331'], codes: ['331'] },
    { typed: ['331', '332'], codes: ['331', '332'] },
    { typed: [' 331, 332;333\n334  335,'], codes: ['331', '332', '333', '334', '335'] },
  ])('are codes, however they are set apart: $typed', ({ typed, codes }) => {
    expect(parse(typed).data?.localAuthorities).toEqual(codes);
  });

  test.each([
    { typed: [], says: 'Enter at least one local authority code' },
    { typed: [' , '], says: 'Enter at least one local authority code' },
    { typed: ['33'], says: 'A local authority code has 3 digits, like 331' },
    { typed: ['331, Derby, 332 0831'], says: 'Check code 2 and code 4: a local authority code has 3 digits, like 331' },
    { typed: ['331 332 331'], says: 'Enter each local authority code once' },
    { typed: [Array.from({ length: 41 }, (_, index) => 300 + index).join(' ')], says: 'Enter at most 40 local authority codes' },
  ])('are refused in one sentence that says which to look at: $typed', ({ typed, says }) => {
    expect(problems(...typed)).toEqual([['localAuthorities', says]]);
  });
});
