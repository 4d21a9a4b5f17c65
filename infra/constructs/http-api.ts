import { Stack } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { FunctionName } from '#shared/system/functions.ts';
import { routes } from '#shared/system/routes.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { acknowledge } from './acknowledge.ts';
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

/** One integration a function and one route a declared key, which is also what the function dispatches by. */
export function addRoutes(scope: Construct, api: CfnApi, functionOf: (name: FunctionName) => Deployed): void {
  const all = new Construct(scope, 'Routes');
  acknowledge(
    all,
    'APIG4',
    'Our functions guard their own routes: the pages are public, and an authoriser reads no session cookie.',
  );
  const integrations = new Map<FunctionName, CfnIntegration>();
  for (const [routeKey, route] of Object.entries<RouteDeclaration>(routes)) {
    const integration = integrations.get(route.function) ?? integrate(all, api, functionOf(route.function));
    integrations.set(route.function, integration);
    new CfnRoute(all, routeKey.replaceAll('/', '.'), {
      apiId: api.ref,
      routeKey,
      authorizationType: 'NONE',
      target: `integrations/${integration.ref}`,
    });
  }
}

function integrate(scope: Construct, api: CfnApi, { name, fn, declaration }: Deployed): CfnIntegration {
  const { partition, region, account } = Stack.of(scope);
  fn.addPermission('api', {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: `arn:${partition}:execute-api:${region}:${account}:${api.ref}/*`,
  });
  return new CfnIntegration(scope, name, {
    apiId: api.ref,
    integrationType: 'AWS_PROXY',
    integrationUri: fn.functionArn,
    payloadFormatVersion: '2.0',
    timeoutInMillis: Math.min(30, declaration.timeoutSeconds + 2) * 1000,
  });
}
