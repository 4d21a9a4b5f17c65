import { adultForm, bookingChangeForm, giveBackForm } from '../../domain/booking-changes.ts';
import { placesForm } from '../../domain/event-forms.ts';
import { waitingAnswerForm, waitingForm } from '../../domain/waiting.ts';
import type { RouteDeclaration } from './declaration.ts';

const byLink = { function: 'bookings', auth: 'link' } as const;

const byOrganiser = { function: 'bookings', auth: 'organiser' } as const;

/** What a school does about its places at events, by its link; and an event's waiting list, for its organisers. */
export const bookingRoutes = {
  'GET /my/place/bookings/{event}': { ...byLink, summary: 'A school’s numbers at one event, to change' },
  'POST /my/place/bookings/{event}': { ...byLink, summary: 'Change a school’s numbers at one event', body: bookingChangeForm },
  'POST /my/place/bookings/{event}/adult': {
    ...byLink,
    summary: 'Name the adult who supervises a school’s pupils at one event',
    body: adultForm,
  },
  'GET /my/place/bookings/{event}/give-back': { ...byLink, summary: 'What giving back the places at one event does' },
  'POST /my/place/bookings/{event}/give-back': {
    ...byLink,
    summary: 'Give back a school’s places at one event; they are free again',
    body: giveBackForm,
  },
  'GET /my/place/waiting': { ...byLink, summary: 'Events to ask for places at, and where a school waits' },
  'GET /my/place/waiting/{event}': { ...byLink, summary: 'A school’s turn at one event, and why, or the form to ask' },
  'POST /my/place/waiting/{event}': {
    ...byLink,
    summary: 'Ask for places for a group, or change how many it is',
    body: waitingForm,
  },
  'POST /my/place/waiting/{event}/answer': {
    ...byLink,
    summary: 'Take the places a school is offered, or decline them and leave the list',
    body: waitingAnswerForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/waiting': {
    ...byOrganiser,
    needs: 'viewer',
    summary: 'Who waits for places at an event, in turn, and why',
  },
  'POST /organiser/editions/{edition}/events/{event}/waiting/places': {
    ...byOrganiser,
    needs: 'coordinator',
    summary: 'Change how many places an event has',
    body: placesForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
