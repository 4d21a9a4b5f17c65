import { factTypes } from '../events.ts';
import type { FunctionDeclaration } from './declaration.ts';

/** The consumers with another effect than a mail. */
export const otherConsumers = {
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
  'keep-history': {
    entry: 'functions/consumers/keep-history.ts',
    trigger: { kind: 'facts', of: factTypes },
    uses: ['table:write'],
    timeoutSeconds: 15,
    memoryMb: 512,
    errorImpact: 'Timelines and the audit miss what has just happened; a redrive or a replay of the archive fills them.',
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
} as const satisfies Record<string, FunctionDeclaration>;
