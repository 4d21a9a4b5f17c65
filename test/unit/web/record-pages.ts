import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { eraseOrganisation } from '#shared/domain/erasure.ts';
import type { Dossier } from '#web/organiser/dossier.ts';
import { editRecordPage } from '#web/organiser/edit-record.ts';
import { eraseRecordPage } from '#web/organiser/erase-record.ts';
import { compareRecordsPage, findDuplicatePage } from '#web/organiser/merge-records.ts';
import { organisationFields, schoolFields, volunteerFields } from '#web/organiser/record-fields.ts';
import { schoolRecordPage } from '#web/organiser/school-record.ts';
import { visitorRecordPage } from '#web/organiser/visitor-record.ts';
import { withdrawRecordPage } from '#web/organiser/withdraw-record.ts';
import { at, booking, event, mail, onlineEvent, organisation, registration, school, setting, volunteer } from './examples.ts';
import { offer } from './visitor-pages.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const requestKey = 'request-key-0001';
const me = `organiser:${'o'.repeat(20)}`;
const meanwhile = 'Somebody changed this while you were looking. Choose which answers to keep.';
const erasing = { ...console, name: organisation.name, path: '/organiser', now: at };
const names = new Map([[organisation.organisation, organisation.name]]);

const dossier: Dossier = {
  entries: [
    {
      edition: setting.edition.edition,
      subject: 'x',
      at,
      entry: 'b',
      by: me,
      what: 'school.changed.v1',
      details: { version: 3 },
    },
    { edition: setting.edition.edition, subject: 'x', at, entry: 'a', by: 'public', what: 'school.registered.v1', details: {} },
  ],
  notes: [
    { edition: setting.edition.edition, subject: 'x', note: 'n', text: 'Rang them.\nThey will send numbers.', by: me, at },
    { edition: setting.edition.edition, subject: 'x', note: 'o', text: 'The hall is full on Monday.', by: 'organiser:left', at },
  ],
  chase: undefined,
  mails: [mail],
  mailsLooked: 500,
  mail: 'bounced',
  people: new Map([[me, 'organiser@larkford.example']]),
  me,
  done: undefined,
};
const fresh: Dossier = { ...dossier, entries: [], notes: [], mails: [], mailsLooked: undefined, mail: undefined };
const viewer = { ...console, organiser: { name: 'Fictional Organiser', roles: [] } };
const bare = { ...registration, roles: [], cohorts: {}, halfDays: [], state: 'pending' as const, version: 4 };
const withdrawn = { ...registration, state: 'withdrawn' as const, withdrawnAt: at, withdrawalReason: 'No hall' };
const path = '/organiser/editions/larkford-2025/registrations/999001/x';
const editing = {
  ...console,
  name: school.name,
  path,
  record: bare,
  fields: schoolFields(setting.edition),
  requestKey,
  since: [],
  people: dossier.people,
};
const typed = { version: ['3'], 'contact.name': ['Typed Fictional'], roles: ['host'], 'cohorts.year4': ['30'] };
const twin = {
  ...organisation,
  organisation: 'b'.repeat(20),
  name: 'Fictional Bridges',
  halfDays: ['2025-03-04-pm'],
  needs: undefined,
  colleagues: undefined,
  publicCredit: false,
};
const stays = { kind: 'organisation' as const, state: organisation };
const goes = { kind: 'organisation' as const, state: twin };
const person = { kind: 'volunteer' as const, state: volunteer };
const leaving = { ...console, name: school.name, path, kind: 'school' as const, record: registration, now: at, requestKey };
const places = [
  { event, booking, host: true },
  { event: onlineEvent, booking: undefined, host: false },
];
const offered = [{ event, offer: { ...offer, state: 'offered' as const } }];
const onSchool = { ...console, school: registration, places, dossier, now: at };
const onVisitor = { ...console, visitor: stays, signedUpWith: undefined, places: offered, dossier: fresh, now: at };

