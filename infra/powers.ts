import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { eventSource } from '#shared/system/fact-in-transit.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import type { PowerEnv, PowerName } from '#shared/system/powers.ts';
import { table as attributes } from '#shared/system/table.ts';

/** What the stack made, for the powers to be about. */
export type Resources = {
  readonly key: IKey;
  readonly table: Table;
  readonly bus: EventBus;
  readonly bucket: Bucket;
  readonly mail: { readonly from: string; readonly configurationSet: string; readonly arns: readonly string[] };
  /** What the ARNs of all queues begin with, functions' names following. */
  readonly queues: string;
  readonly identity: { readonly issuer: string; readonly clientId: string };
};

type Given<P extends PowerName> = { readonly grants: readonly PolicyStatement[]; readonly env: PowerEnv<P> };
/** A power without a line, or a line with a misspelt variable, does not compile. */
export type GrantTable = { readonly [P in PowerName]: (made: Resources, declaration: FunctionDeclaration) => Given<P> };

const grantTable: GrantTable = {
  'table:read': ({ table, key }) => ({
    grants: [
      allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], table.tableArn),
      allow(['dynamodb:Query'], `${table.tableArn}/index/${attributes.dueIndex.name}`),
      allow(['kms:Decrypt', 'kms:DescribeKey'], key.keyArn),
    ],
    env: { TABLE_NAME: table.tableName },
  }),
  'table:empty': ({ table, key }) => ({
    grants: [
      allow(['dynamodb:Query', 'dynamodb:BatchWriteItem'], table.tableArn),
      allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], key.keyArn),
    ],
    env: { TABLE_NAME: table.tableName },
  }),
  'table:write': ({ table, key }) => ({
    grants: [
      allow(
        [
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:BatchWriteItem',
        ],
        table.tableArn,
      ),
      allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], key.keyArn),
    ],
    env: { TABLE_NAME: table.tableName },
  }),
  'bus:publish': ({ bus }) => ({
    grants: [allow(['events:PutEvents'], bus.eventBusArn, { StringEquals: { 'events:source': eventSource } })],
    env: { BUS_NAME: bus.eventBusName },
  }),
  'email:send': ({ mail }) => ({
    grants: [allow(['ses:SendRawEmail'], mail.arns, { StringEquals: { 'ses:FromAddress': mail.from } })],
    env: { MAIL_FROM: mail.from, MAIL_CONFIGURATION_SET: mail.configurationSet },
  }),
  'files:read': ({ bucket, key }, { trigger }) => ({
    grants: [
      allow(['s3:GetObject'], bucket.arnForObjects(`${trigger.kind === 'files' ? trigger.prefix : ''}*`)),
      allow(['kms:Decrypt'], key.keyArn),
    ],
    env: { FILES_BUCKET: bucket.bucketName },
  }),
  'failures:retry': ({ queues, key }) => ({
    grants: [
      allow(
        ['sqs:GetQueueAttributes', 'sqs:StartMessageMoveTask', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
        `${queues}*-failures`,
      ),
      allow(['sqs:SendMessage'], `${queues}*`),
      allow(['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn),
    ],
    env: { QUEUES_ARN: queues },
  }),
  // Signing in is a browser's walk to the provider and a public client's exchange: nothing to be granted.
  'identity:use': ({ identity }) => ({ grants: [], env: { OIDC_ISSUER: identity.issuer, OIDC_CLIENT_ID: identity.clientId } }),
};

/** The grants and the environment of a function, from its `uses` and from nothing else. */
export function powersOf(declaration: FunctionDeclaration, made: Resources) {
  const given = declaration.uses.map((power) => grantTable[power](made, declaration));
  return {
    grants: given.flatMap(({ grants }) => grants),
    env: Object.fromEntries(given.flatMap(({ env }) => Object.entries(env))),
  };
}

/** A statement for exactly these actions on exactly these resources. */
export function allow(
  actions: string[],
  resources: string | readonly string[],
  conditions?: Record<string, unknown>,
): PolicyStatement {
  return new PolicyStatement({
    actions,
    resources: typeof resources === 'string' ? [resources] : [...resources],
    ...(conditions ? { conditions } : {}),
  });
}
