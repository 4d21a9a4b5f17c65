import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parentsSurvey, volunteersSurvey } from '#shared/domain/instruments/adults.ts';
import { instrumentDigest, instrumentFor } from '#shared/domain/instruments/in-use.ts';
import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import { pupilsOnce, pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { scales } from '#shared/domain/instruments/scales.ts';
import { schoolsSurvey } from '#shared/domain/instruments/schools.ts';
import { skillFrameworks } from '#shared/domain/instruments/skills.ts';

const instruments: readonly Instrument[] = [schoolsSurvey, volunteersSurvey, parentsSurvey, pupilsOnce, pupilsTwice];
const nameOf = ({ instrument, version }: Instrument) => `${instrument} ${version}`;
const kept = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(new URL('instruments.json', import.meta.url), 'utf8')));

test('no version of an instrument says anything else than when people were asked by it, and none is gone', () => {
  expect(Object.fromEntries(instruments.map((one) => [nameOf(one), instrumentDigest(one)]))).toEqual(kept);
});

describe.each(instruments.map((one) => ({ name: nameOf(one), one })))('$name', ({ one }) => {
  test('has a source, a language, and statements with names and texts of their own', () => {
    expect(one.source.length).toBeGreaterThan(20);
    expect(one.languages).toContain('en');
    for (const field of ['id', 'text'] as const)
      expect(new Set(one.statements.map((statement) => statement[field])).size).toBe(one.statements.length);
  });

  test('asks about hosting only whoever hosted, and nobody else about it', () => {
    const ofHosts = one.statements.filter(({ asked }) => asked === 'hosts').map(({ id }) => id);
    expect(ofHosts).toEqual(one.audience === 'schools' ? ['hosting'] : []);
  });

  test('never puts a child’s scale before an adult, nor the other way round', () => {
    const adults = one.audience !== 'pupils';
    expect(one.statements.every(({ scale }) => (scale === 'agreement') === adults)).toBe(true);
  });
});

test('an edition keeps the version that its first invitation went out by', () => {
  const newer = { ...schoolsSurvey, version: 2, title: 'How did it go?' };
  const { fresh } = instrumentFor('larkford-2025', [schoolsSurvey], undefined);
  expect(fresh).toMatchObject({ instrument: 'schools', version: 1 });
  expect(instrumentFor<Instrument>('larkford-2025', [schoolsSurvey, newer], fresh)).toEqual({ instrument: schoolsSurvey });
  expect(instrumentFor<Instrument>('larkford-2026', [schoolsSurvey, newer], undefined)).toMatchObject({ instrument: newer });
});

test('a version that was changed after people were asked by it is found out', () => {
  const { fresh } = instrumentFor('larkford-2025', [schoolsSurvey], undefined);
  const changed = { ...schoolsSurvey, statements: schoolsSurvey.statements.slice(1) };
  expect(() => instrumentFor<Instrument>('larkford-2025', [changed], fresh)).toThrow(
    'schools 1 is not what people were asked by',
  );
  expect(() => instrumentFor<Instrument>('larkford-2025', [{ ...schoolsSurvey, version: 2 }], fresh)).toThrow('schools 1');
});

test('five questions for children have at most sixty words with their answers', () => {
  const words = pupilsOnce.statements.flatMap(({ text, scale }) => [text, ...scales[scale].words]).join(' ');
  expect(pupilsOnce.statements).toHaveLength(5);
  expect(words.split(' ').length).toBeLessThanOrEqual(60);
});

test('children rate themselves on the eight skills of the newest framework, by its ids', () => {
  const newest = skillFrameworks.at(-1)?.skills.map(({ id }) => `skill-${id}`);
  expect(pupilsTwice.statements.filter(({ scale }) => scale === 'skill').map(({ id }) => id)).toEqual(newest);
});

test('skills keep their ids from version to version; in 2025 two have other names', () => {
  const [before, after] = skillFrameworks;
  expect(after?.skills.map(({ id }) => id)).toEqual(before?.skills.map(({ id }) => id));
  const renamed = after?.skills.filter(({ name }, index) => name !== before?.skills[index]?.name);
  expect(renamed?.map(({ name }) => name)).toEqual(['Adapting', 'Planning']);
});
