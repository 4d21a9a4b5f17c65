import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { eventSource } from '#shared/system/fact-in-transit.ts';
import { table as attributes } from '#shared/system/table.ts';
import { acknowledge } from './acknowledge.ts';

/** The one key for table, queues, files, logs and alarms; services may use it for this account's resources alone. */
export function createKey(scope: Construct): Key {
  const { account, region, partition } = Stack.of(scope);
  const key = new Key(scope, 'Key', {
    description: 'Aspirations: table, queues, files, logs and alarms',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const logs = new ServicePrincipal(`logs.${region}.amazonaws.com`, {
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` } },
  });
  key.grantEncryptDecrypt(logs);
  key.grant(logs, 'kms:DescribeKey');
  for (const service of ['events', 'cloudwatch']) {
    key.grantEncryptDecrypt(
      new ServicePrincipal(`${service}.amazonaws.com`, { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
    );
  }
  return key;
}

/** The one table, named as shared/system/table.ts names things; it outlives the stack. */
export function createTable(scope: Construct, key: Key): Table {
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  const table = new Table(scope, 'Table', {
    partitionKey: text(attributes.partitionKey),
    sortKey: text(attributes.sortKey),
    timeToLiveAttribute: attributes.timeToLive,
    stream: StreamViewType.NEW_IMAGE,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  table.addGlobalSecondaryIndex({
    indexName: attributes.dueIndex.name,
    partitionKey: text(attributes.dueIndex.partitionKey),
    sortKey: text(attributes.dueIndex.sortKey),
    projectionType: ProjectionType.KEYS_ONLY,
  });
  return table;
}

/** Our own bus and its archive of facts, which hold ids and counts alone. */
export function createBus(scope: Construct, retentionDays: number): EventBus {
  const bus = new EventBus(scope, 'Bus', { eventBusName: `${Stack.of(scope).stackName}-facts` });
  bus.archive('FactArchive', {
    description: 'Facts to replay; the claims on them are kept for ever, so a replay repeats no effect',
    eventPattern: { source: [eventSource] },
    retention: Duration.days(retentionDays),
  });
  return bus;
}

/** Files to take in, each announced to the account's default bus. */
export function createBucket(scope: Construct, key: Key): Bucket {
  const bucket = new Bucket(scope, 'Files', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(35), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // CDK's own option for this deploys a Python function to set one property.
  const { defaultChild } = bucket.node;
  if (defaultChild instanceof CfnBucket)
    defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  acknowledge(
    bucket,
    'S1',
    'Only operators put files here and only one function reads them; CloudTrail, not a second bucket, records who did.',
  );
  return bucket;
}
