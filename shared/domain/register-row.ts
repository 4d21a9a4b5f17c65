import { idOf } from '../kernel/ids.ts';
import { cleanText, searchForm } from '../kernel/text.ts';
import { urn } from './fields.ts';
import { positionOf } from './grid.ts';
import { laCode } from './programme.ts';
import { amount, CellProblem, day, grid } from './register-cells.ts';
import type { RefusedRow, RegisterColumn, RegisterLayout } from './register.ts';
import type { School } from './school.ts';

/** What a row of the register comes to: a school and the name of its local authority, or a refusal. */
export type RegisterRow = { readonly school: School; readonly laName?: string | undefined } | { readonly refused: RefusedRow };

/** DfE's codes of an establishment's status. Two of them are open schools: 1, and 3 “Open, but proposed to close”. */
const statuses = {
  '1': 'open',
  '2': 'closed',
  '3': 'closing',
  '4': 'proposed',
  open: 'open',
  closed: 'closed',
  'open but proposed to close': 'closing',
  'proposed to open': 'proposed',
} as const satisfies Record<string, School['status']>;

const phases: Readonly<Record<string, string>> = {
  '0': 'Not applicable',
  '1': 'Nursery',
  '2': 'Primary',
  '3': 'Middle deemed primary',
  '4': 'Secondary',
  '5': 'Middle deemed secondary',
  '6': '16 plus',
  '7': 'All-through',
};

const typeGroups: Readonly<Record<string, string>> = {
  '1': 'Colleges',
  '2': 'Universities',
  '3': 'Independent schools',
  '4': 'Local authority maintained schools',
  '5': 'Special schools',
  '6': 'Welsh schools',
  '9': 'Other types',
  '10': 'Academies',
  '11': 'Free Schools',
  '13': 'Online provider',
};

/**
 * Reads one row of the register, given its fields in file order and the line it starts on. A value that cannot be what its
 * column says refuses the row: a school is taken in as published or not at all.
 */
export function readRegisterRow(fields: readonly string[], layout: RegisterLayout, line: number): RegisterRow {
  try {
    if (fields.length !== layout.width) {
      throw new CellProblem(
        '',
        'The row has more or fewer fields than the first line',
        'Put values that hold a comma in quotation marks',
      );
    }
    const cell = (column: RegisterColumn) => tidy(fields[layout.at.get(column) ?? -1] ?? '');
    const known = fieldsOf(cell, layout);
    return { school: { ...known, digest: idOf('school', JSON.stringify(known)) }, laName: cell('LA (name)') };
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    return { refused: { line, column: error.column, reason: error.reason, fix: error.fix } };
  }
}

type Cell = (column: RegisterColumn) => string | undefined;

function fieldsOf(cell: Cell, layout: RegisterLayout): Omit<School, 'digest'> {
  const place = grid(cell);
  return {
    urn: identifier(cell, 'URN', urn, 'six digits'),
    la: identifier(cell, 'LA (code)', laCode, 'three digits, leading zeros included'),
    establishment: cell('EstablishmentNumber'),
    name: nameOf(cell),
    phase: named(cell, 'PhaseOfEducation', phases),
    typeGroup: named(cell, 'EstablishmentTypeGroup', typeGroups),
    status: statusOf(cell, layout),
    town: cell('Town'),
    postcode: postcodeOf(cell('Postcode')),
    website: cell('SchoolWebsite'),
    lowAge: amount(cell, 'StatutoryLowAge', { most: 99 }),
    highAge: amount(cell, 'StatutoryHighAge', { most: 99 }),
    pupils: amount(cell, 'NumberOfPupils', { most: 50_000 }),
    percentageFsm: amount(cell, 'PercentageFSM', { most: 100, fraction: true }),
    ...place,
    ...(place && positionOf(place.easting, place.northing)),
    opened: day(cell, 'OpenDate'),
    closed: day(cell, 'CloseDate'),
  };
}

function tidy(raw: string): string | undefined {
  return cleanText(raw).replace(/\s+/g, ' ') || undefined;
}

function identifier(cell: Cell, column: RegisterColumn, schema: typeof urn, shape: string): string {
  const parsed = schema.safeParse(cell(column));
  if (!parsed.success)
    throw new CellProblem(column, `The value is not ${shape}`, 'Use the file as downloaded: a spreadsheet may have changed it');
  return parsed.data;
}

function nameOf(cell: Cell): string {
  const name = cell('EstablishmentName');
  if (!name || !/\p{L}/u.test(name)) throw new CellProblem('EstablishmentName', 'The school has no name', 'Enter its name');
  // A name that was read in a wrong encoding once can pass a visual check and never be found by its right spelling.
  if (/[\ufffd\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name)) {
    throw new CellProblem(
      'EstablishmentName',
      'The name holds letters of another alphabet or damaged ones',
      'Use the file as downloaded: a program saved it in a wrong encoding',
    );
  }
  if (name.length > 250)
    throw new CellProblem('EstablishmentName', 'The name is longer than 250 characters', 'Check the quotation marks of this row');
  return name;
}

function statusOf(cell: Cell, layout: RegisterLayout): School['status'] {
  if (!layout.at.has('EstablishmentStatus (code)') && !layout.at.has('EstablishmentStatus (name)')) {
    return cell('CloseDate') ? 'closed' : 'open';
  }
  const code = codeForm(cell('EstablishmentStatus (code)'));
  const name = searchForm(cell('EstablishmentStatus (name)') ?? '');
  for (const form of [code, name]) if (isStatus(form)) return statuses[form];
  const column = layout.at.has('EstablishmentStatus (name)') ? 'EstablishmentStatus (name)' : 'EstablishmentStatus (code)';
  throw new CellProblem(
    column,
    'The status is none that the register knows',
    'Use Open, Closed, “Open, but proposed to close” or “Proposed to open”',
  );
}

function isStatus(form: string): form is keyof typeof statuses {
  return Object.hasOwn(statuses, form);
}

function named(
  cell: Cell,
  column: 'PhaseOfEducation' | 'EstablishmentTypeGroup',
  names: Readonly<Record<string, string>>,
): string | undefined {
  const code = codeForm(cell(`${column} (code)`));
  return cell(`${column} (name)`) ?? (Object.hasOwn(names, code) ? names[code] : undefined);
}

/** Codes are text; only the tables above are asked without their leading zeros. */
function codeForm(code: string | undefined): string {
  return (code ?? '').replace(/^0+(?=\d)/, '');
}

/** With one space where it is a British postcode; as published where it is another country's. */
function postcodeOf(text: string | undefined): string | undefined {
  const squeezed = text?.toUpperCase().replaceAll(' ', '') ?? '';
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(squeezed) ? `${squeezed.slice(0, -3)} ${squeezed.slice(-3)}` : text;
}
