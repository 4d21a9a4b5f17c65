import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { table } from '#shared/system/table.ts';
import { openDatabase } from './database.ts';
import { type Companion, commandOf, freePort, isAlive, startCompanion, stopProcess } from './processes.ts';

/** A running DynamoDB engine with our table in it. */
export type Engine = {
  readonly endpoint: string;
  readonly tableName: string;
  readonly streamArn: string;
  /** True when the table was not there before: nothing that was remembered about an older one holds. */
  readonly created: boolean;
  /** The engine's file; undefined for an engine that is not ours. */
  readonly sqlitePath: string | undefined;
  /** Resolves when our own engine has ended; never for another's. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

const local = { region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/**
 * Starts the embedded engine on a file, or uses the one DYNAMODB_ENDPOINT names, and makes the table if it is not there.
 * An engine that an earlier start left on the same file is stopped first. `port` is taken if it is free.
 */
export async function startEngine(options: { dbPath: string; tableName?: string; port?: number }): Promise<Engine> {
  const { dbPath, tableName = 'aspirations-local', port } = options;
  const foreign = process.env['DYNAMODB_ENDPOINT'];
  const child = foreign ? undefined : await startChild(dbPath, port);
  const endpoint = foreign ?? child?.endpoint ?? '';
  try {
    const { streamArn, created } = await ensureTable(endpoint, tableName);
    if (child) repairStreamIndex(dbPath);
    return {
      endpoint,
      tableName,
      streamArn,
      created,
      sqlitePath: child && dbPath,
      ended: child?.companion.ended ?? new Promise(() => undefined),
      async stop() {
        await child?.companion.stop();
        rmSync(pidFile(dbPath), { force: true });
      },
    };
  } catch (error) {
    await child?.companion.stop();
    throw error;
  }
}

function pidFile(dbPath: string): string {
  return `${dbPath}.pid`;
}

async function startChild(dbPath: string, preferred: number | undefined): Promise<{ companion: Companion; endpoint: string }> {
  await stopLeftover(dbPath);
  const port = await freePort(preferred);
  const companion = await startCompanion(enginePath(), ['serve', '--port', String(port), '--db-path', dbPath]);
  writeFileSync(pidFile(dbPath), String(companion.pid));
  const endpoint = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await answers(endpoint)); attempt += 1) {
    if (attempt === 400 || !isAlive(companion.pid)) {
      await companion.stop();
      throw new Error('the DynamoDB engine does not start');
    }
    await wait(10);
  }
  return { companion, endpoint };
}

/** Where the engine's program is. Throws what to do on a machine it was not built for. */
function enginePath(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const program = join(dirname(manifest), 'dynoxide');
    if (existsSync(program)) return program;
  } catch {
    // Said below in words that help.
  }
  throw new Error(
    'the embedded engine is built for Linux x64 only; elsewhere run DynamoDB Local and name it in DYNAMODB_ENDPOINT',
  );
}

async function stopLeftover(dbPath: string): Promise<void> {
  if (!existsSync(pidFile(dbPath))) return;
  const pid = Number(readFileSync(pidFile(dbPath), 'utf8'));
  const command = Number.isInteger(pid) && pid > 1 && isAlive(pid) ? commandOf(pid) : '';
  // The number may belong to another program by now: only an engine on this very file is ours to stop.
  if (command.includes('dynoxide') && command.includes(dbPath)) await stopProcess(pid);
  rmSync(pidFile(dbPath), { force: true });
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then((response) => response.arrayBuffer());
    return true;
  } catch {
    return false;
  }
}

async function ensureTable(endpoint: string, tableName: string): Promise<{ streamArn: string; created: boolean }> {
  const client = new DynamoDBClient({ ...local, endpoint });
  try {
    const existing = await describe(client, tableName);
    if (existing) return { streamArn: existing, created: false };
    await client.send(new CreateTableCommand(tableDefinition(tableName)));
    const streamArn = await describe(client, tableName);
    if (!streamArn) throw new Error(`the engine made no stream for ${tableName}`);
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { Enabled: true, AttributeName: table.timeToLive },
      }),
    );
    return { streamArn, created: true };
  } finally {
    client.destroy();
  }
}

async function describe(client: DynamoDBClient, tableName: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return Table?.LatestStreamArn;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** The table as `shared/system/table.ts` declares it. */
function tableDefinition(tableName: string): CreateTableCommandInput {
  const { partitionKey, sortKey, dueIndex } = table;
  const text = (AttributeName: string): AttributeDefinition => ({ AttributeName, AttributeType: 'S' });
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [partitionKey, sortKey, dueIndex.partitionKey, dueIndex.sortKey].map(text),
    KeySchema: [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: dueIndex.name,
        KeySchema: [
          { AttributeName: dueIndex.partitionKey, KeyType: 'HASH' },
          { AttributeName: dueIndex.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  };
}

/** Without this index the engine reads every stream record it ever kept before each write. */
function repairStreamIndex(dbPath: string): void {
  const database = openDatabase(dbPath);
  database.exec('CREATE INDEX IF NOT EXISTS local_stream_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))');
  database.close();
}

/** Tells, at the cost of a few microseconds, whether anybody has written to the engine's file since it was asked before. */
export function watchWrites(sqlitePath: string): { readonly changed: () => boolean; readonly close: () => void } {
  const database = openDatabase(sqlitePath);
  const version = database.prepare('PRAGMA data_version');
  let seen: unknown;
  return {
    changed() {
      const now = version.get()?.['data_version'];
      const changed = now !== seen;
      seen = now;
      return changed;
    },
    close: () => database.close(),
  };
}

/** Removes stream records that have been delivered, at most a thousand; the newest stays, since it carries the sequence. */
export function trimStream(sqlitePath: string, tableName: string, delivered: bigint): number {
  const database = openDatabase(sqlitePath);
  try {
    const { changes } = database
      .prepare(
        `DELETE FROM _stream_records WHERE id IN (SELECT id FROM _stream_records WHERE table_name = ?
         AND CAST(sequence_number AS INTEGER) < ? ORDER BY CAST(sequence_number AS INTEGER) LIMIT 1000)`,
      )
      .run(tableName, delivered);
    return Number(changes);
  } finally {
    database.close();
  }
}
