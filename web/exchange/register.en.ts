/** The words of the pages that bring the register of schools up to date, in English. */
export const registerContent = {
  title: 'Import the register of schools',
  intro:
    'Schools find themselves in this list when they register. Bring it up to date from the official register. You first see what would change.',
  now: (count: string) => `The list has ${count} open schools in the places of this programme.`,
  from: 'Where the file comes from',
  fromText:
    'Find the schools of your area in the official register, and download them as a CSV file. Use the file as it comes: a spreadsheet program can change it.',
  file: 'CSV file, up to 4 MB',
  submit: 'Check the file',
  larger: 'A larger file',
  largerText:
    'The whole register is larger than this page takes. Whoever runs the system puts it into the bucket, or uses the import command. Both read it the same way.',
  said: (added: number, changed: number, closed: number, same: number) =>
    `${added} new, ${changed} changed, ${closed} closed, ${same} as they were.`,
  elsewhere: (count: number) =>
    count === 1
      ? '1 row is about a school of another place. It is left out.'
      : `${count} rows are about schools of other places. They are left out.`,
  refused: 'To mend',
  mend: 'You can mend the file and check it again, or take the rows that are right.',
  row: 'Row',
  column: 'Column',
  value: 'Value',
  fix: 'What to do',
  changes: 'What changes',
  changed: 'What changed',
  urn: 'Number (URN)',
  school: 'School',
  what: 'Change',
  kinds: { added: 'New', changed: 'Changed', closed: 'Closed' },
  was: (name: string) => `Changed. It was called ${name}.`,
  more: (count: number) => `And ${count} more.`,
  left: 'Open schools that the file does not name',
  leftText: 'They stay as they are: a file may hold one kind of school only.',
  nothing: 'There is nothing to change.',
  confirm: (count: number) => (count === 1 ? 'Change 1 school' : `Change ${count} schools`),
  confirmed: (count: number) => (count === 1 ? '1 school was changed.' : `${count} schools were changed.`),
  undo: 'Take it back',
  undoAdvice: 'You can take this back within a day, but for what has changed since. New schools that have registered stay.',
  undone: 'What this file changed was taken back, but for what had changed since.',
  again: 'Check another file',
  unconfirmed: 'There is nothing to take back.',
  problems: {
    missing: 'Choose a file',
    empty: 'The file is empty or its first line cannot be read',
    packed: 'This file is packed. Unpack it, and give the CSV file in it',
    large: 'The file holds too many schools for this page. Use the bucket or the command',
    twice: 'A school with this number is further up. Keep one of the two rows',
    quotes: 'A quotation mark is out of place. Close every quoted value, and write a mark inside one twice',
    unfit: (count: number) => `More than ${count} rows have to be mended. Use the register as it is downloaded`,
  },
};
