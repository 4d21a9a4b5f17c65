import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Trigger } from '#shared/system/functions/declaration.ts';
import { table as attributes } from '#shared/system/table.ts';
import { allow } from '../powers.ts';
import { type Deployed, sendingTo } from './function.ts';
import { type Failing, fromFacts, fromFiles, fromMailReports, type Sources } from './queues.ts';

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
      return fromFacts(deployed, sources, trigger.of);
    case 'mail-reports':
      return fromMailReports(deployed, sources);
    case 'files':
      return fromFiles(deployed, sources, trigger.prefix);
  }
}

/** New items under a key prefix, in order for each partition. Bounded, so that one bad record cannot stop its shard for a day. */
function fromStream(
  { name, fn, may, failures }: Failing,
  { table }: Sources,
  prefix: string,
  maxBatchingWindow: Duration,
): Queue {
  const stream = table.tableStreamArn ?? '';
  may.addStatements(
    allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], stream),
  );
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
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [allow(['lambda:InvokeFunction'], fn.functionArn), ...sendingTo(failures, sources.key)],
      }),
    },
  });
  new CfnSchedule(stack, `${name}-schedule`, {
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
  if (wokenBy !== undefined) fromStream(deployed, sources, wokenBy, Duration.seconds(1));
  return failures;
}
