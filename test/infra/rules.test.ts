import { describe, expect, test } from 'vitest';
import { namesOf } from '#infra/names.ts';
import { readSettings } from '#infra/settings.ts';
import { functions } from '#shared/system/functions.ts';
import { synthesise } from './synthesise.ts';

const { template, routesTemplate, alarmsTemplate, all, allAlarms, names } = synthesise();
const json = template.toJSON();
const queues = all('AWS::SQS::Queue');
const mappings = all('AWS::Lambda::EventSourceMapping');
const ofStream = mappings.filter(({ StartingPosition }) => StartingPosition !== undefined);
const ofQueue = mappings.filter(({ StartingPosition }) => StartingPosition === undefined);
const lambdas = all('AWS::Lambda::Function');
const alarms = allAlarms();
const [table] = all('AWS::DynamoDB::Table');

function referred(value: any): string {
  return value?.['Fn::GetAtt']?.[0] ?? value?.Ref ?? JSON.stringify(value);
}
function queueOf(arn: unknown) {
  const queue = queues.find(({ id }) => id === referred(arn));
  if (!queue) throw new Error(`no queue ${JSON.stringify(arn)}`);
  return queue;
}
/** A text put together by CloudFormation, with what it refers to by logical id. */
function textOf(value: any): string {
  if (typeof value === 'string') return value;
  return value['Fn::Join'] ? value['Fn::Join'][1].map(textOf).join('') : referred(value);
}
const started = (...kinds: string[]) => Object.values(functions).filter(({ trigger }) => kinds.includes(trigger.kind));
const isFailureQueue = (id: string) => id.includes('failures');

describe('the table', () => {
  test('C1 can be restored to any second of the last 35 days', () => {
    expect(table.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 });
  });

  test('C2 cannot be deleted, and outlives the stack; so do files, users and the key', () => {
    expect(table.DeletionProtectionEnabled).toBe(true);
    expect(all('AWS::Cognito::UserPool')[0].DeletionProtection).toBe('ACTIVE');
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::KMS::Key']) {
      for (const each of all(type))
        expect({ type, ...each }).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });

  test('C3 streams new images', () => {
    expect(table.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
  });

  test('has the keys, the index and the time to live that the adapters use, under our own key', () => {
    expect(table.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(table.GlobalSecondaryIndexes).toMatchObject([{ IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } }]);
    expect(table.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    expect(table.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
  });
});

describe('stream mappings', () => {
  test('C4 begin at the oldest record, halve a failing batch, stop in time and keep what failed', () => {
    expect(ofStream.length).toBe(2);
    for (const mapping of ofStream) {
      expect(mapping).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      expect(mapping.MaximumRetryAttempts).toBeGreaterThanOrEqual(5);
      expect(mapping.MaximumRetryAttempts).toBeLessThanOrEqual(10);
      expect(mapping.MaximumRecordAgeInSeconds).toBeLessThanOrEqual(20 * 3600);
      expect(isFailureQueue(queueOf(mapping.DestinationConfig.OnFailure.Destination).id)).toBe(true);
    }
  });

  test('see only new items under the declared key prefix', () => {
    const patterns = ofStream.map(({ FilterCriteria }) => JSON.parse(FilterCriteria.Filters[0].Pattern));
    expect(patterns).toContainEqual({ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } });
    expect(patterns).toContainEqual({ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'DIRTY#' }] } } } });
  });

  test('that wake a job wait no more than a second', () => {
    for (const { MaximumBatchingWindowInSeconds } of ofStream) expect(MaximumBatchingWindowInSeconds).toBeLessThanOrEqual(1);
  });
});

