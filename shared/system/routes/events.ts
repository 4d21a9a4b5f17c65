import { attendanceForm, bookingForm, eventForm } from '../../domain/event-forms.ts';
import { cancelForm } from '../../domain/event-changes.ts';
import { moveForm } from '../../domain/event-moves.ts';
import type { RouteDeclaration } from './declaration.ts';

const people = { function: 'events', auth: 'organiser', needs: 'viewer', personal: true } as const;
const coordinator = { function: 'events', auth: 'organiser', needs: 'coordinator' } as const;

/** How organisers record events, fill them, move them and cancel them. */
export const eventRoutes = {
  'GET /organiser/editions/{edition}/record-event': { ...coordinator, personal: true, summary: 'The form to record an event' },
  'POST /organiser/editions/{edition}/events': { ...coordinator, summary: 'Record an event', body: eventForm },
  'GET /organiser/editions/{edition}/events/{event}': { ...people, summary: 'One event: book schools, take attendance' },
  'POST /organiser/editions/{edition}/events/{event}/bookings': {
    ...coordinator,
    summary: 'Book a school into an event',
    body: bookingForm,
  },
  'POST /organiser/editions/{edition}/events/{event}/attendance': {
    ...coordinator,
    summary: 'Record how many pupils came',
    body: attendanceForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/cancel': {
    ...coordinator,
    summary: 'Who will be told that an event is cancelled',
  },
  'POST /organiser/editions/{edition}/events/{event}/cancel': {
    ...coordinator,
    summary: 'Cancel an event; everybody with a place is told',
    body: cancelForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/move': {
    ...coordinator,
    personal: true,
    summary: 'Who will be told that an event moves, and what it clashes with',
  },
  'POST /organiser/editions/{edition}/events/{event}/move': {
    ...coordinator,
    summary: 'Move an event to another half-day or venue; everybody with a place is told',
    body: moveForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
