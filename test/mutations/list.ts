/** One change that must not go unnoticed: `from` stands exactly once in `file`; `tests` are the files that must then fail. */
export type Mutation = {
  /** What breaks, and so who is hurt. */
  readonly why: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
};

const relayTest = 'test/unit/functions/runtime/relay.test.ts';
const road = 'test/flow/road.test.ts';
const effects = 'test/flow/effects.test.ts';
const mails = 'test/flow/deliver-mail.test.ts';
const outbox = 'test/flow/outbox.test.ts';
const counts = 'test/flow/counts.test.ts';
const journeys = 'test/flow/journeys.test.ts';
const survey = 'test/unit/shared/domain/survey.test.ts';
const rules = 'test/infra/rules.test.ts';

/** The kept list: each entry is a mistake that somebody could make on this line. */
export const mutations: readonly Mutation[] = [
  {
    why: 'relay: a row leaves the outbox although the bus refused one of its facts',
    file: 'functions/runtime/outbox.ts',
    from: 'row.facts.every(({ id }) => accepted.has(id))',
    to: 'row.facts.some(({ id }) => accepted.has(id))',
    tests: [relayTest],
  },
  {
    why: 'relay: published rows are never removed, so the sweeper publishes everything again',
    file: 'functions/runtime/outbox.ts',
    from: 'await write.bulk(settled.map(',
    to: 'await write.bulk([].map(',
    tests: [relayTest],
  },
  {
    why: 'relay: what the bus refused is not asked for again',
    file: 'functions/runtime/relay.ts',
    from: 'if (!settled.has(row)) failed.push(record);',
    to: 'if (settled.has(row)) continue;',
    tests: [relayTest],
  },
  {
    why: 'relay: facts are decided but not written to the outbox',
    file: 'functions/http/accept.ts',
    from: '...outboxWrite(edition, facts, request),',
    to: '',
    tests: [road],
  },
  {
    why: 'sweeper: it passes over the rows the stream missed',
    file: 'functions/jobs/sweep-outbox.ts',
    from: 'at <= secondsAfter(now, -missedAfter)',
    to: 'at > secondsAfter(now, -missedAfter)',
    tests: [effects],
  },
  {
    why: 'claim: a mail is sent although its claim is held by another',
    file: 'functions/runtime/deliver-mail.ts',
    from: 'if (!claimed.ok) return false;',
    to: '',
    tests: [mails],
  },
  {
    why: 'claim: every delivery of a fact overwrites the claim',
    file: 'functions/runtime/deliver-mail.ts',
    from: "mailWrites(mail, before ? { version: before.version } : 'absent')",
    to: "mailWrites(mail, before ? { version: before.version } : 'any')",
    tests: [mails],
  },
  {
    why: 'claim: a refused mail keeps its claim, so the next try sends nothing',
    file: 'functions/runtime/deliver-mail.ts',
    from: "if (!before) return [{ remove: 'mail', key: mail, when }];",
    to: 'if (!before) return [];',
    tests: [mails],
  },
  {
    why: 'outbox: a mail that the edition holds is sent all the same',
    file: 'functions/runtime/deliver-mail.ts',
    from: 'else if (isHeld(mail, holds))',
    to: 'else if (isHeld(mail, undefined))',
    tests: [outbox],
  },
  {
    why: 'outbox: an undo overwrites a mail that has gone at the same moment',
    file: 'functions/http/messages/change-mail.ts',
    from: 'mailWrites(mail, when)',
    to: "mailWrites(mail, 'any')",
    tests: [outbox],
  },
  {
    why: 'outbox: a queued mail that was refused is forgotten',
    file: 'functions/runtime/deliver-mail.ts',
    from: "if (before.state !== 'queued') return mailWrites({ ...before, version: mail.version + 1 }, when);",
    to: 'if (before) return [];',
    tests: [outbox],
  },
  {
    why: 'claim: a sent mail stays claimed, so the sweeper sends it again',
    file: 'functions/runtime/deliver-mail.ts',
    from: "state: 'sent', sesMessageId: messageId",
    to: "state: 'claimed', sesMessageId: messageId",
    tests: [mails],
  },
  {
    why: 'claim: mail goes to an address that bounced',
    file: 'functions/runtime/deliver-mail.ts',
    from: 'barred: address !== undefined',
    to: 'barred: address === null',
    tests: [effects],
  },
  {
    why: 'version guard: two sweepers resend the same mail',
    file: 'functions/runtime/deliver-mail.ts',
    from: "mailWrites(mail, before ? { version: before.version } : 'absent')",
    to: "mailWrites(mail, before ? 'any' : 'absent')",
    tests: [mails],
  },
  {
    why: 'version guard: two decisions taken at once overwrite each other',
    file: 'functions/http/accept.ts',
    from: "current ? { version: current.version } : 'absent'",
    to: "'any'",
    tests: ['test/flow/guards.test.ts'],
  },
  {
    why: 'version guard: a recount that read before a newer mark overwrites the newer count',
    file: 'functions/jobs/recount.ts',
    from: "const removeMark: Write = { remove: 'dirty', key: mark, when: { mark: mark.mark } };",
    to: "const removeMark: Write = { remove: 'dirty', key: mark, when: 'any' };",
    tests: [counts],
  },
  {
    why: 'condition: a colleague takes the place of a school that has confirmed',
    file: 'functions/http/confirm-school.ts',
    from: "{ put: 'schoolPlace', item: { ...key, bookings: 0 }, when: 'absent' }",
    to: "{ put: 'schoolPlace', item: { ...key, bookings: 0 }, when: 'any' }",
    tests: [road],
  },
  {
    why: 'condition: the last place is given to twenty schools',
    file: 'functions/runtime/table-writes.ts',
    from: '`${unchanged.ConditionExpression} AND #counter >= :by`',
    to: '`${unchanged.ConditionExpression} AND :by = :by`',
    tests: [road],
  },
  {
    why: 'condition: places are not counted down at all',
    file: 'functions/runtime/table-writes.ts',
    from: "'SET #counter = #counter - :by'",
    to: "'SET #counter = #counter'",
    tests: [road],
  },
  {
    why: 'condition: an event offers a place to somebody who withdrew meanwhile',
    file: 'functions/http/organiser/events.ts',
    from: '...countOffers(parts),',
    to: '',
    tests: ['test/flow/races.test.ts'],
  },
  {
    why: 'condition: a withdrawal overlooks a place that is offered meanwhile',
    file: 'functions/http/my/keep-visitor.ts',
    from: 'return { version: version - 1, offers };',
    to: 'return { version: version - 1 };',
    tests: ['test/flow/races.test.ts'],
  },
  {
    why: 'condition: an event is cancelled over a booking that nobody saw, and its places do not add up',
    file: 'functions/http/organiser/cancellation.ts',
    from: 'when: { version: item.version - 1, placesFree: item.placesFree }',
    to: 'when: { version: item.version - 1 }',
    tests: ['test/flow/races.test.ts'],
  },
  {
    why: 'condition: a request key is not kept, so a repeat is a second request',
    file: 'functions/http/accept.ts',
    from: '...requestWrite(request, edition, reference),',
    to: '',
    tests: ['test/flow/guards.test.ts'],
  },
  {
    why: 'condition: a link works after it has ended',
    file: 'functions/http/public/links.ts',
    from: 'if (!link || link.revoked || link.expiresAt <= epochSecondsOf(now)) {',
    to: 'if (!link || link.revoked) {',
    tests: ['test/flow/links.test.ts'],
  },
  {
    why: 'condition: a browser stays signed in for ever',
    file: 'functions/runtime/sessions.ts',
    from: 'if (session && session.expiresAt > epochSecondsOf(clock.now())) {',
    to: 'if (session) {',
    tests: ['test/unit/functions/runtime/sessions.test.ts'],
  },
  {
    why: 'queue: a failed message is taken for done',
    file: 'functions/runtime/consumer.ts',
    from: "note('bug', { bug: bugOf(error) });\n      return false;",
    to: "note('bug', { bug: bugOf(error) });\n      return true;",
    tests: [effects],
  },
  {
    why: 'queue: a refusal that time would heal is taken for done',
    file: 'functions/runtime/consumer.ts',
    from: "return errorKinds[error.kind].message === 'ignore';",
    to: 'return true;',
    tests: ['test/unit/functions/runtime/consumer.test.ts'],
  },
  {
    why: 'confirm before count: a registration that nobody confirmed is counted',
    file: 'shared/domain/impact.ts',
    from: "confirmed: registrations.filter((one) => one.state === 'confirmed').length,",
    to: 'confirmed: registrations.length,',
    tests: [counts],
  },
  {
    why: 'confirm before count: a school that has not confirmed can be booked',
    file: 'shared/domain/event.ts',
    from: "if (school.state !== 'confirmed') {",
    to: "if (school.state === 'withdrawn') {",
    tests: ['test/unit/shared/domain/event.test.ts'],
  },
  {
    why: 'survey: the answers of a school that was not there are counted',
    file: 'shared/domain/survey.ts',
    from: "return tookPart && typeof given === 'number' ? given : undefined;",
    to: "return typeof given === 'number' ? given : undefined;",
    tests: [survey],
  },
  {
    why: 'survey: a part sent later drops what was sent before',
    file: 'shared/domain/survey.ts',
    from: 'answers: { ...current?.answers, ...chosen(form) },',
    to: 'answers: { ...chosen(form) },',
    tests: [survey],
  },
  {
    why: 'survey: leave to print one text prints the next',
    file: 'shared/domain/survey.ts',
    from: 'form.quoteConsent ?? (quote === current?.quote && current?.quoteConsent)',
    to: 'form.quoteConsent ?? current?.quoteConsent',
    tests: [survey],
  },
  {
    why: 'survey: answers can be changed only while the survey takes new ones',
    file: 'shared/domain/survey.ts',
    from: 'londonDate(now) <= surveyLastDay(edition, current)',
    to: 'londonDate(now) <= edition.surveyCloses',
    tests: [survey],
  },
  {
    why: 'counts: those booked are counted, not those who came',
    file: 'shared/domain/impact.ts',
    from: 'pupils: held ? sum(came.map((one) => one.attended ?? 0)) : 0,',
    to: 'pupils: held ? sum(came.map((one) => one.pupils)) : 0,',
    tests: [road],
  },
  {
    why: 'edition in the key: one edition’s schools are counted in another’s figures',
    file: 'shared/system/table.ts',
    from: "schoolTotal: {\n    pk: 'EDITION#{edition}#TOTALS'",
    to: "schoolTotal: {\n    pk: 'EDITION#TOTALS'",
    tests: [counts],
  },
  {
    why: 'edition in the key: two editions share the places of events with one name',
    file: 'shared/system/table.ts',
    from: "pk: 'EDITION#{edition}#EVENTS'",
    to: "pk: 'EDITION#EVENTS'",
    tests: ['test/unit/shared/system/table.test.ts'],
  },
  {
    why: 'edition in the key: one edition’s bookings are seen in another',
    file: 'shared/system/table.ts',
    from: "pk: 'EDITION#{edition}#EVENT#{event}', sk: 'BOOKING#{urn}'",
    to: "pk: 'EDITION#EVENT#{event}', sk: 'BOOKING#{urn}'",
    tests: ['test/unit/shared/system/table.test.ts'],
  },
  {
    why: 'dead letters: a queue gives up without keeping the message',
    file: 'infra/constructs/queues.ts',
    from: 'deadLetterQueue: { queue: failures, maxReceiveCount: 8 },',
    to: '',
    tests: [rules],
  },
  {
    why: 'dead letters: what a rule cannot deliver is lost',
    file: 'infra/constructs/queues.ts',
    from: 'deadLetterConfig: { arn: failures.queueArn },',
    to: '',
    tests: [rules],
  },
  {
    why: 'dead letters: a whole batch is taken back for one bad message',
    file: 'infra/constructs/queues.ts',
    from: 'maxConcurrency: declaration.email || slow ? 2 : 10,\n    reportBatchItemFailures: true,',
    to: 'maxConcurrency: declaration.email || slow ? 2 : 10,',
    tests: [rules],
  },
  {
    why: 'stream: what was written before the function was there is skipped',
    file: 'infra/constructs/triggers.ts',
    from: 'StartingPosition.TRIM_HORIZON,',
    to: 'StartingPosition.LATEST,',
    tests: [rules],
  },
  {
    why: 'stream: one bad record holds its whole batch back',
    file: 'infra/constructs/triggers.ts',
    from: 'bisectBatchOnError: true,',
    to: '',
    tests: [rules],
  },
  {
    why: 'journeys: a tab overwrites what another tab typed meanwhile',
    file: 'functions/http/apply/draft.ts',
    from: 'when: { version: current.version } }',
    to: "when: 'any' }",
    tests: [journeys],
  },
  {
    why: 'journeys: a draft outlives its 7 days until the table tidies it',
    file: 'functions/http/apply/draft.ts',
    from: 'draft.expiresAt > epochSecondsOf(now)',
    to: 'draft.expiresAt > 0',
    tests: [journeys],
  },
  {
    why: 'journeys: an old page fills the draft of whoever came next',
    file: 'functions/http/apply/steps.ts',
    from: 'madeFor !== draftId(draft)',
    to: 'madeFor === undefined',
    tests: [journeys],
  },
  {
    why: 'journeys: what was typed stays in the table after it was sent',
    file: 'functions/http/apply/steps.ts',
    from: '({ values: {}, done: [], sent })',
    to: '({ sent })',
    tests: [journeys],
  },
  {
    why: 'journeys: people whom an organisation names can be flooded',
    file: 'functions/http/public/organisations.ts',
    from: "...(form.colleagues ?? []).map((address) => ({ route: 'colleagues', address }) as const),",
    to: '',
    tests: [journeys],
  },
];
