import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, EventField, type EventPattern, type IEventBus, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnFunction, EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { eventSource } from '#shared/system/events.ts';
import type { Trigger } from '#shared/system/functions.ts';
import { table as attributes } from '#shared/system/table.ts';
import { allow } from '../powers.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployed } from './function.ts';

/** What starts functions. */
export type Sources = {
  readonly key: IKey;
  readonly table: Table;
  readonly bus: EventBus;
  readonly bucket: Bucket;
  readonly configurationSet: string;
};
type RuleBus = EventBus | IEventBus;
type Failing = Deployed & { readonly failures: Queue };
type Of<K extends Trigger['kind']> = Extract<Trigger, { kind: K }>;

/** Connects a function to what its declaration says starts it. HTTP functions are connected by their routes. */
export function connect({ failures, ...rest }: Deployed, sources: Sources): Queue | undefined {
  if (!failures) return undefined;
  const deployed = { ...rest, failures };
  const { trigger } = rest.declaration;
  switch (trigger.kind) {
    case 'http':
      return undefined;
    case 'stream':
      return fromStream(deployed, sources, trigger.prefix, Duration.seconds(0));
    case 'schedule':
      return fromSchedule(deployed, sources, trigger);
    case 'facts':
      return fromRules(deployed, sources, sources.bus, { facts: { source: [eventSource], detailType: [...trigger.of] } });
    case 'mail-reports':
      return fromMailReports(deployed, sources);
    case 'files':
      acknowledgePrefix(rest, sources.bucket, trigger.prefix);
      return fromRules(deployed, sources, defaultBus(deployed), { files: newFiles(sources.bucket, trigger) });
  }
}

/** The finding names the resource as the template does, logical id included. */
function acknowledgePrefix({ fn }: Deployed, { node, stack }: Bucket, prefix: string): void {
  if (!fn.role || !(node.defaultChild instanceof CfnBucket)) return;
  const resource = `<${stack.getLogicalId(node.defaultChild)}.Arn>/${prefix}*`;
  acknowledge(fn.role, `IAM5[Resource::${resource}]`, 'It reads whichever file is put under its own prefix, and none elsewhere.');
}

function newFiles(bucket: Bucket, { prefix }: Of<'files'>): EventPattern {
  return { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [bucket.bucketName] }, object: { key: Match.prefix(prefix) } } };
}

/** Of SES's reports, only what our own records need: an address, a subject or a diagnostic text never gets into a queue. */
function fromMailReports(deployed: Failing, sources: Sources): Queue {
  const ours = { mail: { tags: { 'ses:configuration-set': [sources.configurationSet], mail: Match.exists() } } };
  const passedOn = {
    type: EventField.fromPath('$.detail.eventType'),
    time: EventField.fromPath('$.time'),
    messageId: EventField.fromPath('$.detail.mail.messageId'),
    tags: { mail: EventField.fromPath('$.detail.mail.tags.mail'), edition: EventField.fromPath('$.detail.mail.tags.edition') },
  };
  const bounce = EventField.fromPath('$.detail.bounce.bounceType');
  const others = ['Send', 'Delivery', 'Reject', 'Complaint', 'DeliveryDelay', 'Rendering Failure'];
  const bus = defaultBus(deployed);
  // Two rules, because a path that an event lacks would spoil the message.
  const queue = fromRules(deployed, sources, bus, { reports: { source: ['aws.ses'], detail: { ...ours, eventType: others } } }, RuleTargetInput.fromObject(passedOn));
  addRule(deployed, queue, bus, 'bounces', { source: ['aws.ses'], detail: { ...ours, eventType: ['Bounce'] } }, RuleTargetInput.fromObject({ ...passedOn, bounce }));
  return queue;
}

/** A queue of the function's own behind the rules; what fails eight times goes to its failures. */
function fromRules(deployed: Failing, { key }: Sources, bus: RuleBus, patterns: Readonly<Record<string, EventPattern>>, message?: RuleTargetInput): Queue {
  const { name, declaration, fn, failures } = deployed;
  const slow = declaration.timeoutSeconds > 60;
  const queue = new Queue(fn.stack, `${name}-queue`, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    dataKeyReuse: Duration.hours(1),
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(6 * declaration.timeoutSeconds),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: failures, maxReceiveCount: 8 },
  });
  for (const [id, pattern] of Object.entries(patterns)) addRule(deployed, queue, bus, id, pattern, message);
  fn.addToRolePolicy(allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'], queue.queueArn));
  new EventSourceMapping(fn.stack, `${name}-from-queue`, {
    target: fn,
    eventSourceArn: queue.queueArn,
    batchSize: slow ? 1 : 10,
    // Mail goes slowly, for the provider's rate; the rest only must not take all of the account's concurrency.
    maxConcurrency: declaration.email || slow ? 2 : 10,
    reportBatchItemFailures: true,
  });
  return queue;
}

function addRule({ name, fn, failures }: Failing, queue: Queue, eventBus: RuleBus, id: string, eventPattern: EventPattern, message?: RuleTargetInput): void {
  new Rule(fn.stack, `${name}-${id}`, {
    eventBus,
    eventPattern,
    description: `What starts ${name}`,
    targets: [new SqsQueue(queue, { deadLetterQueue: failures, retryAttempts: 185, maxEventAge: Duration.hours(24), ...(message ? { message } : {}) })],
  });
}

/** New items under a key prefix, in order for each partition. Bounded, so that one bad record cannot stop its shard for a day. */
function fromStream({ name, fn, failures }: Failing, { table }: Sources, prefix: string, maxBatchingWindow: Duration): Queue {
  const stream = table.tableStreamArn ?? '';
  fn.addToRolePolicy(allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], stream));
  new EventSourceMapping(fn.stack, `${name}-from-stream`, {
    target: fn,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    maxBatchingWindow,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { [attributes.partitionKey]: { S: FilterRule.beginsWith(prefix) } } },
      }),
    ],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 10,
    // Well before the stream forgets the record: the sweepers find the rest in the table.
    maxRecordAge: Duration.hours(20),
    onFailure: { bind: () => ({ destination: failures.queueArn }) },
  });
  return failures;
}

function fromSchedule(deployed: Failing, sources: Sources, { expression, wokenBy }: Of<'schedule'>): Queue {
  const { name, fn, failures } = deployed;
  const { stack } = fn;
  // Lambda queues what the scheduler starts: what fails there must be seen as well.
  if (fn.node.defaultChild instanceof CfnFunction) fn.node.defaultChild.deadLetterConfig = { targetArn: failures.queueArn };
  fn.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.hours(1) });
  const role = new Role(stack, `${name}-schedule-role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } }),
  });
  role.addToPolicy(allow(['lambda:InvokeFunction'], fn.functionArn));
  role.addToPolicy(allow(['sqs:SendMessage'], failures.queueArn));
  role.addToPolicy(allow(['kms:Decrypt', 'kms:GenerateDataKey'], sources.key.keyArn));
  const schedule = new CfnSchedule(stack, `${name}-schedule`, {
    scheduleExpression: expression,
    scheduleExpressionTimezone: 'Europe/London',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: fn.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: failures.queueArn },
      retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
    },
  });
  schedule.node.addDependency(role);
  if (wokenBy !== undefined) fromStream(deployed, sources, wokenBy, Duration.seconds(1));
  return failures;
}

function defaultBus({ name, fn }: Deployed): RuleBus {
  return EventBus.fromEventBusName(fn.stack, `${name}-default-bus`, 'default');
}
