import { Stack } from 'aws-cdk-lib';
import { CfnApi, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { createLogGroup, type Deployed } from './function.ts';

/**
 * What an access log line holds. No path, query, referrer, cookie, agent or address: paths carry link tokens, and the
 * rest says who somebody is.
 */
const logged = {
  request: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
} as const;

/** The HTTP API, still without its routes, so that functions may know its address. */
export function createApi(scope: Construct, key: IKey): CfnApi {
  const api = new CfnApi(scope, 'Api', {
    name: Stack.of(scope).stackName,
    protocolType: 'HTTP',
    description: 'All routes of shared/system/routes.ts',
  });
  new CfnStage(scope, 'ApiStage', {
    apiId: api.ref,
    stageName: '$default',
    autoDeploy: true,
    accessLogSettings: { destinationArn: createLogGroup(scope, 'ApiLog', key).logGroupArn, format: JSON.stringify(logged) },
    defaultRouteSettings: { detailedMetricsEnabled: false, throttlingBurstLimit: 200, throttlingRateLimit: 100 },
  });
  return api;
}

/** The host that CloudFront sends requests to. */
export function apiHost(api: CfnApi): string {
  const { region, urlSuffix } = Stack.of(api);
  return `${api.ref}.execute-api.${region}.${urlSuffix}`;
}

/** Lets the API call each function that answers HTTP. */
export function letApiCall(api: CfnApi, deployed: readonly Deployed[]): void {
  const { partition, region, account } = Stack.of(api);
  for (const { declaration, fn } of deployed) {
    if (declaration.trigger.kind !== 'http') continue;
    fn.addPermission('api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${api.ref}/*`,
    });
  }
}
