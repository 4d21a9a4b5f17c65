import * as z from 'zod/mini';
import { editionForm } from '../../domain/edition.ts';
import { attendanceForm, bookingForm, eventForm } from '../../domain/event.ts';
import { programmeForm } from '../../domain/programme.ts';
import { editionState } from '../../domain/vocabulary.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const organiser = { function: 'organiser', auth: 'organiser' } as const;

/** What a signed-in organiser sees and does. */
export const organiserRoutes = {
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
