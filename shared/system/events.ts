import * as z from 'zod/mini';
import { halfDay, id, slug, urn } from '../domain/fields.ts';
import { mailActions, mailHolds, messageActions } from '../domain/mail-vocabulary.ts';
import {
  arrangedParts,
  askingStates,
  changedAnswers,
  changedOffers,
  changedProgramme,
  changedSettings,
  contextKinds,
  courseChanges,
  enquiryStates,
  crossings,
  declineKinds,
  delays,
  editionState,
  eventKinds,
  fundingChanges,
  fundingKinds,
  groupStates,
  movedParts,
  offerAnswers,
  offerStates,
  reminderKinds,
  organiserRoles,
  placementOutcomes,
  schoolRoles,
  sectorVisits,
  sessionFormats,
  visitorKinds,
} from '../domain/vocabulary.ts';
import { instant } from '../kernel/time.ts';

const aRegistration = { registration: id, urn, roles: z.array(z.enum(schoolRoles)), pupils: z.int(), version: z.int() };
const aBooking = { event: slug, urn, registration: id, pupils: z.int(), version: z.int() };
const anOffer = { event: slug, kind: z.enum(visitorKinds), visitor: id, version: z.int() };
const anOrganiser = { organiser: id, version: z.int() };
const aClass = { registration: id, urn, event: slug, pupils: z.int(), version: z.int() };
const aReminder = { event: slug, halfDay, ahead: z.enum(reminderKinds) };
const aNote = z.strictObject({ kind: z.enum(['registration', ...visitorKinds]), subject: id, note: id });

/**
 * Every fact on the bus: its name (past tense, with a version) and what it carries. Facts carry ids, versions, times and counts; never a name, an address or free text.
 */
