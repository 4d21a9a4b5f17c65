import { describe, expect, test } from 'vitest';
import { layoutOf } from '#shared/domain/register.ts';

describe('the columns of a register file', () => {
  test('are found by name, wherever they stand', () => {
    const layout = layoutOf(['Nonsense', 'EstablishmentName', 'LA (code)', 'URN']);
    expect(layout.at.get('URN')).toBe(3);
    expect(layout.at.get('EstablishmentName')).toBe(1);
    expect(layout.width).toBe(4);
  });

  test('are found whatever their case and spacing', () => {
    expect(layoutOf([' urn', 'la(CODE)', 'Establishmentname ']).at.size).toBe(3);
  });

  test.each([
    [['LA (code)', 'EstablishmentName'], ['URN']],
    [['URN', 'LA (name)', 'EstablishmentName'], ['LA (code)']],
    [['URN', 'LA (code)'], ['EstablishmentName']],
    [['URN;LA (code);EstablishmentName'], ['URN', 'LA (code)', 'EstablishmentName']],
  ])('that we cannot do without are all named when missing from %j', (header, missing) => {
    expect(() => layoutOf(header)).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        code: 'register-columns',
        issues: missing.map((path) => expect.objectContaining({ path })),
      }),
    );
  });

  test('that are read must not be there twice, others may', () => {
    expect(() => layoutOf(['URN', 'LA (code)', 'EstablishmentName', 'Town', 'town'])).toThrow(
      expect.objectContaining({
        code: 'register-columns',
        issues: [{ path: 'Town', message: 'The column Town is there twice' }],
      }),
    );
    expect(layoutOf(['URN', 'LA (code)', 'EstablishmentName', 'Other', 'Other']).at.size).toBe(3);
  });
});
