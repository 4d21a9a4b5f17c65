import { edition, halfDay } from './larkford.ts';

/** Where a school registers. */
export const registerPath = `/editions/${edition}/schools/register`;

/** A request that is refused. */
export type Provoked = {
  readonly path: string;
  /** Whose cookie it has. */
  readonly as?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
/** What comes of it. */
export type Refusal = Provoked & {
  readonly name: string;
  readonly status: number;
  readonly code: string;
  readonly heading: string;
  /** What the page tells a person to do. */
  readonly advice: RegExp;
  readonly waits?: boolean;
};

const changed = { version: '1', 'cohorts.year4': '31', hallCapacity: '120', halfDays: halfDay };
const back = /Use your browser’s Back button/;
const start = /<a class="govuk-link" href="\/">Go to the start page<\/a>/;
/** Every kind of refusal, provoked for real. */
export const refusals: readonly Refusal[] = [
  {
    name: 'a page that needs a link',
    path: '/my/place',
    status: 401,
    code: 'link-needed',
    heading: 'Open your link again',
    advice: /Find our newest email to you and press the link in it/,
  },
  {
    name: 'a page that needs an organiser',
    path: '/organiser',
    status: 401,
    code: 'sign-in-needed',
    heading: 'Sign in first',
    advice: /href="\/sign-in[^"]*">Sign in as an organiser/,
  },
  {
    name: 'a form sent from another site',
    path: registerPath,
    form: { urn: '900001' },
    headers: { 'sec-fetch-site': 'cross-site' },
    status: 403,
    code: 'cross-site',
    heading: 'You cannot do this',
    advice: back,
  },
  {
    name: 'a page for other links',
    path: '/my/organisation',
    as: 'school',
    status: 403,
    code: 'other-purpose',
    heading: 'You cannot do this',
    advice: start,
  },
  {
    name: 'an address that does not exist',
    path: '/nowhere',
    status: 404,
    code: 'no-such-page',
    heading: 'Page not found',
    advice: start,
  },
  {
    name: 'an event that is not theirs',
    path: '/my/place/bookings/monday',
    as: 'school',
    status: 404,
    code: 'not-booked',
    heading: 'You have no places at this event',
    advice: /href="\/my\/place">Go to your own page/,
  },
  {
    name: 'an address that is only for sending',
    path: '/my/place/confirm',
    status: 405,
    code: 'method-not-allowed',
    heading: 'This page cannot be used that way',
    advice: start,
  },
  {
    name: 'answers somebody else has changed meanwhile',
    path: '/my/place/change',
    as: 'school',
    form: changed,
    status: 409,
    code: 'changed-meanwhile',
    heading: 'Change your answers',
    advice: /Do you want your own answers below instead\? Then send the form again\./,
  },
  {
    name: 'a name that is taken',
    path: '/organiser/programmes',
    as: 'organiser',
    form: {
      programme: 'larkford',
      name: 'Another',
      city: 'Elsewhere',
      localAuthorities: '998',
      'organiser.name': 'A. Fictional',
      'organiser.email': 'a@elsewhere.example',
    },
    status: 409,
    code: 'programme-exists',
    heading: 'Programmes and editions',
    advice: /Another programme has this short name\./,
  },
  {
    name: 'a step that cannot be taken now',
    path: `/organiser/editions/${edition}/state`,
    as: 'organiser',
    form: { state: 'reported' },
    status: 409,
    code: 'edition-state',
    heading: 'This has already changed',
    advice: /Go back and reload the page/,
  },
  {
    name: 'a link that has been handed over',
    path: '/my/place',
    as: 'predecessor',
    status: 410,
    code: 'link-ended',
    heading: 'This link has ended',
    advice: /Look for a newer email from us first/,
  },
  {
    name: 'a link that was never made',
    path: `/l/${'x'.repeat(43)}`,
    status: 410,
    code: 'link-ended',
    heading: 'This link has ended',
    advice: start,
  },
  {
    name: 'a form of more than 64 KB',
    path: registerPath,
    form: { urn: '900001', wishes: 'x'.repeat(70_000) },
    status: 413,
    code: 'body-too-large',
    heading: 'That was too large',
    advice: /Make your answers shorter and send them again/,
  },
  {
    name: 'a form in another encoding',
    path: registerPath,
    body: 'urn=900001',
    headers: { 'content-type': 'text/plain' },
    status: 415,
    code: 'media-type-unsupported',
    heading: 'We could not read what you sent',
    advice: back,
  },
  {
    name: 'more mails than one address may be sent',
    path: registerPath,
    form: {
      urn: '900003',
      roles: 'attending',
      'contact.name': 'A. Fictional',
      'contact.email': 'keen@limits.example',
      'cohorts.year4': '99',
      halfDays: halfDay,
    },
    status: 429,
    code: 'too-many',
    heading: 'Wait before you send this again',
    advice: /Try again in (?:1 hour|5\d minutes)\./,
    waits: true,
  },
];
/** What is only refused once the table has been taken away. */
export const storeDown: Refusal = {
  name: 'a request while the table is away',
  path: '/my/place/change',
  as: 'school',
  form: changed,
  status: 503,
  code: 'table-unavailable',
  heading: 'Try again in a moment',
  advice: /If you were sending a form, go back and send it again\. We keep only one copy\./,
  waits: true,
};
