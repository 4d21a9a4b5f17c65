import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';

export const declared = {
  entry: 'functions/jobs/some-job.ts',
  trigger: { kind: 'schedule', expression: 'rate(1 minute)' },
  uses: [],
  timeoutSeconds: 10,
  memoryMb: 512,
  // expect TS2741: Property 'errorImpact' is missing
} as const satisfies FunctionDeclaration;
