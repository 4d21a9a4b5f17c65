import { halfDay } from '../larkford.ts';
import { type BadCase, badSchool, canary, changed, paths } from './case.ts';

const json = { 'content-type': 'application/json', accept: 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };

/** An organisation's sign-up, as JSON. */
export const organisationJson = {
  name: 'Fictional Engineering',
  sector: 'engineering-manufacturing',
  formats: ['rotation'],
  halfDays: [halfDay],
  workshopsPerHalfDay: 4,
  placesPerWorkshop: 30,
  yearGroups: ['year4', 'year5'],
  contact: { name: 'O. Fictional', email: 'team@engineering.example' },
  safeguarding: { rules: true, neverAlone: true, photoId: true, noDbsCopy: true },
  publicCredit: true,
};

/** A volunteer's sign-up, as JSON. */
export const volunteerJson = {
  contact: { name: 'V. Fictional', email: 'v@volunteers.example' },
  halfDays: [halfDay],
  offer: 'A talk',
  safeguarding: { rules: true, neverAlone: true, photoId: true, noDbsCopy: true },
};

const wrongForText = [null, 5, true, [], {}, ['x']];
const wrongForNumber = [null, '30', '', true, [], {}, 30.5, -1, 2 ** 31, 2 ** 53];
const wrongForList = [null, '', 'host', 5, {}, [], [null], [5], [['host']], [{}]];
const wrongForObject = [null, '', 5, true, []];

function each(at: string, values: readonly unknown[], prefix = ''): BadCase[] {
  return values.map((value) => badSchool(`${prefix}${at} is ${inWords(value)}`, at, { [at]: value }));
}

function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 40 ? `${text.slice(0, 30)}… (${text.length})` : text;
}

const long = (length: number) => canary.repeat(Math.ceil(length / canary.length)).slice(0, length);

/** Fields of a school's registration with values of a wrong type or out of range. */
const schoolCases: readonly BadCase[] = [
  ...each('urn', [undefined, ...wrongForText, '', '60', '1234567', '012345', '90000a', ' 900001', '9e5', '９００００１']),
  ...each('roles', [
    undefined,
    ...wrongForList,
    ['HOST'],
    ['host', 'host'],
    ['host', canary],
    ['host', 'attending', 'online', 'host'],
  ]),
  ...each('contact', [undefined, ...wrongForObject]),
  ...each('contact.name', [undefined, ...wrongForText, '', '   ', '...', long(101), long(9000)]),
  ...each('contact.jobTitle', [5, [], long(101)]),
  ...each('contact.telephone', [5, 'none', '0800 CALL', '1'.repeat(40), '+', '12345']),
  ...each('cohorts', [undefined, ...wrongForObject, {}, { year4: 0 }]),
  ...each('cohorts.year4', [...wrongForNumber, 501]),
  ...each('hallCapacity', [undefined, ...wrongForNumber, 0, 2001]),
  ...each('halfDays', [
    undefined,
    ...wrongForList,
    ['2025-03-10'],
    ['2025-03-10-AM'],
    ['2025-3-10-am'],
    [halfDay, halfDay],
    Array(61).fill(halfDay),
  ]),
  ...each('accessNeeds', [5, [], long(501)]),
  ...each('wishes', [null, {}, long(501)]),
  badSchool('a half-day on a Saturday', 'halfDays', { halfDays: ['2025-03-15-am'] }, { code: 'half-day-unknown' }),
  badSchool('a half-day of another year', 'halfDays', { halfDays: ['1999-01-01-am'] }, { code: 'half-day-unknown' }),
  badSchool('a half-day on a day that does not exist', 'halfDays', { halfDays: ['2025-02-30-am'] }, { code: 'half-day-unknown' }),
  badSchool('a school that is not there', 'urn', { urn: '999999' }, { code: 'school-unknown' }),
  badSchool('a school of another city', 'urn', { urn: '100001' }, { code: 'school-unknown' }),
  ...[
    'status',
    'state',
    'version',
    'edition',
    'registration',
    'schoolName',
    'confirmedBy',
    'confirmedAt',
    'role',
    'isAdmin',
    'expiresAt',
    'pk',
  ].map((field) => badSchool(`a field of ours: ${field}`, 'body', { [field]: canary })),
  badSchool('a field of ours, further in', 'contact', { 'contact.role': canary }),
  badSchool('a year group that is none', 'cohorts', { 'cohorts.year7': 30 }),
];

function elsewhere(name: string, path: string, base: object, at: string, value: unknown, code = 'invalid'): BadCase {
  return { name, path, headers: json, body: JSON.stringify(changed(base, { [at]: value })), status: 422, code, at };
}

