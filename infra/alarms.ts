import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Deployed } from './constructs/function.ts';

const fiveMinutes = { period: Duration.minutes(5) };

/** One alarm: its place in the runbook, what is measured, and above which value somebody is told. */
type Wanted = {
  readonly heading: string;
  readonly impact: string;
  readonly metric: IMetric;
  readonly above: number;
  readonly periods?: number;
};

/** Makes every alarm and the dashboard. Each alarm says who is hurt and which heading of the runbook says what to do. */
export function createAlarms(
  scope: Construct,
  key: IKey,
  deployed: readonly Deployed[],
  apiId: string,
  alarmEmail?: string,
): void {
  const topic = new Topic(scope, 'AlarmTopic', { masterKey: key, enforceSSL: true });
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  const wanted = [
    ...deployed.flatMap(functionAlarms),
    ...deployed.flatMap((each) => resendAlarms(scope, each)),
    ...mailAlarms(),
    ...apiAlarms(apiId),
  ];
  for (const { heading, impact, metric, above, periods = 1 } of wanted) {
    new Alarm(scope, `alarm-${heading.replace('/', '-')}`, {
      alarmDescription: `${impact} What to do: docs/runbook.md, ${heading}.`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
  }
  createDashboard(scope, deployed, apiId);
}

function functionAlarms({ name, declaration, fn, failures }: Deployed): Wanted[] {
  const impact = declaration.errorImpact;
  const { trigger } = declaration;
  const streamed = trigger.kind === 'stream' || (trigger.kind === 'schedule' && trigger.wokenBy !== undefined);
  const errorShare = new MathExpression({
    expression: '100 * errors / MAX([errors, invocations])',
    label: `${name}: errors, per cent`,
    usingMetrics: { errors: fn.metricErrors(fiveMinutes), invocations: fn.metricInvocations(fiveMinutes) },
    ...fiveMinutes,
  });
  return [
    { heading: `${name}/errors`, impact, metric: errorShare, above: 1 },
    { heading: `${name}/throttles`, impact, metric: fn.metricThrottles(fiveMinutes), above: 0 },
    {
      heading: `${name}/slow`,
      impact,
      metric: fn.metricDuration({ ...fiveMinutes, statistic: Stats.p(99) }),
      above: 800 * declaration.timeoutSeconds,
      periods: 3,
    },
    ...(failures
      ? [
          {
            heading: `${name}/failures`,
            impact,
            metric: failures.metricApproximateNumberOfMessagesVisible(fiveMinutes),
            above: 0,
          },
        ]
      : []),
    ...(streamed
      ? [
          {
            heading: `${name}/behind`,
            impact,
            metric: fn.metric('IteratorAge', { ...fiveMinutes, statistic: Stats.MAXIMUM }),
            above: 60_000,
          },
        ]
      : []),
  ];
}

/** A sweeper that finds work shows that the ordinary way has failed before it: a few are expected, a run of them is not. */
function resendAlarms(scope: Construct, { name, declaration, fn }: Deployed): Wanted[] {
  if (!name.startsWith('sweep-')) return [];
  const filter = new MetricFilter(scope, `${name}-resends`, {
    logGroup: fn.logGroup,
    metricNamespace: `Aspirations/${Stack.of(scope).stackName}`,
    metricName: `${name}-resends`,
    filterPattern: FilterPattern.allTerms('"outcome":"done"'),
    metricValue: '1',
    defaultValue: 0,
  });
  const metric = filter.metric({ period: Duration.hours(1), statistic: Stats.SUM });
  return [{ heading: `${name}/resends`, impact: declaration.errorImpact, metric, above: 3 }];
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

function apiMetric(apiId: string, metricName: string, statistic: string): Metric {
  return new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId: apiId }, statistic, ...fiveMinutes });
}

function apiAlarms(apiId: string): Wanted[] {
  const share = new MathExpression({
    expression: '100 * failed / MAX([failed, asked])',
    label: 'API: answers 5xx, per cent',
    usingMetrics: { failed: apiMetric(apiId, '5xx', Stats.SUM), asked: apiMetric(apiId, 'Count', Stats.SUM) },
    ...fiveMinutes,
  });
  return [{ heading: 'api/errors', impact: 'People see an error page in place of the site.', metric: share, above: 1 }];
}

function createDashboard(scope: Construct, deployed: readonly Deployed[], apiId: string): void {
  const queues = deployed.flatMap(({ failures }) =>
    failures ? [failures.metricApproximateNumberOfMessagesVisible(fiveMinutes)] : [],
  );
  const streamed = deployed.filter(({ declaration }) => declaration.trigger.kind === 'stream');
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  new Dashboard(scope, 'Dashboard', {
    widgets: [
      [
        graph('Requests', [apiMetric(apiId, 'Count', Stats.SUM), apiMetric(apiId, '5xx', Stats.SUM)]),
        graph('Answer time, p99', [apiMetric(apiId, 'Latency', Stats.p(99))]),
      ],
      [
        graph(
          'Errors',
          deployed.map(({ fn }) => fn.metricErrors(fiveMinutes)),
        ),
        graph('What failed and waits', queues),
      ],
      [
        graph(
          'Stream, behind by',
          streamed.map(({ fn }) => fn.metric('IteratorAge', { ...fiveMinutes, statistic: Stats.MAXIMUM })),
        ),
        graph(
          'Duration, p99',
          deployed.map(({ fn }) => fn.metricDuration({ ...fiveMinutes, statistic: Stats.p(99) })),
        ),
      ],
    ],
  });
}
