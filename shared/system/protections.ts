/**
 * The innocent name of the field that people neither see nor reach. Robots fill it in: a form that comes with it filled
 * is refused. JSON has no such field.
 */
export const trapField = 'homepage';

/** How long (seconds) a person needs at least for a form of several pages, from its first post to its last. */
export const minimumJourney = 5;

/** What makes us send a mail to an address that anybody can type in. */
export const mailingRoutes = ['schools', 'organisations', 'volunteers', 'lost-link'] as const;
export type MailingRoute = (typeof mailingRoutes)[number];

/**
 * How many mails one can make us send. Never by network address: a whole school stands behind one. An address is limited
 * by what it was sent over each span (seconds) that ends now; an edition by clock hours, against floods.
 */
export const sendLimits = {
  address: [
    { seconds: 3600, sends: 5 },
    { seconds: 86_400, sends: 20 },
  ],
  edition: { seconds: 3600, sends: 2000 },
} as const;
