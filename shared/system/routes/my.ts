import { answerForm, lateForm } from '../../domain/offer.ts';
import { changeForm, contactForm, handOverForm, withdrawForm } from '../../domain/registration-changes.ts';
import {
  creditForm,
  organisationChangeForm,
  visitorContactForm,
  visitorWithdrawForm,
  volunteerChangeForm,
} from '../../domain/visitor.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const byLink = { function: 'my', auth: 'link' } as const;

/** What the reader of a mailed link sees and does. */
export const myRoutes = {
  'GET /editions/{edition}/handed-over': { ...byLink, auth: 'anyone', summary: 'After a hand-over: what happens next' },
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
  'GET /my/place/bookings/{event}/rotation': { ...byLink, summary: 'The cards of a school’s groups, to print' },
  'GET /my/offers/{event}/rotation': { ...byLink, summary: 'An organisation’s card of a rotation, to print' },
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
} as const satisfies Record<string, RouteDeclaration>;
