import type { ItemName } from '#shared/system/table.ts';

/**
 * What clearing a trial does with each kind of item: goes with the edition's partition; goes with each event, each subject,
 * each class or each snapshot; `limit` goes with each address; `stays` belongs to the installation, is the set-up, is the audit,
 * or ends by itself within days. A new kind of item does not compile before somebody has decided.
 */
export const whatGoes = {
  programme: 'stays',
  edition: 'stays',
  team: 'stays',
  school: 'stays',
  registerLa: 'stays',
  registration: 'edition',
  schoolPlace: 'edition',
  handOver: 'edition',
  linkRequest: 'edition',
  organisation: 'edition',
  importBatch: 'edition',
  registerBatch: 'stays',
  volunteer: 'edition',
  signUpInvitation: 'edition',
  doNotAsk: 'stays',
  event: 'edition',
  arrival: 'event',
  booking: 'event',
  offer: 'event',
  rotation: 'event',
  checkIn: 'event',
  invitation: 'event',
  reminded: 'event',
  waiting: 'edition',
  placementDecision: 'edition',
  barredListCheck: 'edition',
  response: 'edition',
  usedInstrument: 'edition',
  pupilClass: 'edition',
  pupilAnswer: 'class',
  pupilTally: 'class',
  classTotal: 'edition',
  classCode: 'stays',
  eventTotal: 'edition',
  schoolTotal: 'edition',
  editionTotal: 'edition',
  report: 'edition',
  reportEdition: 'edition',
  printedEdition: 'edition',
  snapshotPart: 'snapshot',
  dirty: 'edition',
  mail: 'edition',
  waitingMail: 'edition',
  mailHold: 'stays',
  mailRefusal: 'edition',
  message: 'edition',
  address: 'edition',
  link: 'stays',
  linkSession: 'stays',
  signIn: 'stays',
  organiserSession: 'stays',
  task: 'edition',
  history: 'subject',
  note: 'subject',
  chase: 'subject',
  audit: 'stays',
  draft: 'stays',
  request: 'stays',
  sendLimit: 'limit',
  jobRun: 'stays',
  outbox: 'stays',
} as const satisfies Record<ItemName, 'stays' | 'edition' | 'event' | 'subject' | 'snapshot' | 'class' | 'limit'>;

type How = (typeof whatGoes)[ItemName];
type Going<H extends How> = { [N in ItemName]: (typeof whatGoes)[N] extends H ? N : never }[ItemName];

/** The kinds of item that go in one way. */
export function goingBy<const H extends How>(how: H): Going<H>[] {
  return Object.keys(whatGoes).filter((name): name is Going<H> => Reflect.get(whatGoes, name) === how);
}
