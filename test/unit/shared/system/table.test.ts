import { expect, test } from 'vitest';
import { items, keyPart } from '#shared/system/table.ts';

/** What belongs to the whole installation, or is looked up by a secret's hash: all else belongs to one edition. */
const ofTheInstallation = [
  'programme',
  'edition',
  'team',
  'school',
  'registerLa',
  'link',
  'linkSession',
  'signIn',
  'organiserSession',
  'jobRun',
  'outbox',
];

test('every key but those of the installation begins with its edition', () => {
  const without = Object.entries<{ readonly pk: string }>(items).filter(
    ([, { pk }]) => !/^(?:EDITION|DIRTY)#\{edition\}/.test(pk),
  );
  expect(without.map(([name]) => name)).toEqual(ofTheInstallation);
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
