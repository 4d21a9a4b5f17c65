/**
 * The innocent name of the field that people neither see nor reach. Robots fill it in: a form that comes with it filled
 * is refused. JSON has no such field.
 */
export const trapField = 'homepage';

/** How long (seconds) a person needs at least for a form of several pages, from its first post to its last. */
export const minimumJourney = 5;

/** What makes us send a mail to an address that anybody can type in. */
export const mailingRoutes = ['schools', 'organisations', 'volunteers', 'colleagues', 'lost-link'] as const;
export type MailingRoute = (typeof mailingRoutes)[number];

/**
 * How many mails one address can be made to receive from us, over each span (seconds) that ends now. Never by network
 * address: a whole school stands behind one. Floods of many addresses are the gateway's and the firewall's to slow.
 */
export const sendLimits = [
  { seconds: 3600, sends: 5 },
  { seconds: 86_400, sends: 20 },
] as const;
