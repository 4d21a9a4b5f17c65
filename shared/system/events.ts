import * as z from 'zod/mini';
import { halfDay, id, slug, urn } from '../domain/fields.ts';
import { mailActions, mailHolds, messageActions } from '../domain/mail-vocabulary.ts';
import {
  changedAnswers,
  changedOffers,
  changedSettings,
  delays,
  editionState,
  eventKinds,
  movedParts,
  offerAnswers,
  offerStates,
  organiserRoles,
  schoolRoles,
  sessionFormats,
  visitorKinds,
} from '../domain/vocabulary.ts';
import { instant } from '../kernel/time.ts';

const aRegistration = { registration: id, urn, roles: z.array(z.enum(schoolRoles)), pupils: z.int(), version: z.int() };
const aBooking = { event: slug, urn, registration: id, pupils: z.int(), version: z.int() };
const anOffer = { event: slug, kind: z.enum(visitorKinds), visitor: id, version: z.int() };
const anOrganiser = { organiser: id, version: z.int() };
const aNote = z.strictObject({ kind: z.enum(['registration', ...visitorKinds]), subject: id, note: id });
const exampleId = 'aaaaaaaaaaaaaaaaaaaa';
const otherId = 'bbbbbbbbbbbbbbbbbbbb';

/**
 * Every fact on the bus: its name (past tense, with a version), what it carries and one example, kept for ever in
 * test/contract. Facts carry ids, versions, times and counts; never a name, an address or free text.
 */
