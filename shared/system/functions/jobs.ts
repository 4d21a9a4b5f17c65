import type { FunctionDeclaration } from './declaration.ts';

/** The functions that a schedule starts. */
export const jobs = {
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
  'find-tasks': {
    entry: 'functions/jobs/find-tasks.ts',
    trigger: { kind: 'schedule', expression: 'rate(1 hour)' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 120,
    memoryMb: 512,
    errorImpact: 'Organisers are not shown who has not answered for days; what happens at once still shows.',
  },
  'lapse-places': {
    entry: 'functions/jobs/lapse-places.ts',
    trigger: { kind: 'schedule', expression: 'rate(5 minutes)' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 60,
    memoryMb: 512,
    errorImpact: 'Offered places that nobody answers stay held, and the next school waits longer.',
  },
  'apply-retention': {
    entry: 'functions/jobs/apply-retention.ts',
    trigger: { kind: 'schedule', expression: 'cron(40 5 * * ? *)' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 300,
    memoryMb: 1024,
    errorImpact: 'Personal data is kept for longer than we promised.',
  },
  'sweep-outbox': {
    entry: 'functions/jobs/sweep-outbox.ts',
    trigger: { kind: 'schedule', expression: 'rate(2 minutes)' },
    uses: ['table:read', 'table:write', 'bus:publish'],
    timeoutSeconds: 60,
    memoryMb: 512,
    errorImpact: 'Facts that the stream missed stay unsent, so mails and counts are missing.',
  },
  'send-queued-mails': {
    entry: 'functions/jobs/send-queued-mails.ts',
    trigger: { kind: 'schedule', expression: 'rate(1 minute)' },
    uses: ['table:read', 'table:write', 'email:send'],
    timeoutSeconds: 120,
    memoryMb: 512,
    errorImpact: 'What organisers send from the outbox, and their messages, stay where they are.',
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
