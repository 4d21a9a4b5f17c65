import { Duration } from 'aws-cdk-lib';
import { EventBus, EventField, type EventPattern, type IEventBus, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { eventSource, type FactType } from '#shared/system/events.ts';
import { allow } from '../powers.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployed } from './function.ts';

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
export function fromFacts(deployed: Failing, key: IKey, bus: EventBus, of: readonly FactType[]): Queue {
  return queueOf(deployed, key, [{ id: 'facts', bus, pattern: { source: [eventSource], detailType: [...of] } }]);
}

/** A queue behind a rule for new files under a prefix. */
export function fromFiles(deployed: Failing, key: IKey, bucket: Bucket, prefix: string): Queue {
  acknowledgePrefix(deployed, bucket, prefix);
  const detail = { bucket: { name: [bucket.bucketName] }, object: { key: Match.prefix(prefix) } };
  const pattern = { source: ['aws.s3'], detailType: ['Object Created'], detail };
  return queueOf(deployed, key, [{ id: 'files', bus: defaultBus(deployed), pattern }]);
}

/** Of SES's reports, only what our own records need: an address, a subject or a diagnostic text never gets into a queue. */
export function fromMailReports(deployed: Failing, key: IKey, configurationSet: string): Queue {
  const bus = defaultBus(deployed);
  const ours = { mail: { tags: { 'ses:configuration-set': [configurationSet], mail: Match.exists() } } };
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
  return queueOf(deployed, key, [
    { id: 'reports', bus, pattern: reports(others), message: RuleTargetInput.fromObject(passedOn) },
    { id: 'bounces', bus, pattern: reports(['Bounce']), message: RuleTargetInput.fromObject({ ...passedOn, bounce }) },
  ]);
}

/** A queue of the function's own behind its rules; what fails eight times goes to its failures. */
function queueOf(deployed: Failing, key: IKey, rules: readonly Listening[]): Queue {
  const { name, declaration, fn, may, failures } = deployed;
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

function listen({ name, fn, failures }: Failing, queue: Queue, { id, bus, pattern, message }: Listening): void {
  const target = new SqsQueue(queue, {
    deadLetterQueue: failures,
    retryAttempts: 185,
    maxEventAge: Duration.hours(24),
    ...(message ? { message } : {}),
  });
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