export const events = {
  'edition.moved.v1': { data: z.strictObject({ state: editionState }), example: { state: 'open' } },
  'edition.changed.v1': {
    data: z.strictObject({ changed: z.array(z.enum(changedSettings)), version: z.int() }),
    example: { changed: ['surveyCloses'], version: 3 },
  },
  'organiser.invited.v1': {
    data: z.strictObject({ ...anOrganiser, roles: z.array(z.enum(organiserRoles)) }),
    example: { organiser: exampleId, roles: ['coordinator'], version: 2 },
  },
  'organiser.changed.v1': {
    data: z.strictObject({ ...anOrganiser, roles: z.array(z.enum(organiserRoles)) }),
    example: { organiser: exampleId, roles: ['coordinator', 'publisher'], version: 3 },
  },
  'organiser.removed.v1': { data: z.strictObject(anOrganiser), example: { organiser: exampleId, version: 4 } },
  'school.registered.v1': {
    data: z.strictObject(aRegistration),
    example: { registration: exampleId, urn: '100001', roles: ['host'], pupils: 60, version: 1 },
  },
  'school.confirmed.v1': {
    data: z.strictObject({ ...aRegistration, by: z.enum(['link', 'organiser']) }),
    example: { registration: exampleId, urn: '100001', roles: ['host'], pupils: 60, version: 2, by: 'link' },
  },
  'school.changed.v1': {
    data: z.strictObject({ ...aRegistration, changed: z.array(z.enum(changedAnswers)) }),
    example: { registration: exampleId, urn: '100001', roles: ['host'], pupils: 62, version: 3, changed: ['cohorts'] },
  },
  'school.handed-over.v1': {
    data: z.strictObject({ registration: id, urn, handOver: id, version: z.int() }),
    example: { registration: exampleId, urn: '100001', handOver: exampleId, version: 4 },
  },
  'school.withdrawn.v1': {
    data: z.strictObject(aRegistration),
    example: { registration: exampleId, urn: '100001', roles: ['host'], pupils: 60, version: 5 },
  },
  'organisation.signed-up.v1': {
    data: z.strictObject({ organisation: id, formats: z.array(z.enum(sessionFormats)), version: z.int() }),
    example: { organisation: exampleId, formats: ['rotation'], version: 1 },
  },
  'organisation.confirmed.v1': { data: z.strictObject({ organisation: id }), example: { organisation: exampleId } },
  'volunteer.signed-up.v1': {
    data: z.strictObject({ volunteer: id, organisation: z.optional(id), version: z.int() }),
    example: { volunteer: exampleId, version: 1 },
  },
  'volunteer.confirmed.v1': { data: z.strictObject({ volunteer: id }), example: { volunteer: exampleId } },
  'organisation.changed.v1': {
    data: z.strictObject({ organisation: id, changed: z.array(z.enum(changedOffers)), version: z.int() }),
    example: { organisation: exampleId, changed: ['halfDays', 'needs'], version: 3 },
  },
  'organisation.withdrawn.v1': {
    data: z.strictObject({ organisation: id, version: z.int() }),
    example: { organisation: exampleId, version: 4 },
  },
  'volunteer.changed.v1': {
    data: z.strictObject({ volunteer: id, changed: z.array(z.enum(changedOffers)), version: z.int() }),
    example: { volunteer: exampleId, changed: ['halfDays', 'offer'], version: 3 },
  },
  'volunteer.withdrawn.v1': {
    data: z.strictObject({ volunteer: id, version: z.int() }),
    example: { volunteer: exampleId, version: 4 },
  },
  'school.chased.v1': {
    data: z.strictObject({ registration: id, urn, times: z.int() }),
    example: { registration: exampleId, urn: '100001', times: 1 },
  },
  'visitor.chased.v1': {
    data: z.strictObject({ kind: z.enum(visitorKinds), visitor: id, times: z.int() }),
    example: { kind: 'organisation', visitor: exampleId, times: 1 },
  },
  'organisation.merged.v1': {
    data: z.strictObject({ organisation: id, from: id, version: z.int() }),
    example: { organisation: exampleId, from: otherId, version: 5 },
  },
  'volunteer.merged.v1': {
    data: z.strictObject({ volunteer: id, from: id, version: z.int() }),
    example: { volunteer: exampleId, from: otherId, version: 5 },
  },
  'note.written.v1': { data: aNote, example: { kind: 'registration', subject: exampleId, note: otherId } },
  'note.removed.v1': { data: aNote, example: { kind: 'registration', subject: exampleId, note: otherId } },
  'event.recorded.v1': {
    data: z.strictObject({ event: slug, kind: z.enum(eventKinds), halfDay }),
    example: { event: 'monday-rotation', kind: 'rotation', halfDay: '2025-03-03-am' },
  },
  'rotation.planned.v1': {
    data: z.strictObject({ event: slug, groups: z.int(), version: z.int() }),
    example: { event: 'monday-rotation', groups: 8, version: 1 },
  },
  'rotation.rescued.v1': {
    data: z.strictObject({ event: slug, groups: z.int(), lost: z.int(), version: z.int() }),
    example: { event: 'monday-rotation', groups: 3, lost: 1, version: 2 },
  },
  'event.cancelled.v1': {
    data: z.strictObject({ event: slug, kind: z.enum(eventKinds), halfDay, version: z.int() }),
    example: { event: 'monday-rotation', kind: 'rotation', halfDay: '2025-03-03-am', version: 2 },
  },
  'event.moved.v1': {
    data: z.strictObject({
      event: slug,
      kind: z.enum(eventKinds),
      halfDay,
      before: halfDay,
      changed: z.array(z.enum(movedParts)),
      version: z.int(),
    }),
    example: {
      event: 'monday-rotation',
      kind: 'rotation',
      halfDay: '2025-03-04-am',
      before: '2025-03-03-am',
      changed: ['halfDay'],
      version: 2,
    },
  },
  'offer.answered.v1': {
    data: z.strictObject({ ...anOffer, before: z.optional(z.enum(offerStates)), answer: z.enum(offerAnswers) }),
    example: {
      event: 'monday-rotation',
      kind: 'organisation',
      visitor: exampleId,
      version: 2,
      before: 'offered',
      answer: 'accepted',
    },
  },
  'offer.released.v1': {
    data: z.strictObject(anOffer),
    example: { event: 'monday-rotation', kind: 'organisation', visitor: exampleId, version: 3 },
  },
  'offer.moved.v1': {
    data: z.strictObject({ ...anOffer, from: id }),
    example: { event: 'monday-rotation', kind: 'organisation', visitor: exampleId, from: otherId, version: 3 },
  },
  'visitor.late.v1': {
    data: z.strictObject({ ...anOffer, minutes: z.enum(delays) }),
    example: { event: 'monday-rotation', kind: 'volunteer', visitor: exampleId, version: 3, minutes: '20' },
  },
  'school.booked.v1': {
    data: z.strictObject(aBooking),
    example: { event: 'monday-rotation', urn: '100001', registration: exampleId, pupils: 30, version: 1 },
  },
  'booking.changed.v1': {
    data: z.strictObject({ ...aBooking, before: z.int() }),
    example: { event: 'monday-rotation', urn: '100001', registration: exampleId, pupils: 28, version: 2, before: 30 },
  },
  'booking.given-back.v1': {
    data: z.strictObject(aBooking),
    example: { event: 'monday-rotation', urn: '100001', registration: exampleId, pupils: 28, version: 2 },
  },
  'booking.released.v1': {
    data: z.strictObject(aBooking),
    example: { event: 'monday-rotation', urn: '100001', registration: exampleId, pupils: 28, version: 2 },
  },
  'attendance.taken.v1': {
    data: z.strictObject({ ...aBooking, attended: z.int() }),
    example: { event: 'monday-rotation', urn: '100001', registration: exampleId, pupils: 30, version: 2, attended: 28 },
  },
  'survey.invited.v1': { data: z.strictObject({ registration: id, urn }), example: { registration: exampleId, urn: '100001' } },
  'survey.answered.v1': {
    data: z.strictObject({ registration: id, urn, version: z.int() }),
    example: { registration: exampleId, urn: '100001', version: 1 },
  },
  'mail.bounced.v1': {
    data: z.strictObject({ mail: id, recipient: id, urn: z.optional(urn), state: z.enum(['bounced', 'complained']) }),
    example: { mail: exampleId, recipient: exampleId, urn: '100001', state: 'bounced' },
  },
  'mail.changed.v1': {
    data: z.strictObject({
      mail: id,
      recipient: z.optional(id),
      urn: z.optional(urn),
      action: z.enum(mailActions),
      version: z.int(),
    }),
    example: { mail: exampleId, recipient: exampleId, urn: '100001', action: 'queued', version: 2 },
  },
  'outbox.changed.v1': {
    data: z.strictObject({ holds: z.enum(['nothing', ...mailHolds]), version: z.int() }),
    example: { holds: 'confirmations', version: 1 },
  },
  'message.changed.v1': {
    data: z.strictObject({ message: id, action: z.enum(messageActions), version: z.int() }),
    example: { message: exampleId, action: 'saved', version: 1 },
  },
  'message.sent.v1': {
    data: z.strictObject({ message: id, recipients: z.int() }),
    example: { message: exampleId, recipients: 14 },
  },
  'link.asked.v1': { data: z.strictObject({ request: id }), example: { request: exampleId } },
  'report.published.v1': { data: z.strictObject({ version: z.int() }), example: { version: 1 } },
} as const satisfies Record<string, { data: z.ZodMiniType; example: object }>;

