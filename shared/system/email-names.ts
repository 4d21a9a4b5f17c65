import * as z from 'zod/mini';

/** The names of all mails we send; `emails.ts` says what each is. */
export const emailName = z.enum([
  'school-registered',
  'organisation-signed-up',
  'volunteer-signed-up',
  'colleague-invited',
  'booking-for-school',
  'waiting-list',
  'booking-for-organisation',
  'offer-for-organisation',
  'offer-for-volunteer',
  'visitor-late',
  'event-cancelled',
  'event-moved',
  'rotation-changed',
  'place-changed',
  'sessions-changed',
  'booking-changed-for-organisation',
  'handed-over-to-you',
  'handed-over-by-you',
  'lost-link',
  'reminder',
  'sign-up-invitation',
  'organiser-notice',
  'organiser-message',
  'organiser-invited',
  'visit-reminder',
  'place-released',
  'survey-invitation',
  'survey-thanks',
]);
export type EmailName = z.infer<typeof emailName>;
