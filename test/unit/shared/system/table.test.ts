import { expect, test } from 'vitest';
import { areas, items, keyPart } from '#shared/system/table.ts';

/** What belongs to the whole installation or to a programme, or is looked up by a secret's hash: all else belongs to one edition. */
const ofTheInstallation = [
  'programme',
  'strategy',
  'edition',
  'team',
  'school',
  'registerLa',
  'doNotAsk',
  'classCode',
  'link',
  'linkSession',
  'calendarFeed',
  'signIn',
  'organiserSession',
  'jobRun',
  'outbox',
  'indicatorSeries',
  'neighbourList',
  'benchmarkSet',
  'judgementSet',
];

test('every key but those of the installation and of a programme begins with its edition', () => {
  const without = Object.entries<{ readonly pk: string }>(items).filter(
    ([, { pk }]) => !/^(?:EDITION|DIRTY)#\{edition\}/.test(pk),
  );
  expect(without.map(([name]) => name)).toEqual(ofTheInstallation);
});

test('no kind of item is declared twice', () => {
  const declared = Object.values(areas).flatMap((area) => Object.keys(area));
  expect(declared).toHaveLength(new Set(declared).size);
  expect(Object.keys(items)).toHaveLength(declared.length);
});

test('no two kinds of item have one key', () => {
  const keys = Object.values<{ readonly pk: string; readonly sk: string }>(items).map(({ pk, sk }) =>
    `${pk} ${sk}`.replace(/\{\w+\}/g, '*'),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('a value cannot reach into another item’s key, nor be left out', () => {
  expect(keyPart('EDITION#{edition}#EVENT#{event}', { edition: 'larkford', event: 'monday' })).toBe(
    'EDITION#larkford#EVENT#monday',
  );
  expect(() => keyPart('EDITION#{edition}', { edition: 'larkford#EVENTS' })).toThrow('edition is missing or holds #');
  expect(() => keyPart('EDITION#{edition}', {})).toThrow('edition is missing or holds #');
  expect(() => keyPart('EDITION#{edition}', { edition: '' })).toThrow('edition is missing or holds #');
});
