import * as z from 'zod/mini';
import { cohorts, count, halfDay, id, line, optionalLine, slug, urn } from './fields.ts';
import { eventKinds } from './vocabulary.ts';

// What organisers send about events and bookings: apart from what is kept, so that only who takes it loads it.

/** How many organisations and volunteers an event can name: each takes two of the hundred writes of its transaction. */
const most = { organisations: 12, volunteers: 36 };

/** What an organiser sends to record an event. `reference` is theirs and makes a repeat harmless. */
export const eventForm = z
  .strictObject({
    reference: slug,
    kind: z.enum(eventKinds, 'Choose the kind of event'),
    title: line('Enter a title'),
    organisations: z.array(id, 'Choose at least one organisation').check(
      z.minLength(1, 'Choose at least one organisation'),
      z.maxLength(most.organisations, `Choose at most ${most.organisations} organisations`),
      z.refine((ids) => new Set(ids).size === ids.length, 'Choose each organisation once'),
    ),
    volunteers: z.optional(
      z.array(id, 'Choose volunteers from the list').check(
        z.maxLength(most.volunteers, `Choose at most ${most.volunteers} volunteers`),
        z.refine((ids) => new Set(ids).size === ids.length, 'Choose each volunteer once'),
      ),
    ),
    host: z.optional(urn),
    venue: optionalLine(200),
    halfDay,
    sessions: count('Enter how many sessions run in the half-day', 12, 1),
    places: count('Enter how many pupils the event takes', 5000, 1),
    /** Kept to oneself: nobody is told before it is offered. */
    draft: z.optional(z.boolean()),
    /** The organiser saw what clashes, and records the event all the same. */
    despiteClash: z.optional(z.boolean()),
  })
  .check(
    z.refine((form) => form.kind === 'online' || form.host !== undefined || form.venue !== undefined, {
      message: 'Choose the host school or enter the venue',
      path: ['host'],
    }),
    z.refine((form) => form.kind !== 'rotation' || form.host !== undefined, {
      message: 'A rotation event needs a host school',
      path: ['host'],
    }),
  );
export type EventForm = z.infer<typeof eventForm>;

/** What an organiser sends to book a school's cohorts into an event. */
export const bookingForm = z.strictObject({ registration: id, cohorts });
export type BookingForm = z.infer<typeof bookingForm>;

/** What an organiser sends to change how many pupils an event takes. */
export const placesForm = z.strictObject({ places: eventForm.shape.places });
export type PlacesForm = z.infer<typeof placesForm>;

/** What an organiser sends when the register was taken: pupils who came, by school. */
export const attendanceForm = z.strictObject({ urn, attended: count('Enter how many pupils came', 5000) });
