import * as z from 'zod/mini';
import { checkIn } from '../domain/check-in.ts';
import { edition } from '../domain/edition.ts';
import { booking, event } from '../domain/event.ts';
import { emailAddress, id, optionalLine, optionalLines, slug, urn } from '../domain/fields.ts';
import { editionTotal, eventTotal, schoolTotal } from '../domain/impact.ts';
import { historyEntry } from '../domain/history.ts';
import { invitation } from '../domain/invitation.ts';
import { chase, note } from '../domain/note.ts';
import { offer } from '../domain/offer.ts';
import { organisation } from '../domain/organisation.ts';
import { journeyKinds, stepNames } from '../domain/journeys.ts';
import { mailHolds, mailStates } from '../domain/mail-vocabulary.ts';
import { message } from '../domain/message.ts';
import { barredListCheck, placementDecision } from '../domain/placement-record.ts';
import { laCode, programme } from '../domain/programme.ts';
import { registration, schoolPlace } from '../domain/registration.ts';
import { handOverRecord } from '../domain/registration-changes.ts';
import { printedEdition, reportEdition } from '../domain/report/items.ts';
import { snapshotPart } from '../domain/report/snapshot.ts';
import { keptRotation } from '../domain/rotation/kept.ts';
import { reminded } from '../domain/reminder.ts';
import { school } from '../domain/school.ts';
import { response } from '../domain/survey.ts';
import { waitingEntry } from '../domain/waiting-entry.ts';
import { team } from '../domain/team.ts';
import { task } from '../domain/task.ts';
import { volunteer } from '../domain/volunteer.ts';
import { epochSeconds, instant } from '../kernel/time.ts';
import { emailName } from './email-names.ts';
import { fact, factInTransit } from './events.ts';
import { mailingRoutes } from './protections.ts';

/** What a mailed link or a browser session may do, and for whom. One purpose, one subject, one edition. */
const grant = {
  edition: slug,
  purpose: z.enum(['registration', 'organisation', 'volunteer', 'survey']),
  subject: id,
  /** The school, where the subject is a registration. */
  urn: z.optional(urn),
  /** A digest of the address it was mailed to: it ends when somebody else answers for the subject. */
  reader: z.optional(id),
};

const outbox = z.strictObject({
  shard: z.string(),
  entry: z.string(),
  at: instant,
  facts: z.array(factInTransit),
});

const mail = z.strictObject({
  edition: slug,
  mail: z.string(),
  template: emailName,
  /** The fact that caused it: the sweeper composes the same mail from it again. */
  fact,
  recipient: z.string(),
  /** The school, where the recipient answers for one. */
  urn: z.optional(urn),
  to: z.string(),
  state: z.enum(mailStates),
  /** When it was taken in hand: held, queued or, at last, claimed for sending. */
  claimedAt: instant,
  /** When a queued one goes; until then it can be held again. */
  sendAfter: z.optional(instant),
  /** What an organiser put in it by hand: another subject, a paragraph before the signature. */
  edit: z.optional(z.strictObject({ subject: optionalLine(150), note: optionalLines(1000) })),
  /** Why an organiser dropped it. */
  dropReason: optionalLine(200),
  /** The mail that an organiser sent it again as. */
  resentAs: z.optional(id),
  attempts: z.int(),
  sesMessageId: z.optional(z.string()),
  sentAt: z.optional(instant),
  problem: z.optional(z.string()),
  version: z.int(),
});

/**
 * The one table, item by item: key templates, fields, and which attribute (if any) puts the item in the sparse `due` index.
 * Every key carries the edition, but for what belongs to the whole installation: the register of schools, the list of
 * programmes and editions, and what is looked up by a secret's hash. TTL is only tidying: nothing relies on it.
 */
