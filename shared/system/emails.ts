import type { EmailName } from './email-names.ts';
import type { FactType } from './events.ts';

type EmailDeclaration = {
  readonly audience:
    | 'school'
    | 'organisation'
    | 'volunteer'
    | 'organisation or volunteer'
    | 'everybody at an event'
    | 'everybody whose card of a rotation changed'
    | 'organiser'
    | 'whoever signed up'
    | 'whoever has not answered'
    | 'whoever has a place'
    | 'whoever an organiser chose'
    | 'whoever is invited';
  /** The facts that cause it. */
  readonly on: readonly FactType[];
  /** What its link, if any, lets the reader do. */
  readonly link?: 'registration' | 'organisation' | 'volunteer' | 'survey' | 'invitation' | 'what they signed up for';
  /**
   * Whether it waits in the outbox of an edition that holds its mails: `at-once` never; `answer`, to what its reader has
   * just done, only where an organiser did it; `news` where all are held; `confirmation` also where those alone are.
   */
  readonly outbox: 'at-once' | 'answer' | 'news' | 'confirmation';
  readonly says: string;
};

/** Every mail: who reads it, which fact causes it, what its link is for, and whether it can be held. */
export const emails = {
  'school-registered': {
    audience: 'school',
    on: ['school.registered.v1'],
    link: 'registration',
    outbox: 'answer',
    says: 'We have your registration; press the button to confirm it',
  },
  'organisation-signed-up': {
    audience: 'organisation',
    on: ['organisation.signed-up.v1'],
    link: 'organisation',
    outbox: 'answer',
    says: 'Thank you for offering sessions; press the button to confirm',
  },
  'volunteer-signed-up': {
    audience: 'volunteer',
    on: ['volunteer.signed-up.v1'],
    link: 'volunteer',
    outbox: 'answer',
    says: 'Thank you for volunteering; press the button to confirm',
  },
  'colleague-invited': {
    audience: 'volunteer',
    on: ['organisation.confirmed.v1'],
    outbox: 'news',
    says: 'Your organisation takes part and named you; sign up by this link if you come along',
  },
  'booking-for-school': {
    audience: 'school',
    on: ['school.booked.v1', 'calendar.handed-over.v1'],
    link: 'registration',
    outbox: 'confirmation',
    says: 'Your pupils have places at an event',
  },
  'waiting-list': {
    audience: 'school',
    on: ['school.waiting.v1', 'places.offered.v1', 'places.lapsed.v1', 'waiting.left.v1'],
    link: 'registration',
    outbox: 'at-once',
    says: 'You wait for places; you are offered places until a time; or they went to the next school',
  },
  'booking-for-organisation': {
    audience: 'organisation',
    on: ['school.booked.v1'],
    link: 'organisation',
    outbox: 'confirmation',
    says: 'A school is coming to your session',
  },
  'offer-for-organisation': {
    audience: 'organisation',
    on: ['event.recorded.v1', 'offer.made.v1'],
    link: 'organisation',
    outbox: 'confirmation',
    says: 'We offer you a place at an event; say yes or no',
  },
  'offer-for-volunteer': {
    audience: 'volunteer',
    on: ['event.recorded.v1', 'offer.made.v1', 'substitute.named.v1'],
    link: 'volunteer',
    outbox: 'confirmation',
    says: 'We offer you a place at an event; say yes or no. Or you are named to stand in, or need not any more',
  },
  'visitor-late': {
    audience: 'school',
    on: ['visitor.late.v1'],
    outbox: 'at-once',
    says: 'Somebody who is expected at the school is running late',
  },
  'event-cancelled': {
    audience: 'everybody at an event',
    on: ['event.cancelled.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'An event you have a place at, host or were to visit is cancelled',
  },
  'event-moved': {
    audience: 'everybody at an event',
    on: ['event.moved.v1', 'event.arranged.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'An event you count on has another half-day, venue, hours or way to come in; visitors answer again for a new half-day',
  },
  'rotation-changed': {
    audience: 'everybody whose card of a rotation changed',
    on: ['rotation.rescued.v1'],
    link: 'what they signed up for',
    outbox: 'at-once',
    says: 'Your card of a rotation is not what it was: what is new, first',
  },
  'place-changed': {
    audience: 'school',
    on: [
      'school.confirmed.v1',
      'school.changed.v1',
      'booking.changed.v1',
      'booking.given-back.v1',
      'school.withdrawn.v1',
      'sector-visit.changed.v1',
    ],
    link: 'registration',
    outbox: 'answer',
    says: 'We have your change, the places you gave back, or your withdrawal; or an organiser confirmed your place, or found somebody for a sector session',
  },
  'sessions-changed': {
    audience: 'organisation or volunteer',
    on: [
      'organisation.changed.v1',
      'volunteer.changed.v1',
      'organisation.withdrawn.v1',
      'volunteer.withdrawn.v1',
      'offer.answered.v1',
      'offer.stopped.v1',
      'offer.decided.v1',
      'offer.closed.v1',
      'offer.moved.v1',
      'sector-visit.changed.v1',
    ],
    link: 'what they signed up for',
    outbox: 'answer',
    says: 'We have your change, your answer to an offered place, what was decided on it, that it is not needed, or your withdrawal; or you come to a sector session, or not any more',
  },
  'booking-changed-for-organisation': {
    audience: 'organisation',
    on: ['booking.changed.v1', 'booking.released.v1'],
    link: 'organisation',
    outbox: 'news',
    says: 'A school brings more or fewer pupils, or does not come',
  },
  'handed-over-to-you': {
    audience: 'school',
    on: ['school.handed-over.v1'],
    link: 'registration',
    outbox: 'answer',
    says: 'You now answer for your school',
  },
  'handed-over-by-you': {
    audience: 'school',
    on: ['school.handed-over.v1'],
    outbox: 'answer',
    says: 'You handed your school over; your links have ended',
  },
  'lost-link': {
    audience: 'whoever signed up',
    on: ['link.asked.v1'],
    link: 'what they signed up for',
    outbox: 'at-once',
    says: 'A fresh link, if the address had signed up',
  },
  reminder: {
    audience: 'whoever has not answered',
    on: ['school.chased.v1', 'visitor.chased.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'You have not confirmed yet, or not answered an offered place; an organiser reminds you',
  },
  'organiser-invited': {
    audience: 'organiser',
    on: ['organiser.invited.v1'],
    outbox: 'at-once',
    says: 'You are on the team of an edition; sign in to see it',
  },
  'organiser-notice': {
    audience: 'organiser',
    on: [
      'school.confirmed.v1',
      'organisation.confirmed.v1',
      'volunteer.confirmed.v1',
      'school.changed.v1',
      'booking.changed.v1',
      'booking.given-back.v1',
      'school.withdrawn.v1',
      'offer.answered.v1',
      'visitor.late.v1',
      'organisation.changed.v1',
      'organisation.withdrawn.v1',
      'volunteer.changed.v1',
      'volunteer.withdrawn.v1',
    ],
    outbox: 'at-once',
    says: 'Somebody joined, changed what they bring or offer, declined a place, is late, or withdrew',
  },
  'visit-reminder': {
    audience: 'whoever has a place',
    on: ['school.reminded.v1', 'visitor.reminded.v1', 'clearance.ending.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'Your event is in a week, or on the next school day: when, where, who comes, whom to ask for and what to bring',
  },
  'visit-thanks': {
    audience: 'organisation or volunteer',
    on: ['visitor.thanked.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'Thank you for coming: how many pupils of which schools you met, and four questions on how it was',
  },
  'place-released': {
    audience: 'whoever has a place',
    on: ['booking.released.v1', 'offer.released.v1', 'offer.moved.v1', 'calendar.handed-over.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'A place went with a withdrawal, and goes from your calendar',
  },
  'survey-invitation': {
    audience: 'school',
    on: ['survey.invited.v1'],
    link: 'survey',
    outbox: 'news',
    says: 'How was the week?',
  },
  'survey-reminder': {
    audience: 'whoever has not answered',
    on: ['survey.reminded.v1', 'visit-survey.reminded.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'You have not told us yet how it was; the only reminder',
  },
  'sign-up-invitation': {
    audience: 'whoever is invited',
    on: ['sign-up.invited.v1'],
    link: 'invitation',
    outbox: 'news',
    says: 'Would you take part this year? With last year’s answers filled in, a way to say no, and up to two reminders',
  },
  'organiser-message': {
    audience: 'whoever an organiser chose',
    on: ['message.sent.v1'],
    link: 'what they signed up for',
    outbox: 'news',
    says: 'What an organiser wrote, to each reader alone',
  },
  'survey-thanks': {
    audience: 'school',
    on: ['survey.answered.v1', 'survey.typed.v1'],
    link: 'survey',
    outbox: 'answer',
    says: 'Thank you; or an organiser typed in your answers from paper; you can change them until it closes',
  },
} as const satisfies Record<EmailName, EmailDeclaration>;
