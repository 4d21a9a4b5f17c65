import { describe, expect, test } from 'vitest';
import { layoutOf } from '#shared/domain/register.ts';
import { readRegisterRow } from '#shared/domain/register-row.ts';
import { school } from '#shared/domain/school.ts';
import { codeLayout, fictionalRow, type FictionalRow, nameLayout } from '#test/data/register-file.ts';

function read(row: FictionalRow, columns: readonly string[] = nameLayout) {
  const values: Readonly<Record<string, string | undefined>> = row;
  return readRegisterRow(
    columns.map((column) => values[column] ?? ''),
    layoutOf(columns),
    12,
  );
}

function schoolOf(change: FictionalRow, columns?: readonly string[]) {
  const result = read(fictionalRow('100001', change), columns);
  if ('refused' in result) throw new Error(`refused: ${result.refused.column} ${result.refused.reason}`);
  return result.school;
}

function refusalOf(change: FictionalRow) {
  const result = read(fictionalRow('100001', change));
  if (!('refused' in result)) throw new Error('not refused');
  return result.refused;
}

describe('a row of the register', () => {
  test('becomes a school that fits its schema', () => {
    const read = schoolOf({
      EstablishmentName: 'Fictional St Mary’s & All Saints’ School, North',
      Postcode: 'zz999zz',
      NumberOfPupils: '315',
    });
    expect(school.safeParse(read).error).toBeUndefined();
    expect(read).toMatchObject({
      urn: '100001',
      la: '990',
      establishment: '0042',
      postcode: 'ZZ99 9ZZ',
      pupils: 315,
      percentageFsm: 51.8,
    });
    expect(read.name).toBe('Fictional St Mary’s & All Saints’ School, North');
  });

  test.each([
    ['1', 'open'],
    ['2', 'closed'],
    ['3', 'closing'],
    ['4', 'proposed'],
  ])('has status code %s as %s', (code, status) => {
    expect(schoolOf({ 'EstablishmentStatus (code)': code }, codeLayout).status).toBe(status);
  });

  test.each([
    ['Open', 'open'],
    ['Closed', 'closed'],
    ['Open, but proposed to close', 'closing'],
    ['Proposed to open', 'proposed'],
  ])('has status name %s as %s', (name, status) => {
    expect(schoolOf({ 'EstablishmentStatus (name)': name }).status).toBe(status);
  });

  test('is open in a file without status columns, unless it has closed', () => {
    const columns = nameLayout.filter((column) => column !== 'EstablishmentStatus (name)');
    expect(schoolOf({}, columns).status).toBe('open');
    expect(schoolOf({ CloseDate: '31-08-2024' }, columns)).toMatchObject({ status: 'closed', closed: '2024-08-31' });
  });

  test('says the same whether the file has codes or names', () => {
    const names = schoolOf({});
    const codes = schoolOf({}, codeLayout);
    expect([codes.phase, codes.typeGroup, codes.status]).toEqual([names.phase, names.typeGroup, names.status]);
  });

  test('keeps codes as text with their leading zeros', () => {
    expect(schoolOf({ 'LA (code)': '000', EstablishmentNumber: '01' })).toMatchObject({ la: '000', establishment: '01' });
  });

  test('has nothing where the register is blank, and zero where it says zero', () => {
    expect(schoolOf({ NumberOfPupils: '', PercentageFSM: ' ' })).toMatchObject({ pupils: undefined, percentageFsm: undefined });
    expect(schoolOf({ NumberOfPupils: '0', PercentageFSM: '0' })).toMatchObject({ pupils: 0, percentageFsm: 0 });
  });

  test.each(['-', 'SUPP', 'NE', 'NP', 'LOWCOV', 'z', 'c', 'x'])('has no number where the register writes %s', (marker) => {
    expect(schoolOf({ PercentageFSM: marker }).percentageFsm).toBeUndefined();
  });

  test.each([
    [{ Easting: '0', Northing: '0' }],
    [{ Easting: '', Northing: '' }],
    [{ Easting: '433000', Northing: '' }],
    [{ Easting: '0', Northing: '279000' }],
  ])('has no position at %j', (place) => {
    const at = schoolOf(place);
    expect([at.easting, at.northing, at.latitude, at.longitude]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('reads days written dd-mm-yyyy, also the first of 1900', () => {
    expect(schoolOf({ OpenDate: '01-01-1900' }).opened).toBe('1900-01-01');
    expect(schoolOf({ OpenDate: '29-02-2024' }).opened).toBe('2024-02-29');
    expect(schoolOf({ OpenDate: '' }).opened).toBeUndefined();
  });

  test('keeps a website as text, with or without a scheme', () => {
    expect(schoolOf({ SchoolWebsite: 'www.fictional.example' }).website).toBe('www.fictional.example');
    expect(schoolOf({ SchoolWebsite: '' }).website).toBeUndefined();
  });

  test('keeps a postcode of another country as it is', () => {
    expect(schoolOf({ Postcode: '99999' }).postcode).toBe('99999');
  });

  test('is the same digest for the same content, and another for any change', () => {
    expect(schoolOf({}).digest).toBe(schoolOf({ Street: 'not read' }).digest);
    expect(schoolOf({ NumberOfPupils: '316' }).digest).not.toBe(schoolOf({}).digest);
    expect(schoolOf({ 'EstablishmentStatus (name)': 'Closed' }).digest).not.toBe(schoolOf({}).digest);
  });

  test('is the same school whichever way an accent was typed', () => {
    expect(schoolOf({ EstablishmentName: 'Fictional E\u0301cole' }).name).toBe('Fictional \u00c9cole');
  });

  test.each<[FictionalRow, string]>([
    [{ URN: '' }, 'URN'],
    [{ URN: '12345' }, 'URN'],
    [{ URN: '012345' }, 'URN'],
    [{ URN: '1E+05' }, 'URN'],
    [{ 'LA (code)': '' }, 'LA (code)'],
    [{ 'LA (code)': '31' }, 'LA (code)'],
    [{ EstablishmentName: '' }, 'EstablishmentName'],
    [{ EstablishmentName: '\u200b' }, 'EstablishmentName'],
    [{ EstablishmentName: 'Fictional \u0430 Name' }, 'EstablishmentName'],
    [{ EstablishmentName: 'Fictional \ufffdcole' }, 'EstablishmentName'],
    [{ EstablishmentName: 'x'.repeat(251) }, 'EstablishmentName'],
    [{ 'EstablishmentStatus (name)': '' }, 'EstablishmentStatus (name)'],
    [{ 'EstablishmentStatus (name)': 'constructor' }, 'EstablishmentStatus (name)'],
    [{ NumberOfPupils: '12.5' }, 'NumberOfPupils'],
    [{ NumberOfPupils: '-1' }, 'NumberOfPupils'],
    [{ NumberOfPupils: 'many' }, 'NumberOfPupils'],
    [{ PercentageFSM: '100.1' }, 'PercentageFSM'],
    [{ Easting: '9999999', Northing: '1' }, 'Easting'],
    [{ Northing: '52.4' }, 'Northing'],
    [{ OpenDate: '30-02-2020' }, 'OpenDate'],
    [{ OpenDate: '2020-01-31' }, 'OpenDate'],
    [{ CloseDate: '1/2/20' }, 'CloseDate'],
  ])('with %j is refused, by line and column, without its value', (change, column) => {
    const refusal = refusalOf(change);
    expect(refusal).toMatchObject({ line: 12, column });
    expect(refusal.fix).not.toBe('');
    for (const value of Object.values(change)) if (value.trim().length > 2) expect(JSON.stringify(refusal)).not.toContain(value);
  });

  test('with more or fewer fields than the header is refused', () => {
    const layout = layoutOf(nameLayout);
    expect(readRegisterRow(['100001'], layout, 3)).toMatchObject({ refused: { line: 3 } });
    expect(readRegisterRow([...nameLayout.map(() => ''), 'x'], layout, 4)).toMatchObject({ refused: { line: 4 } });
  });
});
