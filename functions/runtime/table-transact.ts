import {
  DeleteItemCommand,
  PutItemCommand,
  type TransactWriteItem,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '#shared/kernel/errors.ts';
import type { Refusal, Write } from '#shared/ports.ts';
import { tableClient as client } from './table-client.ts';
import { attributesOf, expressionOf, keyOf } from './table-writes.ts';

type Outcome = { readonly ok: true } | Refusal;

/** Writes one item under its condition: half the cost of a transaction. Throws `unavailable` as `transactAll` does. */
export function writeOne(tableName: string, write: Write): Promise<Outcome> {
  return untilNoConflict(async () => {
    try {
      await sendAlone(tableName, write);
      return { ok: true };
    } catch (error) {
      if (error instanceof TransactionConflictException) return 'conflict';
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return { ok: false, failed: [true] };
      throw error;
    }
  });
}

/** Writes all of it or nothing. Throws `unavailable` (`busy`) when every attempt met another transaction. */
export function transactAll(tableName: string, writes: readonly Write[]): Promise<Outcome> {
  const command = { TransactItems: writes.map((write) => transactItem(tableName, write)) };
  return untilNoConflict(async () => {
    try {
      await client.send(new TransactWriteItemsCommand(command));
      return { ok: true };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      // A conflict says nothing about our conditions: only a definite failure of one is an answer.
      if (codes.includes('ConditionalCheckFailed') && !codes.includes('TransactionConflict')) {
        return { ok: false, failed: codes.map((code) => code === 'ConditionalCheckFailed') };
      }
      if (codes.some((code) => code === 'TransactionConflict' || /Throttl|Exceeded/.test(code))) return 'conflict';
      throw error;
    }
  });
}

const attempts = 4;
/** Milliseconds: a wait is drawn by chance from nothing to twice this, and to twice as much after each conflict. */
const firstWait = 30;

/** Tries again after a wait drawn by chance, so that those who met do not meet again. */
async function untilNoConflict(send: () => Promise<Outcome | 'conflict'>): Promise<Outcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await new Promise((resume) => setTimeout(resume, Math.random() * firstWait * 2 ** attempt));
    const outcome = await send();
    if (outcome !== 'conflict') return outcome;
  }
  throw new AppError('unavailable', 'busy', 'Many people are changing this at the same moment. Try again.');
}

async function sendAlone(tableName: string, write: Write): Promise<void> {
  const { UpdateExpression, ...condition } = { TableName: tableName, ...expressionOf(write) };
  if ('put' in write) await client.send(new PutItemCommand({ ...condition, Item: attributesOf(write.put, write.item) }));
  else if ('remove' in write)
    await client.send(new DeleteItemCommand({ ...condition, Key: marshall(keyOf(write.remove, write.key)) }));
  else {
    const Key = marshall(keyOf(write.reserve, write.key));
    await client.send(new UpdateItemCommand({ ...condition, UpdateExpression, Key }));
  }
}

function transactItem(tableName: string, write: Write): TransactWriteItem {
  const { UpdateExpression, ...condition } = expressionOf(write);
  if ('put' in write) return { Put: { TableName: tableName, Item: attributesOf(write.put, write.item), ...condition } };
  if ('remove' in write) return { Delete: { TableName: tableName, Key: marshall(keyOf(write.remove, write.key)), ...condition } };
  return { Update: { TableName: tableName, Key: marshall(keyOf(write.reserve, write.key)), UpdateExpression, ...condition } };
}
