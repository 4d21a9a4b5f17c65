import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { functions, type FunctionName } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import type { Names } from './names.ts';

/** How long one point of most metrics is. */
export const fiveMinutes = { period: Duration.minutes(5) };

/** One alarm: its place in the runbook, what is measured, and above which value somebody is told. */
export type Wanted = {
  readonly heading: string;
  readonly impact: string;
  readonly metric: IMetric;
  readonly above: number;
  readonly periods?: number;
};
type Watched = { readonly name: FunctionName; readonly declaration: FunctionDeclaration };

/**
 * The alarms on functions, on what they failed at and on mail: a stack of their own, for CloudFormation's limit. They know
 * what they watch by its derived name alone (decision 017).
 */
export class AlarmsStack extends Stack {
  constructor(scope: Construct, id: string, names: Names, props: StackProps) {
    super(scope, id, props);
    const topic = Topic.fromTopicArn(this, 'Topic', this.formatArn({ service: 'sns', resource: names.topic }));
    const watched = Object.entries<FunctionDeclaration>(functions).flatMap(([name, declaration]) =>
      isFunction(name) ? [{ name, declaration }] : [],
    );
    const wanted = [
      ...watched.flatMap((each) => functionAlarms(each, names)),
      ...watched.flatMap((each) => waitingAlarms(each, names)),
      ...mailAlarms(),
    ];
    for (const each of wanted) addAlarm(this, each, topic);
  }
}

function isFunction(name: string): name is FunctionName {
  return name in functions;
}

/** Makes one alarm. It says who is hurt and which heading of the runbook says what to do. */
export function addAlarm(scope: Construct, { heading, impact, metric, above, periods = 1 }: Wanted, topic: ITopic): void {
  new Alarm(scope, `alarm-${heading.replace('/', '-')}`, {
    alarmDescription: `${impact} What to do: docs/runbook.md, ${heading}.`,
    metric,
    threshold: above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(topic));
}

/** How a function itself does. */
function functionAlarms({ name, declaration }: Watched, names: Names): Wanted[] {
  const impact = declaration.errorImpact;
  const of = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { FunctionName: names.functionOf(name) },
      statistic,
      ...fiveMinutes,
    });
  const errorShare = new MathExpression({
    expression: '100 * errors / MAX([errors, invocations])',
    label: `${name}: errors, per cent`,
    usingMetrics: { errors: of('Errors', Stats.SUM), invocations: of('Invocations', Stats.SUM) },
    ...fiveMinutes,
  });
  const slow = of('Duration', Stats.p(99));
  const behind = of('IteratorAge', Stats.MAXIMUM);
  return [
    { heading: `${name}/errors`, impact, metric: errorShare, above: 1 },
    { heading: `${name}/throttles`, impact, metric: of('Throttles', Stats.SUM), above: 0 },
    { heading: `${name}/slow`, impact, metric: slow, above: 800 * declaration.timeoutSeconds, periods: 3 },
    ...(isStreamed(declaration) ? [{ heading: `${name}/behind`, impact, metric: behind, above: 60_000 }] : []),
  ];
}

function isStreamed({ trigger }: FunctionDeclaration): boolean {
  return trigger.kind === 'stream' || (trigger.kind === 'schedule' && trigger.wokenBy !== undefined);
}

/**
 * What a function failed at and waits for somebody. A sweeper that finds work shows that the ordinary way has failed
 * before it: a few are expected, a run of them is not.
 */
function waitingAlarms({ name, declaration }: Watched, names: Names): Wanted[] {
  const impact = declaration.errorImpact;
  const failures = new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: names.failuresOf(name) },
    statistic: Stats.AVERAGE,
    ...fiveMinutes,
  });
  const resends = new Metric({
    namespace: names.metrics,
    metricName: names.resendsOf(name),
    statistic: Stats.SUM,
    period: Duration.hours(1),
  });
  return [
    ...(declaration.trigger.kind === 'http' ? [] : [{ heading: `${name}/failures`, impact, metric: failures, above: 0 }]),
    ...(isSweeper(name) ? [{ heading: `${name}/resends`, impact, metric: resends, above: 3 }] : []),
  ];
}

/** Whether a function looks for what the ordinary way left behind. */
export function isSweeper(name: FunctionName): boolean {
  return name.startsWith('sweep-');
}

/** Half of what SES reviews an account for. */
function mailAlarms(): Wanted[] {
  const impact = 'SES may stop all our mails.';
  const reputation = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.AVERAGE, period: Duration.hours(1) });
  return [
    { heading: 'mail/bounces', impact, metric: reputation('Reputation.BounceRate'), above: 0.025 },
    { heading: 'mail/complaints', impact, metric: reputation('Reputation.ComplaintRate'), above: 0.0005 },
  ];
}
