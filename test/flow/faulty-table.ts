import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { startEngine } from '#local/engine.ts';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import type { TestTable } from './engine.ts';

/** What happens to the writes of a faulty table. */
export type Faults = {
  /** How likely a write is to meet another transaction. */
  chance: number;
  /** How many writes in a row may be refused before one passes. */
  inARow: number;
  /** How many writes were refused for a conflict so far. */
  conflicts: number;
};

const writes = z.looseObject({ TransactItems: z.optional(z.array(z.unknown())) });

/**
 * A real table behind a gate that refuses writes as DynamoDB does and the embedded engine never: as a conflict with another
 * transaction, which says nothing about conditions.
 */
export async function startFaultyTable(random: () => number): Promise<TestTable & { readonly faults: Faults }> {
  const folder = await mkdtemp(join(tmpdir(), 'aspirations-faulty-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db') });
  const faults: Faults = { chance: 0, inARow: Number.POSITIVE_INFINITY, conflicts: 0 };
  let refusedInARow = 0;
  const gate = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const address = gate.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const keys = countWritten(String(request.headers['x-amz-target']), body.toString());
    if (keys > 0 && refusedInARow < faults.inARow && random() < faults.chance) {
      faults.conflicts += 1;
      refusedInARow += 1;
      answer(response, 400, conflictOf(keys));
      return;
    }
    if (keys > 0) refusedInARow = 0;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    delete headers['content-length'];
    delete headers['connection'];
    const passed = await fetch(engine.endpoint, { method: 'POST', headers, body });
    answer(response, passed.status, await passed.text());
  }

  applyEnvironment(tableEnvironment(`http://127.0.0.1:${port}`, engine.tableName));
  const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
  const env = { TABLE_NAME: engine.tableName };
  return {
    faults,
    read: dynamoReader(env),
    write: dynamoWriter(env),
    stop: async () => {
      gate.closeAllConnections();
      await new Promise((resolve) => gate.close(resolve));
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many items a request writes; none for one that only reads, or that writes without conditions. */
function countWritten(operation: string, body: string): number {
  if (!/\.(?:TransactWriteItems|PutItem|UpdateItem|DeleteItem)$/.test(operation)) return 0;
  return writes.parse(JSON.parse(body)).TransactItems?.length ?? 1;
}

/** What DynamoDB says of a conflict at one of a transaction's items, or of one write alone. */
function conflictOf(written: number): string {
  const prefix = 'com.amazonaws.dynamodb.v20120810#';
  if (written === 1) return JSON.stringify({ __type: `${prefix}TransactionConflictException`, message: 'in hand' });
  const CancellationReasons = Array.from({ length: written }, (_, index) => ({
    Code: index === written - 1 ? 'TransactionConflict' : 'None',
  }));
  return JSON.stringify({ __type: `${prefix}TransactionCanceledException`, Message: 'cancelled', CancellationReasons });
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
}