export const items = {
  programme: { pk: 'PROGRAMMES', sk: 'PROGRAMME#{programme}', schema: programme, access: 'list the programmes' },
  edition: { pk: 'EDITIONS', sk: 'EDITION#{edition}', schema: edition, access: 'read an edition; list them all' },
  team: { pk: 'TEAMS', sk: 'TEAM#{edition}', schema: team, access: 'who may do what in an edition; list all teams' },
  school: { pk: 'REGISTER#{la}', sk: 'SCHOOL#{urn}', schema: school, access: 'find a school of a local authority' },
  registerLa: {
    pk: 'REGISTER',
    sk: 'LA#{la}',
    schema: z.strictObject({ la: laCode, name: z.string(), schools: z.int() }),
    access: 'list the local authorities in the register',
  },
  registration: {
    pk: 'EDITION#{edition}#REGISTRATIONS',
    sk: 'SCHOOL#{urn}#{registration}',
    schema: registration,
    access: 'read one; list an edition’s or a school’s registrations',
  },
  schoolPlace: {
    pk: 'EDITION#{edition}#REGISTRATIONS',
    sk: 'PLACE#{urn}',
    schema: schoolPlace,
    access: 'one confirmed registration a school',
  },
  handOver: {
    pk: 'EDITION#{edition}#REGISTRATIONS',
    sk: 'HAND-OVER#{handOver}',
    schema: handOverRecord,
    access: 'tell the person who handed a registration over',
  },
  linkRequest: {
    pk: 'EDITION#{edition}#LINK-REQUESTS',
    sk: 'REQUEST#{request}',
    schema: z.strictObject({ edition: slug, request: id, email: emailAddress, at: instant, expiresAt: epochSeconds }),
    access: 'mail fresh links to an address that asked',
  },
  organisation: {
    pk: 'EDITION#{edition}#ORGANISATIONS',
    sk: 'ORGANISATION#{organisation}',
    schema: organisation,
    access: 'read one; list an edition’s organisations',
  },
  importBatch: {
    pk: 'EDITION#{edition}#IMPORTS',
    sk: 'IMPORT#{import}',
    schema: z.strictObject({
      edition: slug,
      import: id,
      state: z.enum(['checked', 'confirmed', 'undone']),
      /** The file as it came, packed: what is shown, added and taken back is read from it each time. */
      file: z.string(),
      /** When what it added was signed up, by which it is known. */
      confirmedAt: z.optional(instant),
      version: z.int(),
      expiresAt: epochSeconds,
    }),
    access: 'check, confirm and undo one import',
  },
  registerBatch: {
    pk: 'EDITION#{edition}#IMPORTS',
    sk: 'REGISTER#{import}',
    schema: z.strictObject({
      edition: slug,
      import: id,
      state: z.enum(['checked', 'confirmed', 'undone']),
      /** The schools of the file, packed; once it is confirmed, also how they were before. */
      content: z.string(),
      version: z.int(),
      expiresAt: epochSeconds,
    }),
    access: 'check, confirm and undo one file of the register',
  },
  volunteer: {
    pk: 'EDITION#{edition}#VOLUNTEERS',
    sk: 'VOLUNTEER#{volunteer}',
    schema: volunteer,
    access: 'read one; list an edition’s volunteers',
  },
  event: {
    pk: 'EDITION#{edition}#EVENTS',
    sk: 'EVENT#{event}',
    schema: event,
    access: 'read one; list an edition’s events; hold places',
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
  response: {
    pk: 'EDITION#{edition}#RESPONSES',
    sk: 'SCHOOL#{urn}#{registration}#{event}',
    schema: response,
    access: 'read one; list a school’s answers, event by event',
  },
  eventTotal: {
    pk: 'EDITION#{edition}#TOTALS',
    sk: 'EVENT#{event}',
    schema: eventTotal,
    access: 'list an edition’s event totals',
  },
  schoolTotal: {
    pk: 'EDITION#{edition}#TOTALS',
    sk: 'SCHOOL#{urn}',
    schema: schoolTotal,
    access: 'list an edition’s school totals',
  },
  editionTotal: { pk: 'EDITION#{edition}#TOTALS', sk: 'EDITION', schema: editionTotal, access: 'the organiser’s live figures' },
  report: { pk: 'EDITION#{edition}#REPORTS', sk: 'REPORT', schema: reportEdition, access: 'the report as it is published now' },
  reportEdition: {
    pk: 'EDITION#{edition}#REPORTS',
    sk: 'VERSION#{number}',
    schema: reportEdition,
    access: 'one version of the report, prepared or published; list them',
  },
  printedEdition: {
    pk: 'EDITION#{edition}#REPORTS',
    sk: 'PRINTED#{reference}',
    schema: printedEdition,
    access: 'list what others printed of the same week',
  },
  snapshotPart: {
    pk: 'EDITION#{edition}#SNAPSHOT#{snapshot}',
    sk: 'PART#{part}',
    schema: snapshotPart,
    access: 'the frozen source of a report’s figures',
  },
  dirty: {
    pk: 'DIRTY#{edition}',
    sk: '{level}#{part}',
    schema: z.strictObject({ edition: slug, level: z.enum(['EVENT', 'SCHOOL', 'EDITION']), part: z.string(), mark: z.string() }),
    access: 'list what an edition must recount',
  },
  mail: {
    pk: 'EDITION#{edition}#MAILS',
    sk: 'MAIL#{mail}',
    schema: mail,
    due: { claimed: 'claimedAt', queued: 'sendAfter' },
    access: 'read one; list an edition’s mails, newest first; sweep open claims, send what is due (due index)',
  },
  waitingMail: {
    pk: 'EDITION#{edition}#WAITING',
    sk: 'MAIL#{mail}',
    schema: z.strictObject({
      edition: slug,
      mail: id,
      state: z.enum(['held', 'queued']),
      sendAfter: z.optional(instant),
    }),
    access: 'what waits in an edition’s outbox, oldest first',
  },
  mailHold: {
    pk: 'EDITION#{edition}#MAIL-HOLD',
    sk: 'MAIL-HOLD',
    schema: z.strictObject({ edition: slug, holds: z.optional(z.enum(mailHolds)), at: instant, version: z.int() }),
    access: 'what an edition holds in its outbox',
  },
  mailRefusal: {
    pk: 'EDITION#{edition}#MAIL-REFUSAL',
    sk: 'MAIL-REFUSAL',
    schema: z.strictObject({ edition: slug, since: instant, at: instant }),
    access: 'whether the mail provider refuses what an edition sends',
  },
  message: {
    pk: 'EDITION#{edition}#MESSAGES',
    sk: 'MESSAGE#{message}',
    schema: message,
    due: { queued: 'sendAfter' },
    access: 'read one; list an edition’s messages, newest first; send what is due (due index)',
  },
  address: {
    pk: 'EDITION#{edition}#ADDRESSES',
    sk: 'ADDRESS#{address}',
    schema: z.strictObject({
      edition: slug,
      address: z.string(),
      state: z.enum(['bounced', 'complained']),
      at: instant,
      /** The mail that showed it. */
      mail: z.optional(id),
    }),
    access: 'whether an address can be written to (key is a digest)',
  },
  link: {
    pk: 'LINK#{hash}',
    sk: 'LINK',
    schema: z.strictObject({ hash: z.string(), ...grant, revoked: z.boolean(), expiresAt: epochSeconds }),
    access: 'open a mailed link by its token’s hash',
  },
  linkSession: {
    pk: 'LINK-SESSION#{hash}',
    sk: 'LINK-SESSION',
    schema: z.strictObject({ hash: z.string(), ...grant, link: z.string(), expiresAt: epochSeconds }),
    access: 'what a browser that pressed Continue may do',
  },
  signIn: {
    pk: 'SIGN-IN#{hash}',
    sk: 'SIGN-IN',
    schema: z.strictObject({
      hash: z.string(),
      verifier: z.string(),
      state: z.string(),
      nonce: z.string(),
      next: z.optional(z.string()),
      expiresAt: epochSeconds,
    }),
    access: 'finish a sign-in in the browser that began it, once',
  },
  organiserSession: {
    pk: 'ORGANISER-SESSION#{hash}',
    sk: 'ORGANISER-SESSION',
    schema: z.strictObject({
      hash: z.string(),
      organiser: id,
      name: z.string(),
      email: emailAddress,
      /** When the person last proved to the identity provider who they are. */
      provedAt: instant,
      expiresAt: epochSeconds,
    }),
    access: 'who a signed-in browser belongs to',
  },
  task: {
    pk: 'EDITION#{edition}#TASKS',
    sk: '{kind}#{subject}',
    schema: task,
    access: 'what waits for an organiser, kind by kind',
  },
  history: {
    pk: 'EDITION#{edition}#HISTORY#{subject}',
    sk: '{at}_{entry}',
    schema: historyEntry,
    access: 'the timeline of one subject, newest first',
  },
  note: {
    pk: 'EDITION#{edition}#NOTES#{subject}',
    sk: 'NOTE#{note}',
    schema: note,
    access: 'what organisers wrote about one subject, oldest first',
  },
  chase: {
    pk: 'EDITION#{edition}#NOTES#{subject}',
    sk: 'CHASE',
    schema: chase,
    access: 'when somebody was last reminded',
  },
  audit: {
    pk: 'EDITION#{edition}#AUDIT',
    sk: '{at}_{entry}',
    schema: historyEntry,
    access: 'everything that happened in an edition, newest first',
  },
  draft: {
    pk: 'EDITION#{edition}#DRAFT#{hash}',
    sk: 'DRAFT#{journey}',
    schema: z.strictObject({
      edition: slug,
      /** Of the random token in the browser's cookie. */
      hash: z.string(),
      journey: z.enum(journeyKinds),
      /** What was typed, by field name; emptied once it is sent. */
      values: z.record(z.string(), z.array(z.string())),
      done: z.array(z.enum(stepNames)),
      startedAt: instant,
      /** What it became, once it is sent: a draft is sent once. */
      sent: z.optional(z.strictObject({ reference: z.string(), subject: id })),
      version: z.int(),
      expiresAt: epochSeconds,
    }),
    access: 'go on with a sign-up in the browser that began it',
  },
  request: {
    pk: 'EDITION#{edition}#REQUEST#{key}',
    sk: 'REQUEST',
    schema: z.strictObject({ edition: slug, key: z.string(), body: z.string(), reference: z.string(), expiresAt: epochSeconds }),
    access: 'give a repeated request the same answer',
  },
  sendLimit: {
    pk: 'EDITION#{edition}#LIMIT#{route}#{address}',
    sk: 'LIMIT',
    schema: z.strictObject({
      edition: slug,
      route: z.enum(mailingRoutes),
      /** A digest. */
      address: z.string(),
      /** When it was sent something, oldest first, over the longest span that counts. */
      sent: z.array(instant),
      version: z.int(),
      expiresAt: epochSeconds,
    }),
    access: 'how many mails one address made us send',
  },
  jobRun: {
    pk: 'JOBS',
    sk: 'JOB#{job}',
    schema: z.strictObject({ job: slug, at: instant, outcome: z.enum(['done', 'failed']), count: z.int() }),
    access: 'when each job last ran, and how it ended',
  },
  outbox: { pk: 'OUTBOX#{shard}', sk: '{entry}', schema: outbox, access: 'facts not yet on the bus, oldest first' },
} as const satisfies Record<string, ItemDeclaration>;

type ItemDeclaration = {
  readonly pk: string;
  readonly sk: string;
  readonly schema: z.ZodMiniType;
  readonly access: string;
  /** The states in which it is in the `due` index, each with the attribute that it is sorted by there. */
  readonly due?: Readonly<Record<string, string>>;
};

export type ItemName = keyof typeof items;
export type Item<N extends ItemName> = z.infer<(typeof items)[N]['schema']>;

/** The states in which an item waits in the `due` index. */
export type DueState<N extends ItemName> = (typeof items)[N] extends { readonly due: infer D } ? keyof D & string : never;

type Holes<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

/** The values that name one item. */
export type Key<N extends ItemName> = { readonly [P in Holes<(typeof items)[N]['pk'] | (typeof items)[N]['sk']>]: string };
/** The values that name the collection an item is in. */
export type Partition<N extends ItemName> = { readonly [P in Holes<(typeof items)[N]['pk']>]: string };

/** The attribute names of the table: typed once, read by the stack, the adapters and the local engine. */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  dueIndex: { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' },
  /** Facts wait in this many partitions, so that no one of them is hot. */
  outboxShards: ['0', '1', '2', '3'],
  outboxPrefix: 'OUTBOX#',
  dirtyPrefix: 'DIRTY#',
} as const;

/** Fills a key template: `keyPart('EDITION#{edition}', { edition: 'x' })` is `EDITION#x`. */
export function keyPart(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || value.includes('#'))
      throw new Error(`key part ${name} is missing or holds #`);
    return value;
  });
}
