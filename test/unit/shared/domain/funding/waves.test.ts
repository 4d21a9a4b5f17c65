import { expect, test } from 'vitest';
import type { AdultsInAll } from '#shared/domain/adults.ts';
import { answeredHere, keepWave, waveFigures } from '#shared/domain/funding/waves.ts';
import { editionTotal } from '#shared/domain/totals.ts';
import { instant } from '#shared/kernel/time.ts';

const now = instant.parse('2025-03-20T10:00:00.000Z');
const parents: AdultsInAll = { instrument: 'parents', schools: 3, asked: 60, answered: 40, counts: { told: [0, 0, 0, 20, 20] } };
const total = (adults: readonly AdultsInAll[]) =>
  editionTotal.parse({
    edition: 'made-up-2025',
    registrationsPending: 0,
    registrationsConfirmed: 0,
    schools: 0,
    hosts: 0,
    organisations: 0,
    events: 0,
    sessions: 0,
    pupilsFaceToFace: 0,
    pupilsOnline: 0,
    statements: [],
    quotes: [],
    adults,
  });
const form = { wave: 'gate', title: 'At the gate', audience: 'parents' as const, on: '2025-03-14' };
const keep = (more: { counts?: string }, answered = answeredHere(undefined)) =>
  keepWave(undefined, { edition: 'made-up-2025', form: { ...form, ...more }, answered, claimed: false, now }).state;

test('a wave of adults needs counts, unless they answered here themselves', () => {
  expect(() => keep({})).toThrow('Enter the counts');
  expect(() => keep({}, answeredHere(total([{ ...parents, answered: 0 }])))).toThrow('Enter the counts');
  expect(keep({}, answeredHere(total([parents])))).not.toHaveProperty('counts');
  expect(keep({ counts: 'told; 0; 0; 1; 4; 5' }).counts).toEqual({ told: [0, 0, 1, 4, 5] });
});

test('their own answers are shown as the report shows them: nothing below three schools', () => {
  const wave = keep({}, answeredHere(total([parents])));
  expect(waveFigures(wave, [parents]).find(({ n }) => n !== undefined)).toMatchObject({ n: 40, mean: 4.5 });
  expect(waveFigures(wave, [{ ...parents, schools: 2 }]).every(({ mean }) => mean === undefined)).toBe(true);
});
