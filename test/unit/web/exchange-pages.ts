import { importFormPage, importPage, type ImportRows } from '#web/exchange/import-page.ts';
import { exportPage } from '#web/exchange/export-page.ts';
import { registerFormPage, registerImportPage } from '#web/exchange/register-page.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { school, setting } from './examples.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const coordinator = { ...console, organiser: { ...console.organiser, roles: ['coordinator' as const] } };

const columns = { needed: ['Organisation', 'Sector'], optional: ['Telephone'] };
const missing = { values: {}, issues: [{ path: 'file', message: 'Choose a file' }] };
const none: ImportRows = { ready: [], already: [], refused: [], added: [], ignored: [] };
const rows: ImportRows = {
  ready: [{ row: 2, name: 'Fictional Foundry', email: 'foundry@works.example' }],
  already: [{ row: 3, name: 'Fictional Works' }],
  refused: [{ row: 4, column: 'Sector', value: 'Magic', fix: 'Choose a sector' }],
  added: [],
  ignored: ['Notes'],
};
const register = {
  ...console,
  import: 'r'.repeat(20),
  changes: [
    { kind: 'added' as const, school },
    { kind: 'changed' as const, school, before: { ...school, name: 'Alder Primary School' } },
    { kind: 'closed' as const, school: { ...school, status: 'closed' as const }, before: school },
  ],
  unchanged: 3,
  refused: [{ row: 4, column: 'URN', value: '12', fix: 'The value is not six digits' }],
  elsewhere: 2,
  left: [school],
};
const one = { ...console, import: 'a'.repeat(20) };

/** The pages of import and export in every state, by name. */
export const exchangePages: Readonly<Record<string, () => string>> = {
  'organiser-import': () => importFormPage({ ...console, columns }),
  'organiser-import-errors': () => importFormPage({ ...console, columns, filled: missing }),
  'organiser-import-checked': () => importPage({ ...one, state: 'checked', rows }),
  'organiser-import-nothing': () => importPage({ ...one, state: 'checked', rows: none }),
  'organiser-import-confirmed': () => importPage({ ...one, state: 'confirmed', rows: { ...none, added: rows.ready } }),
  'organiser-import-undone': () => importPage({ ...one, state: 'undone', rows: none }),
  'organiser-register': () => registerFormPage({ ...console, open: 12 }),
  'organiser-register-errors': () => registerFormPage({ ...console, open: 12, filled: missing }),
  'organiser-register-checked': () => registerImportPage({ ...register, state: 'checked' }),
  'organiser-register-nothing': () =>
    registerImportPage({ ...register, state: 'checked', changes: [], refused: [], left: [], elsewhere: 0 }),
  'organiser-register-confirmed': () => registerImportPage({ ...register, state: 'confirmed' }),
  'organiser-register-undone': () => registerImportPage({ ...register, state: 'undone' }),
  'organiser-export': () => exportPage({ ...console, narrowed: undefined }),
  'organiser-export-coordinator': () => exportPage({ ...coordinator, narrowed: undefined }),
  'organiser-export-narrowed': () =>
    exportPage({ ...console, narrowed: { list: 'registrations', chosen: { q: 'alder', role: 'host' } } }),
};
