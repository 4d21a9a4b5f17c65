import * as z from 'zod/mini';
import { bookingChangeForm } from '../domain/booking-changes.ts';
import { editionForm } from '../domain/edition.ts';
import { attendanceForm, bookingForm, eventForm } from '../domain/event.ts';
import { answerForm, lateForm } from '../domain/offer.ts';
import { organisationForm } from '../domain/organisation.ts';
import { programmeForm } from '../domain/programme.ts';
import { registrationForm } from '../domain/registration.ts';
import { changeForm, contactForm, handOverForm, lostLinkForm, withdrawForm } from '../domain/registration-changes.ts';
import { surveyForm } from '../domain/survey.ts';
import { editionState } from '../domain/vocabulary.ts';
import {
  creditForm,
  organisationChangeForm,
  visitorContactForm,
  visitorWithdrawForm,
  volunteerChangeForm,
} from '../domain/visitor.ts';
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
/** A form as it was typed, by field name: each page of a journey checks its own fields. */
const typedValues = z.record(z.string(), z.array(z.string()));
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
  'GET /editions/{edition}/apply/{journey}': {
    ...anyone,
    summary: 'The first page of a sign-up question by question: of a `school` (`urn`), an `organisation` or a `volunteer`',
  },
  'POST /editions/{edition}/apply/{journey}': {
    ...anyone,
    summary: 'Begin a sign-up question by question, or forget the answers given so far (`again`)',
    body: typedValues,
  },
  'GET /editions/{edition}/apply/{journey}/{step}': {
    ...anyone,
    summary: 'One question; `check` shows all answers, `sent` the receipt',
  },
  'POST /editions/{edition}/apply/{journey}/{step}': {
    ...anyone,
    summary: 'Answer one question; `check` sends the whole form',
    body: typedValues,
  },
  'GET /editions/{edition}/received/{reference}': { ...anyone, summary: 'Receipt: what happens next' },
  'GET /editions/{edition}/impact': { ...anyone, summary: 'The published impact report', cacheSeconds: 60 },
  'GET /editions/{edition}/lost-link': { ...anyone, summary: 'Ask for a fresh link' },
  'POST /editions/{edition}/lost-link': {
    ...anyone,
    summary: 'Have fresh links mailed, if the address had signed up; the answer is the same for every address',
    body: lostLinkForm,
  },
  'GET /editions/{edition}/handed-over': { ...anyone, summary: 'After a hand-over: what happens next' },
  'GET /l/{token}': { ...anyone, summary: 'A mailed link: shows a button and changes nothing' },
  'POST /l/{token}': { ...anyone, summary: 'Continue from a mailed link: starts a link session', body: nothing },
  'GET /my/place': { ...byLink, summary: 'What we hold for the reader of a link' },
  'POST /my/place/confirm': { ...byLink, summary: 'Confirm a registration or sign-up', body: nothing },
  'GET /my/place/change': { ...byLink, summary: 'A school’s answers, to change' },
  'POST /my/place/change': { ...byLink, summary: 'Change numbers, half-days or needs', body: changeForm },
  'GET /my/place/contact': { ...byLink, summary: 'The contact’s details, to change' },
  'POST /my/place/contact': { ...byLink, summary: 'Change the contact’s details', body: contactForm },
  'GET /my/place/hand-over': { ...byLink, summary: 'Hand a school over to a colleague' },
  'POST /my/place/hand-over': {
    ...byLink,
    summary: 'Hand a school over; without `confirmed` only shows the address back',
    body: handOverForm,
  },
  'GET /my/place/withdraw': { ...byLink, summary: 'What withdrawing does, and who will be told' },
  'POST /my/place/withdraw': { ...byLink, summary: 'Withdraw a school; its places are free again', body: withdrawForm },
  'GET /my/place/bookings/{event}': { ...byLink, summary: 'A school’s numbers at one event, to change' },
  'POST /my/place/bookings/{event}': { ...byLink, summary: 'Change a school’s numbers at one event', body: bookingChangeForm },
  'GET /my/place/print': { ...byLink, summary: 'Print pack: events, day sheets, what we hold' },
  'GET /my/place/messages': { ...byLink, summary: 'Emails sent to the reader of a link' },
  'GET /my/offers/{event}': { ...byLink, summary: 'One place offered to an organisation or a volunteer' },
  'POST /my/offers/{event}': { ...byLink, summary: 'Accept or decline an offered place, until the day before', body: answerForm },
  'POST /my/offers/{event}/late': { ...byLink, summary: 'Say on the day that one is running late', body: lateForm },
  'GET /my/day': { ...byLink, summary: 'Where to be and whom to ask for, for each accepted place' },
  'GET /my/organisation': { ...byLink, summary: 'An organisation’s offer, to change' },
  'POST /my/organisation': { ...byLink, summary: 'Change an organisation’s offer', body: organisationChangeForm },
  'GET /my/volunteer': { ...byLink, summary: 'A volunteer’s offer, to change' },
  'POST /my/volunteer': { ...byLink, summary: 'Change a volunteer’s offer', body: volunteerChangeForm },
  'POST /my/credit': { ...byLink, summary: 'Agree to be named in public, or take that back', body: creditForm },
  'GET /my/contact': { ...byLink, summary: 'An organisation’s contact or a volunteer, to change' },
  'POST /my/contact': { ...byLink, summary: 'Change name, job title or telephone number', body: visitorContactForm },
  'GET /my/withdrawal': { ...byLink, summary: 'What withdrawing does, for an organisation or a volunteer' },
  'POST /my/withdrawal': {
    ...byLink,
    summary: 'Withdraw an organisation or a volunteer; places still to come are declined',
    body: visitorWithdrawForm,
  },
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
  'GET /privacy/children': { function: 'site', auth: 'anyone', summary: 'Privacy notice for children', cacheSeconds: 60 },
  'GET /contact': { function: 'site', auth: 'anyone', summary: 'Whom to ask about what', cacheSeconds: 60 },
  'GET /.well-known/security.txt': {
    function: 'site',
    auth: 'anyone',
    summary: 'Whom to tell of a weakness (RFC 9116)',
    cacheSeconds: 60,
  },
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
