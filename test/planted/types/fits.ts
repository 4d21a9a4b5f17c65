// What the violations beside this file would be, were they right: compiles.
import { consumer } from '#functions/runtime/consumer.ts';
import { eventBus } from '#functions/runtime/event-bus.ts';
import { job } from '#functions/runtime/job.ts';
import { dynamoReader, dynamoWriter } from '#functions/runtime/table.ts';
import type { TableWriter } from '#shared/ports.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import type { PowerEnv } from '#shared/system/powers.ts';

export const marking = consumer('mark-dirty', { 'table:write': dynamoWriter }, async (_fact, { write }) => {
  await write.transact([]);
});

export const sweeping = job(
  'sweep-outbox',
  { 'table:read': dynamoReader, 'table:write': dynamoWriter, 'bus:publish': eventBus },
  async ({ bus }) => ({ count: (await bus.publish([])).length }),
);

export function adapter({ TABLE_NAME }: PowerEnv<'table:write'>): TableWriter {
  return dynamoWriter({ TABLE_NAME });
}

export const declared = {
  entry: 'functions/jobs/some-job.ts',
  trigger: { kind: 'schedule', expression: 'rate(1 minute)' },
  uses: ['table:read'],
  timeoutSeconds: 10,
  memoryMb: 512,
  errorImpact: 'Nobody is hurt.',
} as const satisfies FunctionDeclaration;