export const events = {
  'edition.moved.v1': z.strictObject({ state: editionState }),
  'edition.changed.v1': z.strictObject({ changed: z.array(z.enum(changedSettings)), version: z.int() }),
  'programme.changed.v1': z.strictObject({ changed: z.array(z.enum(changedProgramme)), version: z.int() }),
  'register.changed.v1': z.strictObject({ import: id, state: z.enum(['confirmed', 'undone']), schools: z.int() }),
  'context.changed.v1': z.strictObject({ what: z.enum(contextKinds), how: z.enum(['file', 'undo', 'hand']), items: z.int() }),
  'funding.changed.v1': z.strictObject({ what: z.enum(fundingKinds), how: z.enum(fundingChanges), subject: slug }),
  'sector-visit.changed.v1': z.strictObject({
    session: id,
    urn,
    kind: z.enum(visitorKinds),
    visitor: id,
    how: z.enum(sectorVisits),
    version: z.int(),
  }),
  'trial.started.v1': z.strictObject({ version: z.int() }),
  'trial.ended.v1': z.strictObject({ version: z.int() }),
  'organiser.invited.v1': z.strictObject({ ...anOrganiser, roles: z.array(z.enum(organiserRoles)) }),
  'organiser.changed.v1': z.strictObject({ ...anOrganiser, roles: z.array(z.enum(organiserRoles)) }),
  'organiser.removed.v1': z.strictObject(anOrganiser),
  'sign-up.invited.v1': z.strictObject({ invitation: id, reminder: z.int() }),
  'sign-up.declined.v1': z.strictObject({ invitation: id, how: z.enum(declineKinds) }),
  'school.registered.v1': z.strictObject(aRegistration),
  'school.confirmed.v1': z.strictObject({ ...aRegistration, by: z.enum(['link', 'organiser']) }),
  'school.changed.v1': z.strictObject({ ...aRegistration, changed: z.array(z.enum(changedAnswers)) }),
  'school.handed-over.v1': z.strictObject({ registration: id, urn, handOver: id, version: z.int() }),
  'calendar.handed-over.v1': z.strictObject({ event: slug, registration: id, urn, handOver: id, version: z.int() }),
  'school.withdrawn.v1': z.strictObject(aRegistration),
  'organisation.signed-up.v1': z.strictObject({ organisation: id, formats: z.array(z.enum(sessionFormats)), version: z.int() }),
  'organisation.confirmed.v1': z.strictObject({ organisation: id }),
  'volunteer.signed-up.v1': z.strictObject({ volunteer: id, organisation: z.optional(id), version: z.int() }),
  'volunteer.confirmed.v1': z.strictObject({ volunteer: id }),
  'organisation.changed.v1': z.strictObject({ organisation: id, changed: z.array(z.enum(changedOffers)), version: z.int() }),
  'preparation.recorded.v1': z.strictObject({ kind: z.enum(visitorKinds), visitor: id, hours: z.int(), version: z.int() }),
  'organisation.withdrawn.v1': z.strictObject({ organisation: id, version: z.int() }),
  'volunteer.changed.v1': z.strictObject({ volunteer: id, changed: z.array(z.enum(changedOffers)), version: z.int() }),
  'volunteer.withdrawn.v1': z.strictObject({ volunteer: id, version: z.int() }),
  'school.chased.v1': z.strictObject({ registration: id, urn, times: z.int() }),
  'visitor.chased.v1': z.strictObject({ kind: z.enum(visitorKinds), visitor: id, times: z.int() }),
  'organisation.merged.v1': z.strictObject({ organisation: id, from: id, version: z.int() }),
  'volunteer.merged.v1': z.strictObject({ volunteer: id, from: id, version: z.int() }),
  'note.written.v1': aNote,
  'note.removed.v1': aNote,
  'event.recorded.v1': z.strictObject({ event: slug, kind: z.enum(eventKinds), halfDay }),
  'event.drafted.v1': z.strictObject({ event: slug, kind: z.enum(eventKinds), halfDay }),
  'event.dropped.v1': z.strictObject({ event: slug, kind: z.enum(eventKinds), before: halfDay }),
  'rotation.planned.v1': z.strictObject({ event: slug, groups: z.int(), version: z.int() }),
  'rotation.rescued.v1': z.strictObject({ event: slug, groups: z.int(), lost: z.int(), version: z.int() }),
  'event.cancelled.v1': z.strictObject({ event: slug, kind: z.enum(eventKinds), halfDay, version: z.int() }),
  'event.moved.v1': z.strictObject({
    event: slug,
    kind: z.enum(eventKinds),
    halfDay,
    before: halfDay,
    changed: z.array(z.enum(movedParts)),
    version: z.int(),
  }),
  'event.arranged.v1': z.strictObject({
    event: slug,
    kind: z.enum(eventKinds),
    changed: z.array(z.enum(arrangedParts)),
    version: z.int(),
  }),
  'offer.answered.v1': z.strictObject({ ...anOffer, before: z.optional(z.enum(offerStates)), answer: z.enum(offerAnswers) }),
  'offer.stopped.v1': z.strictObject({ ...anOffer, why: z.enum(crossings), days: z.int() }),
  'offer.decided.v1': z.strictObject({ ...anOffer, outcome: z.enum(placementOutcomes) }),
  'barred-list-check.asked.v1': z.strictObject({ volunteer: id }),
  'asking.changed.v1': z.strictObject({
    event: slug,
    kind: z.enum(visitorKinds),
    tier: z.int(),
    state: z.enum(askingStates),
    version: z.int(),
  }),
  'offer.made.v1': z.strictObject(anOffer),
  'offer.closed.v1': z.strictObject(anOffer),
  'offer.released.v1': z.strictObject(anOffer),
  'offer.moved.v1': z.strictObject({ ...anOffer, from: id }),
  'visitor.late.v1': z.strictObject({ ...anOffer, minutes: z.enum(delays) }),
  'school.booked.v1': z.strictObject(aBooking),
  'school.waiting.v1': z.strictObject(aBooking),
  'places.offered.v1': z.strictObject({ ...aBooking, until: instant }),
  'places.lapsed.v1': z.strictObject(aBooking),
  'waiting.left.v1': z.strictObject(aBooking),
  'event.places-changed.v1': z.strictObject({ event: slug, places: z.int(), before: z.int(), version: z.int() }),
  'booking.changed.v1': z.strictObject({ ...aBooking, before: z.int() }),
  'booking.adult-named.v1': z.strictObject(aBooking),
  'booking.given-back.v1': z.strictObject(aBooking),
  'booking.released.v1': z.strictObject(aBooking),
  'attendance.taken.v1': z.strictObject({ ...aBooking, attended: z.int() }),
  'group.checked-in.v1': z.strictObject({
    event: slug,
    group: slug,
    state: z.enum(groupStates),
    expected: z.int(),
    pupils: z.int(),
    version: z.int(),
  }),
  'school.reminded.v1': z.strictObject({ ...aReminder, registration: id, urn }),
  'visitor.reminded.v1': z.strictObject({ ...aReminder, kind: z.enum(visitorKinds), visitor: id }),
  'visitor.thanked.v1': z.strictObject({ event: slug, halfDay, kind: z.enum(visitorKinds), visitor: id }),
  'survey.invited.v1': z.strictObject({ registration: id, urn }),
  'survey.answered.v1': z.strictObject({ registration: id, urn, version: z.int() }),
  'survey.typed.v1': z.strictObject({ registration: id, urn, version: z.int() }),
  'survey.reminded.v1': z.strictObject({ registration: id, urn }),
  'visit-survey.reminded.v1': z.strictObject({ kind: z.enum(visitorKinds), visitor: id }),
  'visit-survey.answered.v1': z.strictObject(anOffer),
  'class.opened.v1': z.strictObject(aClass),
  'class.changed.v1': z.strictObject(aClass),
  'course.changed.v1': z.strictObject({ course: slug, urn, what: z.enum(courseChanges), version: z.int() }),
  'substitute.named.v1': z.strictObject({ course: slug, event: slug, visitor: id, before: z.optional(id), version: z.int() }),
  'applications.changed.v1': z.strictObject({ course: slug, urn, applications: z.int() }),
  'clearance.kept.v1': z.strictObject({ volunteer: id, version: z.int() }),
  'clearance.ending.v1': z.strictObject({ volunteer: id, version: z.int() }),
  'enquiry.changed.v1': z.strictObject({ enquiry: id, state: z.enum(enquiryStates), version: z.int() }),
  'enquiry.removed.v1': z.strictObject({ enquiry: id, version: z.int() }),
  'mail.bounced.v1': z.strictObject({ mail: id, recipient: id, urn: z.optional(urn), state: z.enum(['bounced', 'complained']) }),
  'erasure.asked.v1': z.strictObject({ kind: z.enum(['registration', ...visitorKinds]), subject: id, urn: z.optional(urn) }),
  'address.lifted.v1': z.strictObject({
    address: id,
    recipient: z.optional(id),
    urn: z.optional(urn),
    state: z.enum(['bounced', 'complained']),
  }),
  'work.retried.v1': z.strictObject({ function: slug }),
  'mail.changed.v1': z.strictObject({
    mail: id,
    recipient: z.optional(id),
    urn: z.optional(urn),
    action: z.enum(mailActions),
    version: z.int(),
  }),
  'outbox.changed.v1': z.strictObject({ holds: z.enum(['nothing', ...mailHolds]), version: z.int() }),
  'message.changed.v1': z.strictObject({ message: id, action: z.enum(messageActions), version: z.int() }),
  'message.sent.v1': z.strictObject({ message: id, recipients: z.int() }),
  'link.asked.v1': z.strictObject({ request: id }),
  'report.published.v1': z.strictObject({ version: z.int() }),
} as const satisfies Record<string, z.ZodMiniType>;

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
    readonly data: z.infer<(typeof events)[K]>;
  };
}[T];

/** A fact before the runtime gives it an id and a time: what happened, and to what. */
export type NewFact = { [T in FactType]: { readonly type: T; readonly data: Fact<T>['data'] } }[FactType];
