import type { FunctionDeclaration } from './declaration.ts';

/** The functions that the table’s stream starts. */
export const streamFunctions = {
  'relay-outbox': {
    entry: 'functions/stream/relay-outbox.ts',
    trigger: { kind: 'stream', prefix: 'OUTBOX#' },
    uses: ['table:write', 'bus:publish'],
    timeoutSeconds: 30,
    memoryMb: 512,
    errorImpact: 'Confirmations and counts wait until the outbox sweeper sends the facts again.',
  },
} as const satisfies Record<string, FunctionDeclaration>;