export type FactType = keyof typeof events;

/** The types of all facts. */
export const factTypes = Object.keys(events).filter((type): type is FactType => type in events);

/** A fact as it travels: the same bytes in the outbox, on the bus and in the queues. */
export type Fact<T extends FactType = FactType> = {
  [K in T]: {
    /** Unique for ever; the key that consumers claim. */
    readonly id: string;
    readonly type: K;
    readonly at: z.infer<typeof instant>;
    readonly edition: string;
    /** Who caused it. */
    readonly by?: string | undefined;
    readonly data: z.infer<(typeof events)[K]['data']>;
  };
}[T];

/** A fact before the runtime gives it an id and a time: what happened, and to what. */
export type NewFact = { [T in FactType]: { readonly type: T; readonly data: Fact<T>['data'] } }[FactType];

/** The `source` of all our facts on the bus. */
export const eventSource = 'aspirations';

const envelope = {
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/)),
  at: instant,
  edition: slug,
  /** Who caused it: `public`, `link`, `system`, or an organiser's id as `organiser:…`. */
  by: z.optional(z.string().check(z.regex(/^(?:public|link|system|organiser:[a-z2-7]{20})$/))),
};

/** One fact of a known type. Fails for an unknown type or version, which is what sends a message to its dead-letter queue. */
export const fact = z.discriminatedUnion('type', [
  factOf('edition.moved.v1'),
  factOf('edition.changed.v1'),
  factOf('organiser.invited.v1'),
  factOf('organiser.changed.v1'),
  factOf('organiser.removed.v1'),
  factOf('school.registered.v1'),
  factOf('school.confirmed.v1'),
  factOf('school.changed.v1'),
  factOf('school.handed-over.v1'),
  factOf('school.withdrawn.v1'),
  factOf('organisation.signed-up.v1'),
  factOf('organisation.confirmed.v1'),
  factOf('volunteer.signed-up.v1'),
  factOf('volunteer.confirmed.v1'),
  factOf('organisation.changed.v1'),
  factOf('organisation.withdrawn.v1'),
  factOf('volunteer.changed.v1'),
  factOf('volunteer.withdrawn.v1'),
  factOf('school.chased.v1'),
  factOf('visitor.chased.v1'),
  factOf('organisation.merged.v1'),
  factOf('volunteer.merged.v1'),
  factOf('note.written.v1'),
  factOf('note.removed.v1'),
  factOf('event.recorded.v1'),
  factOf('rotation.planned.v1'),
  factOf('rotation.rescued.v1'),
  factOf('event.cancelled.v1'),
  factOf('event.moved.v1'),
  factOf('offer.answered.v1'),
  factOf('offer.released.v1'),
  factOf('offer.moved.v1'),
  factOf('visitor.late.v1'),
  factOf('school.booked.v1'),
  factOf('booking.changed.v1'),
  factOf('booking.given-back.v1'),
  factOf('booking.released.v1'),
  factOf('attendance.taken.v1'),
  factOf('survey.invited.v1'),
  factOf('survey.answered.v1'),
  factOf('mail.bounced.v1'),
  factOf('mail.changed.v1'),
  factOf('outbox.changed.v1'),
  factOf('message.changed.v1'),
  factOf('message.sent.v1'),
  factOf('link.asked.v1'),
  factOf('report.published.v1'),
]);

/** The envelope alone: what the outbox and the relay need, which pass a fact on unchanged whatever its version. */
export const factInTransit = z.strictObject({ ...envelope, type: z.string(), data: z.record(z.string(), z.unknown()) });
export type FactInTransit = z.infer<typeof factInTransit>;

function factOf<const T extends FactType>(type: T) {
  const data: (typeof events)[T]['data'] = events[type].data;
  return z.strictObject({ ...envelope, type: z.literal(type), data });
}
