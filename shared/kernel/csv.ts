type Value = string | number | undefined;

/**
 * Records as CSV (RFC 4180, with a byte order mark, as spreadsheets like it), a column for each field of the first record.
 * Text that a spreadsheet would run as a formula gets a tab before it, inside its quotes; numbers stay numbers.
 */
export function csvText(records: readonly Readonly<Record<string, Value>>[]): string {
  const names = [...new Set(records.flatMap((one) => Object.keys(one)))];
  return csvLines([names, ...records.map((one) => names.map((name) => one[name]))]);
}

/** The same of rows that are in order already, the names of their columns first. */
export function csvLines(lines: readonly (readonly Value[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@|\t\r]/.test(value.normalize('NFKC')) ? `\t${value}` : value;
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
