import * as z from 'zod/mini';
import { editionForm } from '../domain/edition.ts';
import { attendanceForm, bookingForm, eventForm } from '../domain/event.ts';
import { organisationForm } from '../domain/organisation.ts';
import { programmeForm } from '../domain/programme.ts';
import { registrationForm } from '../domain/registration.ts';
import { surveyForm } from '../domain/survey.ts';
import { editionState } from '../domain/vocabulary.ts';
import { volunteerForm } from '../domain/volunteer.ts';
import type { FunctionsOf } from './functions.ts';

/** Who may call a route: anyone; a browser that pressed Continue on a mailed link; a signed-in organiser. */
export type Auth = 'anyone' | 'link' | 'organiser';

export type RouteDeclaration = {
  readonly function: FunctionsOf<'http'>;
  readonly auth: Auth;
  /** What it does, in the API's description. */
  readonly summary: string;
  /** What a POST takes, as a form or as JSON; strict: other fields are refused. */
  readonly body?: z.ZodMiniType;
  /** Whether shared caches may keep the answer, and for how many seconds. */
  readonly cacheSeconds?: number;
};

const nothing = z.strictObject({});
const anyone = { function: 'public', auth: 'anyone' } as const;
const byLink = { function: 'public', auth: 'link' } as const;
const organiser = { function: 'organiser', auth: 'organiser' } as const;

/**
 * Every route by API Gateway's own route key, which is also the dispatcher: no router. GET changes nothing, with one
 * exception: the sign-in callback, bound to the browser by state, nonce and PKCE.
 */
export const routes = {
  'GET /': { ...anyone, summary: 'Start page: the editions that are open', cacheSeconds: 60 },
  'GET /editions/{edition}': { ...anyone, summary: 'One edition: what it is and how to take part', cacheSeconds: 60 },
  'GET /editions/{edition}/schools': { ...anyone, summary: 'Find a school by name, postcode or URN (`q`)' },
  'GET /editions/{edition}/schools/register': { ...anyone, summary: 'The registration form of a school (`urn`)' },
  'POST /editions/{edition}/schools/register': { ...anyone, summary: 'Register a school', body: registrationForm },
  'GET /editions/{edition}/organisations/sign-up': { ...anyone, summary: 'The organisations’ sign-up form' },
  'POST /editions/{edition}/organisations/sign-up': { ...anyone, summary: 'Sign an organisation up', body: organisationForm },
  'GET /editions/{edition}/volunteers/sign-up': { ...anyone, summary: 'The volunteers’ sign-up form' },
  'POST /editions/{edition}/volunteers/sign-up': { ...anyone, summary: 'Sign a volunteer up', body: volunteerForm },
  'GET /editions/{edition}/received/{reference}': { ...anyone, summary: 'Receipt: what happens next' },
  'GET /editions/{edition}/impact': { ...anyone, summary: 'The published impact report', cacheSeconds: 60 },
  'GET /l/{token}': { ...anyone, summary: 'A mailed link: shows a button and changes nothing' },
  'POST /l/{token}': { ...anyone, summary: 'Continue from a mailed link: starts a link session', body: nothing },
  'GET /my/place': { ...byLink, summary: 'What we hold for the reader of a link' },
  'POST /my/place/confirm': { ...byLink, summary: 'Confirm a registration or sign-up', body: nothing },
  'GET /my/survey': { ...byLink, summary: 'The schools’ survey' },
  'POST /my/survey': { ...byLink, summary: 'Answer the schools’ survey, or change the answers', body: surveyForm },
  'GET /assets/{name}': {
    function: 'site',
    auth: 'anyone',
    summary: 'Styles and script, by content hash',
    cacheSeconds: 31_536_000,
  },
  'GET /accessibility': { function: 'site', auth: 'anyone', summary: 'Accessibility statement', cacheSeconds: 60 },
  'GET /privacy': { function: 'site', auth: 'anyone', summary: 'Privacy notice', cacheSeconds: 60 },
  'GET /cookies': { function: 'site', auth: 'anyone', summary: 'The cookies we set', cacheSeconds: 60 },
  $default: { function: 'site', auth: 'anyone', summary: 'Everything else: 404, 405, and HEAD and OPTIONS without effect' },
  'GET /sign-in': { function: 'sign-in', auth: 'anyone', summary: 'Sign in as an organiser' },
  'POST /sign-in': { function: 'sign-in', auth: 'anyone', summary: 'Go to the identity provider', body: nothing },
  'GET /sign-in/callback': { function: 'sign-in', auth: 'anyone', summary: 'Come back from the identity provider' },
  'POST /sign-out': { function: 'sign-in', auth: 'anyone', summary: 'Sign out', body: nothing },
  'GET /organiser': { ...organiser, summary: 'Programmes and editions' },
  'POST /organiser/programmes': { ...organiser, summary: 'Open a programme', body: programmeForm },
  'POST /organiser/editions': { ...organiser, summary: 'Plan an edition', body: editionForm },
  'GET /organiser/editions/{edition}': { ...organiser, summary: 'One edition, with links to its lists' },
  'POST /organiser/editions/{edition}/state': {
    ...organiser,
    summary: 'Move an edition on by one step',
    body: z.strictObject({ state: editionState }),
  },
  'GET /organiser/editions/{edition}/registrations': {
    ...organiser,
    summary: 'Schools’ registrations, with each contact’s mail state',
  },
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/approve': {
    ...organiser,
    summary: 'Approve a school’s registration',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/organisations': { ...organiser, summary: 'Organisations' },
  'GET /organiser/editions/{edition}/volunteers': { ...organiser, summary: 'Volunteers' },
  'GET /organiser/editions/{edition}/events': { ...organiser, summary: 'Events with their bookings' },
  'POST /organiser/editions/{edition}/events': { ...organiser, summary: 'Record an event', body: eventForm },
  'GET /organiser/editions/{edition}/events/{event}': { ...organiser, summary: 'One event: book schools, take attendance' },
  'POST /organiser/editions/{edition}/events/{event}/bookings': {
    ...organiser,
    summary: 'Book a school into an event',
    body: bookingForm,
  },
  'POST /organiser/editions/{edition}/events/{event}/attendance': {
    ...organiser,
    summary: 'Record how many pupils came',
    body: attendanceForm,
  },
  'GET /organiser/editions/{edition}/mails': { ...organiser, summary: 'Mails and what became of them' },
  'GET /organiser/editions/{edition}/impact': { ...organiser, summary: 'Live figures' },
  'POST /organiser/editions/{edition}/impact/publish': {
    ...organiser,
    summary: 'Publish the figures as they stand',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;

export type RouteKey = keyof typeof routes;
/** The routes one function answers. */
export type RoutesOf<F extends FunctionsOf<'http'>> = {
  [R in RouteKey]: (typeof routes)[R]['function'] extends F ? R : never;
}[RouteKey];

type Holes<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
/** The path parameters of a route. */
export type ParamsOf<R extends RouteKey> = { readonly [P in Holes<R>]: string };
/** What a route's body is once parsed; `undefined` where it takes none. */
export type BodyOf<R extends RouteKey> = (typeof routes)[R] extends { body: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : undefined;
