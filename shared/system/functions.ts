import type { EmailName } from './email-names.ts';
import type { FactType } from './events.ts';
import type { PowerName } from './powers.ts';

/** What starts a function. */
export type Trigger =
  /** The routes of routes.ts that name it. */
  | { readonly kind: 'http' }
  /** New items whose partition key begins so, from the table's stream. */
  | { readonly kind: 'stream'; readonly prefix: string }
  /** A queue of its own (with dead-letter queue) behind a rule on the bus for these facts. */
  | { readonly kind: 'facts'; readonly of: readonly FactType[] }
  /** A queue behind a rule for the mail provider's own reports: type, time, message id, tags and bounce kind only. */
  | { readonly kind: 'mail-reports' }
  /** A queue behind a rule for new files under a prefix of the bucket. */
  | { readonly kind: 'files'; readonly prefix: string }
  /** A schedule in Europe/London; `wokenBy` also starts it when the stream shows a new item with that key prefix. */
  | { readonly kind: 'schedule'; readonly expression: string; readonly wokenBy?: string };

export type FunctionDeclaration = {
  /** The file, from the project's root; it exports `handler`. */
  readonly entry: string;
  readonly trigger: Trigger;
  /** All it may do: its grants, its environment and its typed dependencies come from here. */
  readonly uses: readonly PowerName[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** The mail a consumer sends, if that is its effect. */
  readonly email?: EmailName;
  /** Who is hurt, and how, when it fails: the first sentence of its alarm. */
  readonly errorImpact: string;
};

const mailConsumer = { uses: ['table:read', 'table:write', 'email:send'], timeoutSeconds: 20, memoryMb: 512 } as const;

/**
 * Every Lambda function. Split one only for another trigger, set of powers or scaling profile, or to keep the cold start
 * of the public write small (decision 016).
 */
export const functions = {
  site: {
    entry: 'functions/http/site.ts',
    trigger: { kind: 'http' },
    uses: [],
    timeoutSeconds: 10,
    memoryMb: 512,
    errorImpact: 'Pages come without their style, and addresses that do not exist get no helpful page.',
  },
  public: {
    entry: 'functions/http/public.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 1024,
    errorImpact: 'The public pages are gone, and nobody can sign up by one form or open a mailed link.',
  },
  apply: {
    entry: 'functions/http/apply.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 1024,
    errorImpact: 'Schools, organisations and volunteers cannot sign up question by question; their drafts are safe.',
  },
  my: {
    entry: 'functions/http/my.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 1024,
    errorImpact: 'Readers of a mailed link cannot confirm, change or withdraw, nor answer the survey.',
  },
  organiser: {
    entry: 'functions/http/organiser.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 20,
    memoryMb: 1024,
    errorImpact: 'Organisers cannot see or steer their edition.',
  },
  'sign-in': {
    entry: 'functions/http/sign-in.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write', 'identity:use'],
    timeoutSeconds: 15,
    memoryMb: 512,
    errorImpact: 'Organisers cannot sign in.',
  },
  'relay-outbox': {
    entry: 'functions/stream/relay-outbox.ts',
    trigger: { kind: 'stream', prefix: 'OUTBOX#' },
    uses: ['table:write', 'bus:publish'],
    timeoutSeconds: 30,
    memoryMb: 512,
    errorImpact: 'Confirmations and counts wait until the outbox sweeper sends the facts again.',
  },
  'send-school-registered': {
    ...mailConsumer,
    entry: 'functions/consumers/send-school-registered.ts',
    trigger: { kind: 'facts', of: ['school.registered.v1'] },
    email: 'school-registered',
    errorImpact: 'Schools that registered get no link and cannot confirm their place.',
  },
  'send-organisation-signed-up': {
    ...mailConsumer,
    entry: 'functions/consumers/send-organisation-signed-up.ts',
    trigger: { kind: 'facts', of: ['organisation.signed-up.v1'] },
    email: 'organisation-signed-up',
    errorImpact: 'Organisations that signed up get no confirmation and no link.',
  },
  'send-volunteer-signed-up': {
    ...mailConsumer,
    entry: 'functions/consumers/send-volunteer-signed-up.ts',
    trigger: { kind: 'facts', of: ['volunteer.signed-up.v1'] },
    email: 'volunteer-signed-up',
    errorImpact: 'Volunteers who signed up get no confirmation and no link.',
  },
  'invite-colleagues': {
    ...mailConsumer,
    entry: 'functions/consumers/invite-colleagues.ts',
    trigger: { kind: 'facts', of: ['organisation.confirmed.v1'] },
    email: 'colleague-invited',
    errorImpact: 'People whom their organisation named are not asked to sign up; its own link still works for them.',
  },
  'send-booking-to-school': {
    ...mailConsumer,
    entry: 'functions/consumers/send-booking-to-school.ts',
    trigger: { kind: 'facts', of: ['school.booked.v1'] },
    email: 'booking-for-school',
    errorImpact: 'Schools are not told which event their pupils have places at.',
  },
  'send-booking-to-organisation': {
    ...mailConsumer,
    entry: 'functions/consumers/send-booking-to-organisation.ts',
    trigger: { kind: 'facts', of: ['school.booked.v1'] },
    email: 'booking-for-organisation',
    errorImpact: 'Organisations are not told which schools are coming to their session.',
  },
  'send-offer-to-organisation': {
    ...mailConsumer,
    entry: 'functions/consumers/send-offer-to-organisation.ts',
    trigger: { kind: 'facts', of: ['event.recorded.v1'] },
    email: 'offer-for-organisation',
    errorImpact: 'Organisations are not told that they are offered a place at an event, and so do not answer.',
  },
  'send-offer-to-volunteer': {
    ...mailConsumer,
    entry: 'functions/consumers/send-offer-to-volunteer.ts',
    trigger: { kind: 'facts', of: ['event.recorded.v1'] },
    email: 'offer-for-volunteer',
    errorImpact: 'Volunteers are not told that they are offered a place at an event, and so do not answer.',
  },
  'send-late-to-school': {
    ...mailConsumer,
    entry: 'functions/consumers/send-late-to-school.ts',
    trigger: { kind: 'facts', of: ['visitor.late.v1'] },
    email: 'visitor-late',
    errorImpact: 'Schools are not told by mail that somebody they wait for is late; the page tells people to telephone too.',
  },
  'send-change-to-school': {
    ...mailConsumer,
    entry: 'functions/consumers/send-change-to-school.ts',
    trigger: { kind: 'facts', of: ['school.changed.v1', 'booking.changed.v1', 'school.withdrawn.v1'] },
    email: 'place-changed',
    errorImpact: 'Schools are not told that we have their change or withdrawal.',
  },
  'send-booking-change-to-organisation': {
    ...mailConsumer,
    entry: 'functions/consumers/send-booking-change-to-organisation.ts',
    trigger: { kind: 'facts', of: ['booking.changed.v1', 'booking.released.v1'] },
    email: 'booking-changed-for-organisation',
    errorImpact: 'Organisations are not told that fewer, more or no pupils are coming to their session.',
  },
  'send-hand-over-to-new-contact': {
    ...mailConsumer,
    entry: 'functions/consumers/send-hand-over-to-new-contact.ts',
    trigger: { kind: 'facts', of: ['school.handed-over.v1'] },
    email: 'handed-over-to-you',
    errorImpact: 'Schools that changed their contact cannot reach their place: the new contact has no link.',
  },
  'send-hand-over-to-old-contact': {
    ...mailConsumer,
    entry: 'functions/consumers/send-hand-over-to-old-contact.ts',
    trigger: { kind: 'facts', of: ['school.handed-over.v1'] },
    email: 'handed-over-by-you',
    errorImpact: 'People whose school was handed over are not told so, and could not object.',
  },
  'send-lost-link': {
    ...mailConsumer,
    entry: 'functions/consumers/send-lost-link.ts',
    trigger: { kind: 'facts', of: ['link.asked.v1'] },
    email: 'lost-link',
    errorImpact: 'People who lost their link get no new one.',
  },
  'notify-organiser': {
    ...mailConsumer,
    entry: 'functions/consumers/notify-organiser.ts',
    trigger: {
      kind: 'facts',
      of: [
        'school.confirmed.v1',
        'organisation.confirmed.v1',
        'volunteer.confirmed.v1',
        'school.changed.v1',
        'booking.changed.v1',
        'school.withdrawn.v1',
        'offer.answered.v1',
        'visitor.late.v1',
        'organisation.changed.v1',
        'organisation.withdrawn.v1',
        'volunteer.changed.v1',
        'volunteer.withdrawn.v1',
      ],
    },
    email: 'organiser-notice',
    errorImpact: 'Organisers are not told by mail who joined, changed or withdrew; their lists still show it.',
  },
  'invite-to-survey': {
    ...mailConsumer,
    entry: 'functions/consumers/invite-to-survey.ts',
    trigger: { kind: 'facts', of: ['survey.invited.v1'] },
    email: 'survey-invitation',
    errorImpact: 'Schools are not asked how the week was, so the report lacks their answers.',
  },
  'thank-for-survey': {
    ...mailConsumer,
    entry: 'functions/consumers/thank-for-survey.ts',
    trigger: { kind: 'facts', of: ['survey.answered.v1'] },
    email: 'survey-thanks',
    errorImpact: 'Schools that answered are not thanked; their answers are safe.',
  },
  'mark-dirty': {
    entry: 'functions/consumers/mark-dirty.ts',
    trigger: {
      kind: 'facts',
      of: [
        'school.registered.v1',
        'school.confirmed.v1',
        'school.withdrawn.v1',
        'event.recorded.v1',
        'offer.answered.v1',
        'offer.released.v1',
        'school.booked.v1',
        'booking.changed.v1',
        'booking.released.v1',
        'attendance.taken.v1',
        'survey.invited.v1',
        'survey.answered.v1',
      ],
    },
    uses: ['table:write'],
    timeoutSeconds: 15,
    memoryMb: 512,
    errorImpact: 'The organiser’s figures stand still; the facts behind them are safe and a rebuild restores them.',
  },
  'record-mail-report': {
    entry: 'functions/consumers/record-mail-report.ts',
    trigger: { kind: 'mail-reports' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 512,
    errorImpact: 'Bounced mails are not shown to organisers, and the mail sweeper may send a mail twice.',
  },
  'import-register': {
    entry: 'functions/consumers/import-register.ts',
    trigger: { kind: 'files', prefix: 'imports/register/' },
    uses: ['table:read', 'table:write', 'files:read'],
    timeoutSeconds: 900,
    memoryMb: 1024,
    errorImpact: 'A new register of schools is not taken in; the earlier one stays in use.',
  },
  aggregate: {
    entry: 'functions/jobs/aggregate.ts',
    trigger: { kind: 'schedule', expression: 'rate(1 minute)', wokenBy: 'DIRTY#' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 60,
    memoryMb: 512,
    errorImpact: 'The organiser’s figures stand still until it runs again.',
  },
  'invite-schools': {
    entry: 'functions/jobs/invite-schools.ts',
    trigger: { kind: 'schedule', expression: 'cron(15 16 * * ? *)' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 120,
    memoryMb: 512,
    errorImpact: 'Schools are not asked how the week was, so the report lacks their answers.',
  },
  'sweep-outbox': {
    entry: 'functions/jobs/sweep-outbox.ts',
    trigger: { kind: 'schedule', expression: 'rate(2 minutes)' },
    uses: ['table:read', 'table:write', 'bus:publish'],
    timeoutSeconds: 60,
    memoryMb: 512,
    errorImpact: 'Facts that the stream missed stay unsent, so mails and counts are missing.',
  },
  'sweep-mails': {
    entry: 'functions/jobs/sweep-mails.ts',
    trigger: { kind: 'schedule', expression: 'rate(5 minutes)' },
    uses: ['table:read', 'table:write', 'email:send'],
    timeoutSeconds: 60,
    memoryMb: 512,
    errorImpact: 'Mails interrupted by a crash are not sent again.',
  },
} as const satisfies Record<string, FunctionDeclaration>;

export type FunctionName = keyof typeof functions;
export type UsesOf<F extends FunctionName> = (typeof functions)[F]['uses'][number];
/** The functions started in one way. */
export type FunctionsOf<K extends Trigger['kind']> = {
  [F in FunctionName]: (typeof functions)[F]['trigger']['kind'] extends K ? F : never;
}[FunctionName];
