import { arrival } from '../../domain/arrival.ts';
import { checkIn } from '../../domain/check-in.ts';
import { asking } from '../../domain/asking.ts';
import { booking, event } from '../../domain/event.ts';
import { invitation } from '../../domain/invitation.ts';
import { offer } from '../../domain/offer.ts';
import { barredListCheck, placementDecision } from '../../domain/placement-record.ts';
import { reminded } from '../../domain/reminder.ts';
import { keptRotation } from '../../domain/rotation/kept.ts';
import { waitingEntry } from '../../domain/waiting-entry.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Events, who takes part in them, and what happened on the day. */
export const eventItems = {
  event: {
    pk: 'EDITION#{edition}#EVENTS',
    sk: 'EVENT#{event}',
    schema: event,
    access: 'read one; list an edition’s events; hold places',
  },
  arrival: {
    pk: 'EDITION#{edition}#EVENT#{event}',
    sk: 'ARRIVAL',
    schema: arrival,
    access: 'what those who come are told',
  },
  booking: { pk: 'EDITION#{edition}#EVENT#{event}', sk: 'BOOKING#{urn}', schema: booking, access: 'list an event’s bookings' },
  offer: {
    pk: 'EDITION#{edition}#EVENT#{event}',
    sk: 'OFFER#{visitor}',
    schema: offer,
    access: 'read one; list an event’s offered places and their answers',
  },
  waiting: {
    pk: 'EDITION#{edition}#WAITING-LISTS',
    sk: 'EVENT#{event}#{urn}',
    schema: waitingEntry,
    due: { offered: 'until' },
    access: 'list an event’s waiting schools, or all; take offered places back in time (due index)',
  },
  asking: {
    pk: 'EDITION#{edition}#ASKING',
    sk: 'EVENT#{event}',
    schema: asking,
    due: { open: 'until' },
    access: 'how asking people to an event stands; list them; the next tier in time (due index)',
  },
  placementDecision: {
    pk: 'EDITION#{edition}#SAFEGUARDING',
    sk: 'DECISION#{volunteer}#{at}',
    schema: placementDecision,
    access: 'list the decisions at the safeguarding line, of one person or all',
  },
  barredListCheck: {
    pk: 'EDITION#{edition}#SAFEGUARDING',
    sk: 'CHECK#{volunteer}',
    schema: barredListCheck,
    access: 'whether a check against the barred list is asked for; list them',
  },
  invitation: {
    pk: 'EDITION#{edition}#EVENT#{event}',
    sk: 'INVITATION#{reader}',
    schema: invitation,
    access: 'what somebody’s calendar was told last of a place, and by which mail',
  },
  reminded: {
    pk: 'EDITION#{edition}#EVENT#{event}',
    sk: 'REMINDED#{halfDay}#{ahead}#{reader}',
    schema: reminded,
    access: 'who was reminded of an event on a half-day: each once',
  },
  rotation: {
    pk: 'EDITION#{edition}#EVENT#{event}',
    sk: 'ROTATION',
    schema: keptRotation,
    access: 'an event’s rotation plan with its certificate',
  },
  checkIn: {
    pk: 'EDITION#{edition}#EVENT#{event}',
    sk: 'CHECK-IN#{group}',
    schema: checkIn,
    access: 'list an event’s check-ins, group by group',
  },
} as const satisfies ItemDeclarations;
