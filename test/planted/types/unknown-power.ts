import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';

export const declared = {
  entry: 'functions/jobs/some-job.ts',
  trigger: { kind: 'schedule', expression: 'rate(1 minute)' },
  // expect TS2820: Type '"table:raed"' is not assignable
  uses: ['table:raed'],
  timeoutSeconds: 10,
  memoryMb: 512,
  errorImpact: 'Nobody is hurt.',
} as const satisfies FunctionDeclaration;