const organisationCases: readonly BadCase[] = (
  [
    ['name', [undefined, null, 5, '', '—', long(121)]],
    ['sector', [undefined, null, '', canary, 'Digital', ['digital']]],
    ['formats', [undefined, [], 'rotation', [canary], ['rotation', 'rotation']]],
    ['workshopsPerHalfDay', [undefined, 0, 13, '4', 1.5]],
    ['placesPerWorkshop', [undefined, 0, 501, null]],
    ['yearGroups', [undefined, [], ['year7'], ['year4', 'year4']]],
    ['publicCredit', [undefined, null, 'yes', 'true', 1]],
    ['needs', [long(501)]],
    ['sessionTitle', [5, [], long(121)]],
    [
      'colleagues',
      ['a@b.example', ['nobody'], ['a@b.example', 'a@b.example'], Array.from('abcdefg', (one) => `${one}@b.example`)],
    ],
    ['safeguarding', [undefined, null, true, 'yes', []]],
    ['safeguarding.photoId', [undefined, false, 'yes', 1]],
  ] as const
).flatMap(([at, values]) =>
  values.map((value) => elsewhere(`organisation: ${at} is ${inWords(value)}`, paths.organisations, organisationJson, at, value)),
);

const volunteerCases: readonly BadCase[] = [
  ...[null, '', 'x', canary, 'A'.repeat(20)].map((value) =>
    elsewhere(`volunteer: organisation is ${inWords(value)}`, paths.volunteers, volunteerJson, 'organisation', value),
  ),
  elsewhere(
    'volunteer: an organisation that is not there',
    paths.volunteers,
    volunteerJson,
    'organisation',
    'a'.repeat(20),
    'organisation-unknown',
  ),
  elsewhere('volunteer: safeguarding is left out', paths.volunteers, volunteerJson, 'safeguarding', undefined),
  elsewhere('volunteer: one statement is refused', paths.volunteers, volunteerJson, 'safeguarding.neverAlone', false),
  elsewhere('volunteer: offer is too long', paths.volunteers, volunteerJson, 'offer', long(501)),
  elsewhere('volunteer: organisationName is a list', paths.volunteers, volunteerJson, 'organisationName', []),
];

const goodForm = `urn=900001&roles=host&contact.name=A.+Fictional&contact.email=office%40alder-bank.example&cohorts.year4=30&hallCapacity=120&halfDays=${halfDay}`;

function badForm(name: string, from: string, to: string, at: string): BadCase {
  if (!goodForm.includes(from)) throw new Error(`the example has no ${from}`);
  return {
    name: `form: ${name}`,
    path: paths.register,
    headers: form,
    body: goodForm.replace(from, to),
    status: 422,
    code: 'invalid',
    at,
  };
}

const formCases: readonly BadCase[] = [
  badForm('a number with a letter', 'hallCapacity=120', 'hallCapacity=120x', 'hallCapacity'),
  badForm('a number with an exponent', 'hallCapacity=120', 'hallCapacity=1e2', 'hallCapacity'),
  badForm('a number in hexadecimal', 'hallCapacity=120', 'hallCapacity=0x78', 'hallCapacity'),
  badForm('a number with a comma', 'hallCapacity=120', 'hallCapacity=1,200', 'hallCapacity'),
  badForm('a number of many digits', 'hallCapacity=120', `hallCapacity=${'9'.repeat(400)}`, 'hallCapacity'),
  badForm('a number in full-width digits', 'hallCapacity=120', `hallCapacity=${encodeURIComponent('１２０')}`, 'hallCapacity'),
  badForm('half a child', 'cohorts.year4=30', 'cohorts.year4=30.5', 'cohorts.year4'),
  badForm('fewer than no children', 'cohorts.year4=30', 'cohorts.year4=-30', 'cohorts.year4'),
  badForm('a single field twice', 'urn=900001', 'urn=900001&urn=900002', 'urn'),
  badForm('a single number twice', 'cohorts.year4=30', 'cohorts.year4=30&cohorts.year4=30', 'cohorts.year4'),
  badForm('a field of ours', 'urn=900001', `urn=900001&state=${canary}`, 'body'),
  badForm('brackets for dots', 'contact.name=A.+Fictional', `contact[name]=${canary}`, 'contact.name'),
  badForm('a field under a field', 'urn=900001', 'urn.x=900001', 'urn'),
  badForm('a list by index', 'roles=host', 'roles[0]=host', 'roles'),
  badForm('__proto__', 'urn=900001', `urn=900001&__proto__=${canary}&__proto__.state=${canary}`, 'body'),
  badForm('constructor', 'urn=900001', `urn=900001&constructor=${canary}`, 'body'),
  badForm('a field without a name', 'urn=900001', `urn=900001&=${canary}`, 'body'),
  badForm('blanks for everything', goodForm, 'urn=&roles=&contact.name=&contact.email=+&halfDays=', 'urn'),
];

/** Values of wrong types and ranges, fields that are not asked for, on every public form. */
export const typeCases: readonly BadCase[] = [...schoolCases, ...organisationCases, ...volunteerCases, ...formCases];
