import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Condition, Unchanged, Write } from '#shared/ports.ts';
import { type ItemName, items, keyPart, table } from '#shared/system/table.ts';

/** The partition and sort key of one item. */
export function keyOf(name: ItemName, values: Readonly<Record<string, unknown>>): Record<string, string> {
  return { [table.partitionKey]: keyPart(items[name].pk, values), [table.sortKey]: keyPart(items[name].sk, values) };
}

/** An item as stored: its fields, its key, and its place in the due index while it belongs there. */
export function attributesOf(name: ItemName, item: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  return marshall({ ...item, ...keyOf(name, item), ...dueKeyOf(name, item) }, { removeUndefinedValues: true });
}

/** Where the items of a kind that wait in a state are in the due index. */
export function dueKey(name: ItemName, state: string): string {
  return `${name}#${state}`;
}

function dueKeyOf(name: ItemName, item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const declaration = items[name];
  if (!('due' in declaration)) return {};
  const state = item['state'];
  const when = Object.entries<string>(declaration.due).find(([waiting]) => waiting === state)?.[1];
  if (typeof state !== 'string' || when === undefined) return {};
  return { [table.dueIndex.partitionKey]: dueKey(name, state), [table.dueIndex.sortKey]: item[when] };
}

type Expression = {
  readonly ConditionExpression: string | undefined;
  readonly ExpressionAttributeNames: Record<string, string> | undefined;
  readonly ExpressionAttributeValues: Record<string, AttributeValue> | undefined;
  readonly UpdateExpression: string | undefined;
};

/** A write's condition and, for a reservation, its update, as DynamoDB expressions. */
export function expressionOf(write: Write): Expression {
  if (!('reserve' in write)) return { ...conditionOf(write.when), UpdateExpression: undefined };
  const unchanged = unchangedOf(write.when);
  return {
    ConditionExpression: `${unchanged.ConditionExpression} AND #counter >= :by`,
    UpdateExpression: 'SET #counter = #counter - :by',
    ExpressionAttributeNames: { ...unchanged.ExpressionAttributeNames, '#counter': write.counter },
    ExpressionAttributeValues: { ...unchanged.ExpressionAttributeValues, ...marshall({ ':by': write.by }) },
  };
}

function conditionOf(when: Condition): Omit<Expression, 'UpdateExpression'> {
  if (when === 'any')
    return { ConditionExpression: undefined, ExpressionAttributeNames: undefined, ExpressionAttributeValues: undefined };
  if (when === 'absent') {
    return {
      ConditionExpression: 'attribute_not_exists(#key)',
      ExpressionAttributeNames: { '#key': table.partitionKey },
      ExpressionAttributeValues: undefined,
    };
  }
  return unchangedOf(when);
}

function unchangedOf(when: Unchanged) {
  const fields = Object.entries(when);
  return {
    ConditionExpression: fields.map((_, index) => `#field${index} = :value${index}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(fields.map(([name], index) => [`#field${index}`, name])),
    ExpressionAttributeValues: marshall(Object.fromEntries(fields.map(([, value], index) => [`:value${index}`, value]))),
  };
}
