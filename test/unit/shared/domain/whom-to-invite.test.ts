import { expect, test } from 'vitest';
import { eraseOrganisation } from '#shared/domain/erasure.ts';
import { sameAsLastYear } from '#shared/domain/same-as-last-year.ts';
import { type Candidate, invitationId, readAddresses, sortOut, tookPart } from '#shared/domain/whom-to-invite.ts';
import { organisation, registration, school, volunteer } from '../../web/examples.ts';

const nobody = { registrations: [], organisations: [], volunteers: [] };
const known = { now: nobody, invited: new Set<string>(), refused: () => false, bounced: () => false };
const confirmed = { ...organisation, state: 'confirmed' as const };
const other = { ...school, urn: '900099', name: 'Another Fictional School' };

test('those who took part are known by their contact, but for schools that closed and people who were erased', () => {
  const last = { ...nobody, registrations: [{ ...registration, state: 'confirmed' as const }], organisations: [confirmed] };
  expect(tookPart('school', last, [school]).map(({ email }) => email)).toEqual([registration.contact.email]);
  expect(tookPart('school', last, [{ ...school, status: 'closed' }])).toEqual([]);
  expect(tookPart('school', { ...last, registrations: [{ ...registration, state: 'withdrawn' }] }, [school])).toEqual([]);
  const erased = tookPart('organisation', { ...last, organisations: [eraseOrganisation(confirmed)] }, []);
  expect(erased.map(({ email, from }) => [email, from])).toEqual([[undefined, undefined]]);
});

test('whoever is signed up, invited, refused or out of reach is left out, and counted by the reason', () => {
  const [goes] = tookPart('organisation', { ...nobody, organisations: [confirmed] }, []);
  if (!goes) throw new Error('nobody took part');
  const twin: Candidate = { ...goes, called: goes.called.toUpperCase() };
  const none: Candidate = { kind: 'school', urn: '900099', called: 'No address', email: undefined };
  const sorted = sortOut('next', [goes, twin, none], known);
  expect(sorted.chosen.map(({ called }) => called)).toEqual([goes.called]);
  expect(sorted.left).toMatchObject({ twice: 1, 'no-address': 1 });
  const left = (more: Partial<typeof known>) => sortOut('next', [goes], { ...known, ...more }).left;
  expect(sortOut('next', [goes], { ...known, now: { ...nobody, organisations: [organisation] } }).left['signed-up']).toBe(1);
  expect(left({ invited: new Set([invitationId('next', goes)]) }).invited).toBe(1);
  expect(left({ refused: () => true }).never).toBe(1);
  expect(left({ bounced: () => true }).bounced).toBe(1);
});

test('pasted lines are read with commas, tabs or semicolons, and each that cannot be is named', () => {
  const text = `${school.urn}\toffice@one.example\n\n Another Fictional ; head@two.example\nnobody@nowhere.example\nOnly a name`;
  const { candidates, bad } = readAddresses('school', text, [school, other]);
  expect(candidates.map(({ urn, email }) => [urn, email])).toEqual([
    [school.urn, 'office@one.example'],
    ['900099', 'head@two.example'],
  ]);
  expect(bad.map(({ line }) => line)).toEqual([4, 5]);
  const twins = [other, { ...other, urn: '900098' }];
  expect(readAddresses('school', 'Another Fictional School, a@b.example', twins).bad[0]?.message).toContain('URN');
  expect(readAddresses('volunteer', 'Fictional, A., a@b.example', []).candidates[0]?.called).toBe('Fictional, A.');
  expect(readAddresses('volunteer', 'a@b.example\n'.repeat(301), []).bad).toHaveLength(1);
});

test('a form that is the same as last year asks again for days, numbers and agreements, and takes over no promise', () => {
  for (const [kind, record] of [
    ['school', registration],
    ['organisation', organisation],
    ['volunteer', volunteer],
  ] as const) {
    const { values, done } = sameAsLastYear(kind, record, () => true);
    expect(values['contact.email']).toEqual([record.contact.email]);
    expect(Object.keys(values).filter((field) => /halfDays|safeguarding|colleagues/.test(field))).toEqual([]);
    expect(done).toContain('you');
    expect(done).not.toContain('half-days');
    expect(sameAsLastYear(kind, record, () => false).done).toEqual([]);
  }
  expect(sameAsLastYear('school', registration, () => true).values['urn']).toEqual([registration.urn]);
});
