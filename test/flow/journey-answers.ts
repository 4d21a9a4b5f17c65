import { agreed, halfDay } from './larkford.ts';

/** What a page of a journey is sent with, by field name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;
/** Each page of a journey with answers that are accepted there, in order. */
export type Steps = readonly (readonly [step: string, fields: Fields])[];

/** The page that asks how somebody is reached. */
export const contact = (email: string) => ({ 'contact.name': 'A. Fictional', 'contact.email': email });

/** Every page of a school's registration that hosts. */
export const schoolSteps = (email: string): Steps => [
  ['you', contact(email)],
  ['take-part', { roles: ['host', 'online'] }],
  ['hosting', { hallCapacity: '120' }],
  ['pupils', { 'cohorts.year4': '30' }],
  ['half-days', { halfDays: ['any'] }],
  ['needs', { wishes: 'Green jobs' }],
];

/** Every page of an organisation's sign-up. */
export const organisationSteps = (email: string): Steps => [
  ['organisation', { name: 'Fictional Works', sector: 'science' }],
  ['session', { sessionTitle: 'Build a bridge', formats: ['rotation'], yearGroups: ['year4'] }],
  ['how-much', { workshopsPerHalfDay: '3', placesPerWorkshop: '30' }],
  ['half-days', { halfDays: [halfDay] }],
  ['people', { colleagues: ['one@works.example', ''] }],
  ['safeguarding', agreed],
  ['you', contact(email)],
  ['credit', { publicCredit: 'yes' }],
];

/** Every page of a volunteer's sign-up who comes alone. */
export const volunteerSteps = (email: string): Steps => [
  ['you', contact(email)],
  ['with-whom', { organisationName: '' }],
  ['half-days', { halfDays: [halfDay] }],
  ['offer', { offer: 'A talk' }],
  ['safeguarding', agreed],
];