/** Every page about one school, organisation or volunteer in every state, by name. */
export const recordPages: Readonly<Record<string, () => string>> = {
  'organiser-school': () => schoolRecordPage(onSchool),
  'organiser-school-viewer': () => schoolRecordPage({ ...onSchool, ...viewer }),
  'organiser-school-incomplete': () => schoolRecordPage({ ...onSchool, school: bare, places: [], dossier: fresh }),
  'organiser-school-reminded': () =>
    schoolRecordPage({
      ...onSchool,
      school: bare,
      dossier: { ...fresh, done: 'chased', chase: { edition: 'x', subject: 'x', at, times: 1, version: 1 } },
    }),
  'organiser-school-withdrawn': () => schoolRecordPage({ ...onSchool, school: withdrawn }),
  'organiser-school-note-errors': () =>
    schoolRecordPage({ ...onSchool, filled: { values: {}, issues: [{ path: 'text', message: 'Write a note first' }] } }),
  'organiser-school-edit': () => editRecordPage(editing),
  'organiser-school-edit-errors': () =>
    editRecordPage({
      ...editing,
      filled: {
        values: { ...typed, version: ['4'] },
        issues: [
          { path: 'contact.email', message: 'Enter an email address' },
          { path: 'cohorts.year4', message: 'Enter a whole number of pupils' },
          { path: 'halfDays', message: 'Choose half-days from the list' },
        ],
      },
    }),
  'organiser-school-edit-refused-meanwhile': () =>
    editRecordPage({ ...editing, since: dossier.entries.slice(0, 1), filled: { values: typed, issues: [], message: meanwhile } }),
  'organiser-school-withdraw': () => withdrawRecordPage({ ...leaving, expected: [event, onlineEvent] }),
  'organiser-school-withdraw-errors': () =>
    withdrawRecordPage({
      ...leaving,
      expected: [],
      filled: { values: {}, issues: [{ path: 'reason', message: 'Enter why they withdraw' }] },
    }),
  'organiser-school-withdraw-twice': () => withdrawRecordPage({ ...leaving, record: withdrawn, expected: [] }),
  'organiser-school-withdraw-over': () =>
    withdrawRecordPage({ ...leaving, edition: { ...setting.edition, state: 'reported' }, expected: [] }),
  'organiser-visitor-organisation': () => visitorRecordPage(onVisitor),
  'organiser-visitor-volunteer': () =>
    visitorRecordPage({ ...onVisitor, visitor: person, signedUpWith: organisation.name, places: [], dossier }),
  'organiser-visitor-merged': () =>
    visitorRecordPage({
      ...onVisitor,
      visitor: { ...goes, state: { ...twin, state: 'withdrawn', mergedInto: organisation.organisation } },
    }),
  'organiser-visitor-edit-organisation': () =>
    editRecordPage({ ...editing, record: organisation, fields: organisationFields(setting.edition) }),
  'organiser-visitor-edit-volunteer': () =>
    editRecordPage({ ...editing, record: volunteer, fields: volunteerFields(setting.edition) }),
  'organiser-visitor-withdraw': () =>
    withdrawRecordPage({ ...leaving, kind: 'visitor', record: organisation, expected: [event] }),
  'organiser-erase': () => eraseRecordPage({ ...erasing, record: { ...organisation, state: 'withdrawn' } }),
  'organiser-erase-not-yet': () => eraseRecordPage({ ...erasing, record: organisation }),
  'organiser-erase-done': () => eraseRecordPage({ ...erasing, record: eraseOrganisation(organisation) }),
  'organiser-erase-errors': () =>
    eraseRecordPage({
      ...erasing,
      record: { ...organisation, state: 'withdrawn' },
      filled: { values: {}, issues: [{ path: 'sure', message: 'Say that you want to erase this person’s data' }] },
    }),
  'organiser-merge-find': () => findDuplicatePage({ ...console, stays, q: 'bridges', found: [goes], more: true }),
  'organiser-merge-find-nothing': () => findDuplicatePage({ ...console, stays, q: 'hogwash', found: [], more: false }),
  'organiser-merge-compare': () => compareRecordsPage({ ...console, stays, goes, names, requestKey }),
  'organiser-merge-compare-same': () => compareRecordsPage({ ...console, stays: person, goes: person, names, requestKey }),
  'organiser-merge-refused': () =>
    compareRecordsPage({ ...console, stays, goes, names, requestKey, filled: { values: {}, issues: [], message: meanwhile } }),
};
