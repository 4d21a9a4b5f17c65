import { GraphWidget, type IMetric, MathExpression, Metric, Stats, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { addAlarm, fiveMinutes, isSweeper, type Wanted } from '../alarms.ts';
import type { Names } from '../names.ts';
import type { Deployed } from './function.ts';

/** The system as its operators see it: its functions, its API and whom to tell. */
export type Watching = {
  readonly key: IKey;
  readonly log: ILogGroup;
  readonly deployed: readonly Deployed[];
  readonly apiId: string;
  readonly names: Names;
  readonly alarmEmail?: string | undefined;
};

/**
 * Whom alarms tell, the dashboard, and what must be next to what it watches: the count of what sweepers sent again, and
 * the alarm on the API, whose id only AWS gives. All other alarms are in their own stack.
 */
export function watch(scope: Construct, { key, log, deployed, apiId, names, alarmEmail }: Watching): void {
  const topic = new Topic(scope, 'AlarmTopic', { topicName: names.topic, masterKey: key, enforceSSL: true });
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  for (const { name } of deployed.filter((each) => isSweeper(each.name)))
    new MetricFilter(scope, `${name}-resends`, {
      logGroup: log,
      metricNamespace: names.metrics,
      metricName: names.resendsOf(name),
      filterPattern: FilterPattern.allTerms(`"function":"${name}"`, '"outcome":"done"'),
      metricValue: '1',
      defaultValue: 0,
    });
  addAlarm(scope, apiErrors(apiId), topic);
  createDashboard(scope, deployed, apiId);
}

function apiMetric(apiId: string, metricName: string, statistic: string): Metric {
  return new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId: apiId }, statistic, ...fiveMinutes });
}

function apiErrors(apiId: string): Wanted {
  const metric = new MathExpression({
    expression: '100 * failed / MAX([failed, asked])',
    label: 'API: answers 5xx, per cent',
    usingMetrics: { failed: apiMetric(apiId, '5xx', Stats.SUM), asked: apiMetric(apiId, 'Count', Stats.SUM) },
    ...fiveMinutes,
  });
  return { heading: 'api/errors', impact: 'People see an error page in place of the site.', metric, above: 1 };
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
