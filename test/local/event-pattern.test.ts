import { describe, expect, test } from 'vitest';
import { matchesPattern } from '#local/event-pattern.ts';

const event = {
  source: 'aspirations',
  'detail-type': 'school.registered.v1',
  detail: {
    urn: '100001',
    pupils: 60,
    empty: '',
    nothing: null,
    open: true,
    roles: ['host', 'online'],
    ip: '10.0.0.7',
    nested: { key: 'imports/register/a.csv' },
  },
};

// The operators of the table in AWS's guide to event patterns, each once where it fits and once where it does not.
const cases: readonly (readonly [name: string, pattern: unknown, fits: boolean])[] = [
  ['an exact value', { source: ['aspirations'] }, true],
  ['another value', { source: ['aws.ses'] }, false],
  ['a value in another case', { source: ['Aspirations'] }, false],
  ['a number', { detail: { pupils: [60] } }, true],
  ['a number as text', { detail: { pupils: ['60'] } }, false],
  ['a boolean', { detail: { open: [true] } }, true],
  ['null', { detail: { nothing: [null] } }, true],
  ['null for a missing field', { detail: { missing: [null] } }, false],
  ['empty text', { detail: { empty: [''] } }, true],
  ['one of several (or)', { 'detail-type': ['x', 'school.registered.v1'] }, true],
  ['two fields (and)', { source: ['aspirations'], 'detail-type': ['x'] }, false],
  ['a member of a list', { detail: { roles: ['online'] } }, true],
  ['no member of a list', { detail: { roles: ['attending'] } }, false],
  ['$or of fields', { $or: [{ source: ['x'] }, { detail: { pupils: [60] } }] }, true],
  ['$or without a fit', { $or: [{ source: ['x'] }, { detail: { pupils: [61] } }] }, false],
  ['a prefix', { detail: { nested: { key: [{ prefix: 'imports/register/' }] } } }, true],
  ['another prefix', { detail: { nested: { key: [{ prefix: 'exports/' }] } } }, false],
  ['a prefix in any case', { source: [{ prefix: { 'equals-ignore-case': 'ASPI' } }] }, true],
  ['a suffix', { detail: { nested: { key: [{ suffix: '.csv' }] } } }, true],
  ['another suffix', { detail: { nested: { key: [{ suffix: '.txt' }] } } }, false],
  ['a suffix in any case', { detail: { nested: { key: [{ suffix: { 'equals-ignore-case': '.CSV' } }] } } }, true],
  ['equal but for case', { source: [{ 'equals-ignore-case': 'ASPIRATIONS' }] }, true],
  ['not equal even but for case', { source: [{ 'equals-ignore-case': 'ASPIRATION' }] }, false],
  ['anything but another', { source: [{ 'anything-but': 'x' }] }, true],
  ['anything but this', { source: [{ 'anything-but': ['x', 'aspirations'] }] }, false],
  ['anything but a number', { detail: { pupils: [{ 'anything-but': [60, 61] }] } }, false],
  ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'aspi' } }] }, false],
  ['anything but several suffixes', { source: [{ 'anything-but': { suffix: ['x', 'y'] } }] }, true],
  ['anything but in any case', { source: [{ 'anything-but': { 'equals-ignore-case': ['ASPIRATIONS'] } }] }, false],
  ['anything but a wildcard', { detail: { nested: { key: [{ 'anything-but': { wildcard: '*/register/*' } }] } } }, false],
  ['anything but, of a missing field', { detail: { missing: [{ 'anything-but': 'x' }] } }, false],
  ['an equal number', { detail: { pupils: [{ numeric: ['=', 60] }] } }, true],
  ['a range', { detail: { pupils: [{ numeric: ['>', 0, '<=', 60] }] } }, true],
  ['outside a range', { detail: { pupils: [{ numeric: ['>=', 0, '<', 60] }] } }, false],
  ['a range for text', { detail: { urn: [{ numeric: ['>', 0] }] } }, false],
  ['a field that exists', { detail: { urn: [{ exists: true }] } }, true],
  ['a field that should not exist', { detail: { urn: [{ exists: false }] } }, false],
  ['a missing field', { detail: { missing: [{ exists: false }] } }, true],
  ['an inner node is no leaf', { detail: { nested: [{ exists: true }] } }, false],
  ['a wildcard', { detail: { nested: { key: [{ wildcard: 'imports/*/*.csv' }] } } }, true],
  ['a wildcard that does not fit', { detail: { nested: { key: [{ wildcard: 'imports/*.txt' }] } } }, false],
  ['an escaped star', { detail: { nested: { key: [{ wildcard: 'imports/\\*' }] } } }, false],
  ['a network', { detail: { ip: [{ cidr: '10.0.0.0/24' }] } }, true],
  ['another network', { detail: { ip: [{ cidr: '10.0.1.0/24' }] } }, false],
];

describe('a pattern', () => {
  test.each(cases)('%s', (_, pattern, fits) => {
    expect(matchesPattern(pattern, event)).toBe(fits);
  });

  test('with an operator nobody knows is refused by name', () => {
    expect(() => matchesPattern({ source: [{ resembles: 'x' }] }, event)).toThrow('resembles');
    expect(() => matchesPattern({ detail: { pupils: [{ numeric: ['~', 3] }] } }, event)).toThrow('numeric');
  });
});
