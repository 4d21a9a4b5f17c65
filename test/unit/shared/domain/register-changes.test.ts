import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSchools, notListed, type RegisterChange, undoable } from '#shared/domain/register-changes.ts';
import type { School } from '#shared/domain/school.ts';

const school = fc
  .record({
    urn: fc.integer({ min: 0, max: 9 }).map((one) => `90000${one}`),
    name: fc.constantFrom('Alder', 'Bramble', 'Canal'),
    status: fc.constantFrom('open', 'closing', 'closed', 'proposed'),
  })
  .map(({ urn, name, status }): School => ({ urn, la: '990', name, status, digest: `${name} ${status}` }));
const schools = fc.uniqueArray(school, { selector: ({ urn }) => urn, maxLength: 8 });
const byNumber = (all: readonly School[]) => new Map(all.map((one) => [one.urn, one]));

function applied(register: readonly School[], changes: readonly RegisterChange[]): School[] {
  const result = byNumber(register);
  for (const { school: one } of changes) result.set(one.urn, one);
  return [...result.values()];
}

test('what it says would change makes the register say what the file says, and touches nothing else', () => {
  fc.assert(
    fc.property(schools, schools, (wanted, register) => {
      const { changes, unchanged } = compareSchools(wanted, register);
      expect(changes.length + unchanged).toBe(wanted.length);
      expect(byNumber(applied(register, changes))).toEqual(new Map([...byNumber(register), ...byNumber(wanted)]));
      expect(compareSchools(wanted, applied(register, changes)).changes).toEqual([]);
    }),
  );
});

test('taken back whole, the register is as it was', () => {
  fc.assert(
    fc.property(schools, schools, (wanted, register) => {
      const { changes } = compareSchools(wanted, register);
      const now = byNumber(applied(register, changes));
      for (const { school: one, before } of undoable(changes, [...now.values()], new Set())) {
        if (before) now.set(one.urn, before);
        else now.delete(one.urn);
      }
      expect(now).toEqual(byNumber(register));
    }),
  );
});

test('what has changed since, and a new school that has registered, is not taken back', () => {
  const one = (urn: string, digest: string): School => ({ urn, la: '990', name: 'Alder', status: 'open', digest });
  const { changes } = compareSchools([one('900001', 'a'), one('900002', 'a'), one('900003', 'a')], [one('900003', 'old')]);
  expect(changes.map(({ kind }) => kind)).toEqual(['added', 'added', 'changed']);
  const now = [one('900001', 'a'), one('900002', 'a'), one('900003', 'newer')];
  expect(undoable(changes, now, new Set(['900001'])).map(({ school: { urn } }) => urn)).toEqual(['900002']);
});

test('open schools that the file does not name are said, and stay', () => {
  const one = (urn: string, status: School['status']): School => ({ urn, la: '990', name: 'Alder', status, digest: urn });
  const register = [one('900001', 'open'), one('900002', 'closed'), one('900003', 'closing')];
  expect(notListed([one('900001', 'open')], register).map(({ urn }) => urn)).toEqual(['900003']);
});