describe('queues', () => {
  test('C5 every rule target and every schedule has a dead-letter queue', () => {
    const targets = all('AWS::Events::Rule').flatMap(({ Targets }) => Targets);
    const schedules = all('AWS::Scheduler::Schedule').map(({ Target }) => Target);
    // The archive's own rule is EventBridge's business and is not in the template.
    expect(targets.length).toBeGreaterThan(10);
    expect(schedules.length).toBe(started('schedule').length);
    for (const { DeadLetterConfig } of [...targets, ...schedules])
      expect(isFailureQueue(queueOf(DeadLetterConfig.Arn).id)).toBe(true);
  });

  test('C5 what a scheduled function fails at is kept as well, since Lambda queues it', () => {
    const scheduled = started('schedule').length;
    expect(lambdas.filter(({ DeadLetterConfig }) => DeadLetterConfig !== undefined).length).toBe(scheduled);
  });

  test('C6 hide a message for six times the time-out of what reads it', () => {
    expect(ofQueue.length).toBe(started('facts', 'mail-reports', 'files').length);
    for (const { EventSourceArn, FunctionName } of ofQueue) {
      const reader = lambdas.find(({ id }) => id === FunctionName.Ref);
      expect(queueOf(EventSourceArn).VisibilityTimeout).toBeGreaterThanOrEqual(6 * reader?.Timeout);
    }
  });

  test('C7 keep what failed for 14 days, longer than they keep anything else', () => {
    for (const { id, MessageRetentionPeriod } of queues) {
      if (isFailureQueue(id)) expect(MessageRetentionPeriod).toBe(14 * 86_400);
      else expect(MessageRetentionPeriod).toBeLessThan(14 * 86_400);
    }
  });

  test('C8 give a message up after five tries at the earliest', () => {
    for (const { EventSourceArn } of ofQueue) {
      const { RedrivePolicy } = queueOf(EventSourceArn);
      expect(RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5);
      expect(isFailureQueue(queueOf(RedrivePolicy.deadLetterTargetArn).id)).toBe(true);
    }
  });

  test('are encrypted, refuse plain connections and let the bus in', () => {
    const [policy, ...others]: any[] = all('AWS::SQS::QueuePolicy');
    expect(others).toEqual([]);
    expect(policy.Queues.map(referred).sort()).toEqual(queues.map(({ id }) => id).sort());
    for (const { QueueName, KmsMasterKeyId } of queues) {
      expect(KmsMasterKeyId).toBeDefined();
      expect(QueueName.startsWith(`${names.stack}-`)).toBe(true);
    }
    const [refused, letIn, ...rest] = policy.PolicyDocument.Statement;
    expect(rest).toEqual([]);
    for (const { Resource } of [refused, letIn]) expect(textOf(Resource)).toMatch(new RegExp(`:sqs:.*:${names.stack}-\\*$`));
    expect(refused).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    expect(letIn).toMatchObject({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
    });
    const [bus]: any[] = all('AWS::Events::EventBus');
    expect(letIn.Condition.ArnLike['aws:SourceArn'].map(textOf)).toEqual([
      expect.stringMatching(new RegExp(`:rule/${bus.id}/\\*$`)),
      expect.stringMatching(new RegExp(`:rule/${names.stack}-\\*$`)),
    ]);
    expect(JSON.stringify(all('AWS::KMS::Key')[0].KeyPolicy)).toContain('events.amazonaws.com');
  });

  test('C15 each reads with a bounded share of the concurrency, and no function reserves any', () => {
    for (const { ScalingConfig } of ofQueue) expect(ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    for (const { ReservedConcurrentExecutions } of lambdas) expect(ReservedConcurrentExecutions).toBeUndefined();
  });

  test('mappings take back single messages of a batch', () => {
    for (const { FunctionResponseTypes } of ofQueue) expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });
});

describe('the alarms in a stack of their own', () => {
  const watched = alarms
    .filter(({ id }) => !id.startsWith('alarmapi'))
    .flatMap((alarm) => [alarm, ...(alarm.Metrics ?? []).map(({ MetricStat }: any) => MetricStat?.Metric ?? {})])
    .flatMap(({ Dimensions = [] }) => Dimensions);

  test('watch functions and queues that the system has, by their names', () => {
    const there: Record<string, unknown[]> = {
      FunctionName: lambdas.map(({ FunctionName }) => FunctionName),
      QueueName: queues.map(({ QueueName }) => QueueName),
    };
    expect(watched.length).toBeGreaterThan(lambdas.length);
    for (const { Name, Value } of watched) expect(there[Name]).toContain(Value);
  });

  test('watch what the system counts of the sweepers, each for itself', () => {
    const counted = all('AWS::Logs::MetricFilter').map(({ FilterPattern, MetricTransformations: [made] }) => {
      expect(FilterPattern).toContain(`"function":"${made.MetricName.replace('-resends', '')}"`.replaceAll('"', '\\"'));
      return `${made.MetricNamespace} ${made.MetricName}`;
    });
    const told = alarms
      .filter(({ id }) => id.includes('resends'))
      .map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`);
    expect(counted.sort()).toEqual(told.sort());
  });

  test('tell the topic that the system made', () => {
    const [topic]: any[] = all('AWS::SNS::Topic');
    expect(topic.TopicName).toBe(names.topic);
    for (const { AlarmActions } of alarms)
      expect(textOf(AlarmActions[0])).toMatch(new RegExp(`(^|:)(${names.topic}|${topic.id})$`));
  });

  test('take nothing from the system that could hold up a change of it', () => {
    expect(JSON.stringify(alarmsTemplate.toJSON())).not.toMatch(/Fn::(ImportValue|GetStackOutput)/);
    expect(Object.values<any>(json['Outputs']).filter(({ Export }) => Export !== undefined)).toEqual([]);
  });

  test('names fit what AWS takes, for a stage with the longest name that settings allow', () => {
    const stage = (length: number) => ({
      context: (name: string) => (name === 'stage' ? 'a'.repeat(length) : undefined),
      env: {},
    });
    const longest = namesOf(readSettings(stage(16)).stage);
    expect(() => readSettings(stage(17))).toThrow('stage');
    for (const { Description: name } of lambdas) {
      expect({ name, fits: longest.functionOf(name).length <= 64 }).toEqual({ name, fits: true });
      expect({ name, fits: longest.failuresOf(name).length <= 80 }).toEqual({ name, fits: true });
    }
  });
});

describe('watching', () => {
  const metricNames = (alarm: any): string[] =>
    [alarm.MetricName, ...(alarm.Metrics ?? []).map((each: any) => each.MetricStat?.Metric.MetricName)].filter(
      (name) => name !== undefined,
    );
  const on = (name: string) => alarms.filter((alarm) => metricNames(alarm).includes(name));

  test('C9 alarms on errors, throttles, slowness, a stream behind, what failed, SES’s reputation and resends', () => {
    const count = Object.keys(functions).length;
    const errors = alarms.filter(({ id, Metrics }) => id.includes('errors') && Metrics !== undefined);
    expect(errors.length).toBe(count + 1);
    for (const { Threshold } of errors) expect(Threshold).toBe(1);
    expect(on('Throttles').map(({ Threshold }) => Threshold)).toEqual(Array.from({ length: count }, () => 0));
    expect(on('Duration').length).toBe(count);
    for (const { ExtendedStatistic } of on('Duration')) expect(ExtendedStatistic).toBe('p99');
    expect(on('IteratorAge').map(({ Threshold }) => Threshold)).toEqual([60_000, 60_000]);
    expect(on('ApproximateNumberOfMessagesVisible').length).toBe(queues.filter(({ id }) => isFailureQueue(id)).length);
    expect(on('Reputation.BounceRate')[0]?.Threshold).toBe(0.025);
    expect(on('Reputation.ComplaintRate')[0]?.Threshold).toBe(0.0005);
    expect(alarms.filter(({ id }) => id.includes('resends')).length).toBe(2);
    for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
  });

  test('C9 slow means four fifths of the function’s own time-out', () => {
    for (const alarm of on('Duration')) {
      const reader = lambdas.find(({ FunctionName }) => FunctionName === alarm.Dimensions[0].Value);
      expect(alarm.Threshold).toBe(reader?.Timeout * 800);
    }
  });

  test('C10 logs are kept for 30 days at most, under our own key', () => {
    const groups = all('AWS::Logs::LogGroup');
    expect(groups.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['ApiLog', 'Log']);
    for (const { RetentionInDays, KmsKeyId } of groups) {
      expect(RetentionInDays).toBeLessThanOrEqual(30);
      expect(KmsKeyId).toBeDefined();
    }
    for (const { LoggingConfig } of lambdas) expect(groups.map(({ id }) => id)).toContain(LoggingConfig.LogGroup.Ref);
  });

  test('the access log has chosen fields: no path, query, referrer, cookie, agent or address', () => {
    const format = JSON.parse(all('AWS::ApiGatewayV2::Stage')[0].AccessLogSettings.Format);
    expect(Object.values(format).sort()).toEqual([
      '$context.error.responseType',
      '$context.integrationStatus',
      '$context.requestId',
      '$context.requestTime',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.routeKey',
      '$context.status',
    ]);
    expect(all('AWS::CloudFront::Distribution')[0].DistributionConfig.Logging).toBeUndefined();
  });

  test('C11 the archive keeps our facts for as long as the setting says, and nothing of any other bus', () => {
    const archives = all('AWS::Events::Archive');
    expect(archives).toMatchObject([{ RetentionDays: 30, EventPattern: { source: ['aspirations'] } }]);
    expect(referred(archives[0].SourceArn)).toBe(all('AWS::Events::EventBus')[0].id);
    expect(synthesise({ factRetentionDays: '90' }).all('AWS::Events::Archive')[0].RetentionDays).toBe(90);
  });

  test('nothing is traced', () => {
    for (const { TracingConfig } of lambdas) expect(TracingConfig).toBeUndefined();
  });
});

describe('schedules', () => {
  test('C12 run by the clock in London, and none in the hour that changes', () => {
    for (const { ScheduleExpressionTimezone, ScheduleExpression } of all('AWS::Scheduler::Schedule')) {
      expect(ScheduleExpressionTimezone).toBe('Europe/London');
      const [, , hour] = /^cron\((\S+) (\S+)/.exec(ScheduleExpression) ?? [];
      if (hour !== undefined) expect(['0', '1', '2', '3', '*']).not.toContain(hour);
    }
  });
});

describe('place and powers', () => {
  test('C13 there is no network of our own', () => {
    const types = Object.values<any>(json['Resources']).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('AWS::EC2::'))).toEqual([]);
    for (const { VpcConfig } of lambdas) expect(VpcConfig).toBeUndefined();
  });

  test('C14 no role may do `*`, or anything to `*`; no managed policy hides more', () => {
    const statements = all('AWS::IAM::Role')
      .flatMap(({ Policies }) => Policies)
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(all('AWS::IAM::Policy')).toEqual([]);
    expect(statements.length).toBeGreaterThan(lambdas.length);
    for (const { Action, Resource } of statements) {
      for (const action of [Action].flat()) expect(action).not.toContain('*');
      for (const resource of [Resource].flat()) expect(resource).not.toBe('*');
    }
    for (const { ManagedPolicyArns } of all('AWS::IAM::Role')) expect(ManagedPolicyArns).toBeUndefined();
  });

  test('each stack leaves room under the 500 resources that CloudFormation takes', () => {
    for (const each of [template, routesTemplate, alarmsTemplate])
      expect(Object.keys(each.toJSON()['Resources'] ?? {}).length).toBeLessThanOrEqual(450);
  });

  test('C16 functions behind the API end before the API gives up', () => {
    for (const { timeoutSeconds, trigger } of Object.values(functions))
      if (trigger.kind === 'http') expect(timeoutSeconds).toBeLessThan(29);
    for (const { TimeoutInMillis } of all('AWS::ApiGatewayV2::Integration')) expect(TimeoutInMillis).toBeLessThanOrEqual(30_000);
  });

  test('functions run on Node 24 on arm64', () => {
    for (const lambda of lambdas)
      expect(lambda).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
  });
});
