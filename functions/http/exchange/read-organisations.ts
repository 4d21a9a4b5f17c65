import { type OrganisationForm, organisationForm, organisationId } from '#shared/domain/organisation.ts';
import { searchForm } from '#shared/kernel/text.ts';
import { exchangeContent } from '#web/exchange/content.en.ts';
import type { Refused } from '#web/exchange/import-page.ts';
import { englishLabels as labels } from '#web/labels.en.ts';
import { issuesOf } from '../../runtime/http.ts';
import { sheetRows, unreadable } from './read-sheet.ts';

const { columns: names, import: words } = exchangeContent;

const mostRows = 1000;
const yesses = ['yes', 'y', 'true', '1'];

type Read = (cell: string) => unknown;
type Column = {
  readonly name: string;
  readonly path: string;
  readonly needed: boolean;
  readonly read: Read;
  /** What a cell can say, where it is one of few things. */
  readonly choices?: readonly string[];
};

/** The columns of a file of organisations, named as an export names them, and the answer each one fills. */
const columns: readonly Column[] = [
  { name: names.organisation, path: 'name', needed: true, read: String },
  { name: names.sector, path: 'sector', needed: true, ...oneOf(labels.sectors) },
  { name: names.formats, path: 'formats', needed: true, ...someOf(labels.formats) },
  { name: names.halfDays, path: 'halfDays', needed: true, read: several((one) => one.toLowerCase().replace(/\s+/g, '-')) },
  { name: names.workshopsPerHalfDay, path: 'workshopsPerHalfDay', needed: true, read: whole },
  { name: names.placesPerWorkshop, path: 'placesPerWorkshop', needed: true, read: whole },
  { name: names.yearGroups, path: 'yearGroups', needed: true, ...someOf(labels.years) },
  { name: names.publicCredit, path: 'publicCredit', needed: true, read: yes },
  { name: words.agreed, path: 'safeguarding', needed: true, read: agreed },
  { name: names.name, path: 'contact.name', needed: true, read: String },
  { name: names.email, path: 'contact.email', needed: true, read: String },
  { name: names.jobTitle, path: 'contact.jobTitle', needed: false, read: String },
  { name: names.telephone, path: 'contact.telephone', needed: false, read: String },
  { name: names.sessionTitle, path: 'sessionTitle', needed: false, read: String },
  { name: names.needs, path: 'needs', needed: false, read: String },
];

/** What a file holds: each row is an organisation or is refused; rows are counted as a spreadsheet does. */
export type OrganisationsFile = {
  readonly rows: readonly { readonly row: number; readonly form: OrganisationForm }[];
  readonly refused: readonly Refused[];
  readonly ignored: readonly string[];
};

/** Reads a file of organisations. Throws `invalid` `import-file`, with the path `file`, where it cannot be read as one. */
export function readOrganisations(bytes: Uint8Array, edition: string): OrganisationsFile {
  const [header = [], ...lines] = sheetRows(bytes);
  const forms = header.map(searchForm);
  const missing = columns.filter(({ name, needed }) => needed && !forms.includes(searchForm(name)));
  if (missing.length > 0) throw unreadable(words.problems.columns(missing.map(({ name }) => name).join(', ')));
  if (lines.length === 0) throw unreadable(words.problems.header);
  if (lines.length > mostRows) throw unreadable(words.problems.tooMany);
  const rows: { row: number; form: OrganisationForm }[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const row = index + 2;
    const cellOf = (name: string) => (line[forms.indexOf(searchForm(name))] ?? '').trim();
    const parsed = organisationForm.safeParse(valuesOf(cellOf));
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues.flatMap(issuesOf)) refused.push(refusal(row, path, message, cellOf));
    } else if (seen.has(organisationId(edition, parsed.data))) {
      refused.push(refusal(row, 'name', words.problems.twice, cellOf));
    } else {
      seen.add(organisationId(edition, parsed.data));
      rows.push({ row, form: parsed.data });
    }
  }
  const known = new Set(columns.map(({ name }) => searchForm(name)));
  return { rows, refused, ignored: header.filter((name) => !known.has(searchForm(name)) && name.trim() !== '') };
}

/** One thing to mend in a row, at the column that fills the answer. */
export function refusal(row: number, path: string, fix: string, cellOf?: (name: string) => string): Refused {
  const { name = '', choices } = columns.find((one) => one.path === path || path.startsWith(`${one.path}.`)) ?? {};
  return { row, column: name, value: cellOf?.(name).slice(0, 100) ?? '', fix: choices ? words.choices(fix, choices) : fix };
}

/** The columns that a file needs, and those it can have besides. */
export function columnNames(needed: boolean): string[] {
  return columns.filter((one) => one.needed === needed).map(({ name }) => name);
}

function valuesOf(cellOf: (name: string) => string): object {
  const filled = columns.flatMap(({ name, path, read }) => (cellOf(name) === '' ? [] : [[path, read(cellOf(name))] as const]));
  const ofContact = filled.flatMap(([path, value]) =>
    path.startsWith('contact.') ? [[path.slice('contact.'.length), value] as const] : [],
  );
  const others = filled.filter(([path]) => !path.startsWith('contact.'));
  return { ...Object.fromEntries(others), contact: Object.fromEntries(ofContact) };
}

function oneOf(texts: Readonly<Record<string, string>>): Pick<Column, 'read' | 'choices'> {
  return { read: coded(texts), choices: Object.values(texts) };
}

function someOf(texts: Readonly<Record<string, string>>): Pick<Column, 'read' | 'choices'> {
  return { ...oneOf(texts), read: several(coded(texts)) };
}

function coded(texts: Readonly<Record<string, string>>): Read {
  const codes = new Map(Object.entries(texts).flatMap(([code, text]) => [code, text].map((one) => [searchForm(one), code])));
  return (cell) => codes.get(searchForm(cell)) ?? cell;
}

function several(read: Read): Read {
  return (cell) =>
    cell
      .split(';')
      .filter((one) => one.trim() !== '')
      .map((one) => read(one.trim()));
}

function whole(cell: string): unknown {
  return /^\d{1,6}$/.test(cell) ? Number(cell) : cell;
}

function yes(cell: string): unknown {
  if (yesses.includes(cell.toLowerCase())) return true;
  return ['no', 'n', 'false', '0'].includes(cell.toLowerCase()) ? false : cell;
}

function agreed(cell: string): object {
  const all = yes(cell);
  return { rules: all, neverAlone: all, photoId: all, noDbsCopy: all };
}
