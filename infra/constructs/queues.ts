import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventBus,
  EventField,
  type EventPattern,
  type IEventBus,
  type IRuleTarget,
  Match,
  Rule,
  RuleTargetInput,
} from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueuePolicy, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FactType } from '#shared/system/events.ts';
import { eventSource } from '#shared/system/fact-in-transit.ts';
import { allow } from '../powers.ts';
import { acknowledge } from './acknowledge.ts';
import type { Names } from '../names.ts';
import type { Deployed } from './function.ts';

/** What starts functions. */
export type Sources = {
  readonly key: IKey;
  readonly table: Table;
  readonly bus: EventBus;
  readonly bucket: Bucket;
  readonly names: Names;
  readonly configurationSet: string;
};
/** A function with the queue where what it failed at is kept. */
export type Failing = Deployed & { readonly failures: Queue };
/** One rule: which events of which bus, and what of them is passed on (the whole event when nothing is said). */
type Listening = {
  readonly id: string;
  readonly bus: EventBus | IEventBus;
  readonly pattern: EventPattern;
  readonly message?: RuleTargetInput;
};

/** A queue behind a rule on our bus for these facts. */
export function fromFacts(deployed: Failing, sources: Sources, of: readonly FactType[]): Queue {
  return queueOf(deployed, sources, [{ id: 'facts', bus: sources.bus, pattern: { source: [eventSource], detailType: [...of] } }]);
}

/** A queue behind a rule for new files under a prefix. */
export function fromFiles(deployed: Failing, sources: Sources, prefix: string): Queue {
  const { bucket } = sources;
  acknowledgePrefix(deployed, bucket, prefix);
  const detail = { bucket: { name: [bucket.bucketName] }, object: { key: Match.prefix(prefix) } };
  const pattern = { source: ['aws.s3'], detailType: ['Object Created'], detail };
  return queueOf(deployed, sources, [{ id: 'files', bus: defaultBus(deployed), pattern }]);
}

/** Of SES's reports, only what our own records need: an address, a subject or a diagnostic text never gets into a queue. */
export function fromMailReports(deployed: Failing, sources: Sources): Queue {
  const bus = defaultBus(deployed);
  const ours = { mail: { tags: { 'ses:configuration-set': [sources.configurationSet], mail: Match.exists() } } };
  const passedOn = {
    type: EventField.fromPath('$.detail.eventType'),
    time: EventField.fromPath('$.time'),
    messageId: EventField.fromPath('$.detail.mail.messageId'),
    tags: { mail: EventField.fromPath('$.detail.mail.tags.mail'), edition: EventField.fromPath('$.detail.mail.tags.edition') },
  };
  const bounce = EventField.fromPath('$.detail.bounce.bounceType');
  const reports = (eventType: string[]) => ({ source: ['aws.ses'], detail: { ...ours, eventType } });
  const others = ['Send', 'Delivery', 'Reject', 'Complaint', 'DeliveryDelay', 'Rendering Failure'];
  // Two rules, because a path that an event lacks would spoil the message.
  return queueOf(deployed, sources, [
    { id: 'reports', bus, pattern: reports(others), message: RuleTargetInput.fromObject(passedOn) },
    { id: 'bounces', bus, pattern: reports(['Bounce']), message: RuleTargetInput.fromObject({ ...passedOn, bounce }) },
  ]);
}

/** A queue of the function's own behind its rules; what fails eight times goes to its failures. */
function queueOf(deployed: Failing, { key, names }: Sources, rules: readonly Listening[]): Queue {
  const { name, declaration, fn, may, failures } = deployed;
  const slow = declaration.timeoutSeconds > 60;
  const queue = new Queue(fn.stack, `${name}-queue`, {
    queueName: names.queueOf(name),
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    dataKeyReuse: Duration.hours(1),
    visibilityTimeout: Duration.seconds(6 * declaration.timeoutSeconds),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: failures, maxReceiveCount: 8 },
  });
  for (const rule of rules) listen(deployed, queue, rule);
  may.addStatements(
    allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'], queue.queueArn),
  );
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

/**
 * One policy for every queue: only encrypted connections, and events from our own rules alone. It names the queues by
 * their prefix, as SQS takes 8 KB and a policy for each queue would be a resource for each.
 */
export function letEventsIn(scope: Construct, names: Names, bus: EventBus, queues: readonly Queue[]): void {
  const stack = Stack.of(scope);
  const resources = [stack.formatArn({ service: 'sqs', resource: `${names.stack}-*` })];
  const rulesOf = (resourceName: string) => stack.formatArn({ service: 'events', resource: 'rule', resourceName });
  new CfnQueuePolicy(scope, 'QueuePolicy', {
    queues: queues.map(({ queueUrl }) => queueUrl),
    policyDocument: new PolicyDocument({
      statements: [
        new PolicyStatement({
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['sqs:*'],
          resources,
          conditions: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
        new PolicyStatement({
          principals: [new ServicePrincipal('events.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources,
          conditions: {
            ArnLike: { 'aws:SourceArn': [rulesOf(`${bus.eventBusName}/*`), rulesOf(`${stack.stackName}-*`)] },
          },
        }),
      ],
    }),
  });
}

function listen({ name, fn, failures }: Failing, queue: Queue, { id, bus, pattern, message }: Listening): void {
  // CDK's own target gives every queue a policy of its own; one policy says it for all of them.
  const target: IRuleTarget = {
    bind: () => ({
      arn: queue.queueArn,
      deadLetterConfig: { arn: failures.queueArn },
      retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: Duration.hours(24).toSeconds() },
      ...(message ? { input: message } : {}),
    }),
  };
  const description = `What starts ${name}`;
  new Rule(fn.stack, `${name}-${id}`, { eventBus: bus, eventPattern: pattern, description, targets: [target] });
}

/** The finding names the resource as the template does, logical id included. */
function acknowledgePrefix({ fn }: Deployed, { node, stack }: Bucket, prefix: string): void {
  if (!fn.role || !(node.defaultChild instanceof CfnBucket)) return;
  const resource = `<${stack.getLogicalId(node.defaultChild)}.Arn>/${prefix}*`;
  acknowledge(fn.role, `IAM5[Resource::${resource}]`, 'It reads whichever file is put under its own prefix, and none elsewhere.');
}

function defaultBus({ name, fn }: Deployed): IEventBus {
  return EventBus.fromEventBusName(fn.stack, `${name}-default-bus`, 'default');
}
