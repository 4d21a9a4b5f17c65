import { AppError } from '../kernel/errors.ts';

/** The columns of DfE's register that we read, as its downloads name them. All others are ignored. */
export const registerColumns = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'EstablishmentTypeGroup (code)',
  'EstablishmentTypeGroup (name)',
  'EstablishmentStatus (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (code)',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'NumberOfPupils',
  'PercentageFSM',
  'Town',
  'Postcode',
  'SchoolWebsite',
  'Easting',
  'Northing',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** Without these a row says nothing about a school. Every other column may come and go from one download to the next. */
const required = ['URN', 'LA (code)', 'EstablishmentName'] as const satisfies readonly RegisterColumn[];

/** Where each column is in one file, counted from 0, and how many fields its rows have. */
export type RegisterLayout = { readonly at: ReadonlyMap<RegisterColumn, number>; readonly width: number };

/** A row that was not taken in: its line in the file, and what to do about it. The row's own values are never repeated. */
export type RefusedRow = { readonly line: number; readonly column: string; readonly reason: string; readonly fix: string };

/**
 * Finds our columns in a header, by name and never by position. Throws `invalid` `register-columns` where one we cannot do
 * without is missing, or one we read is there twice.
 */
export function layoutOf(header: readonly string[]): RegisterLayout {
  const names = header.map(columnForm);
  const at = new Map<RegisterColumn, number>();
  const twice: RegisterColumn[] = [];
  for (const column of registerColumns) {
    const index = names.indexOf(columnForm(column));
    if (index >= 0) at.set(column, index);
    if (index >= 0 && names.includes(columnForm(column), index + 1)) twice.push(column);
  }
  const issues = [
    ...required
      .filter((column) => !at.has(column))
      .map((column) => ({ path: column, message: `The column ${column} is missing` })),
    ...twice.map((column) => ({ path: column, message: `The column ${column} is there twice` })),
  ];
  if (issues.length > 0) {
    const found = issues.map(({ message }) => message).join('. ');
    throw new AppError(
      'invalid',
      'register-columns',
      `${found}. Use the register as it is downloaded: columns separated by commas, names in the first line.`,
      issues,
    );
  }
  return { at, width: header.length };
}

function columnForm(name: string): string {
  return name.toLowerCase().replace(/\s/g, '');
}
