import { ArnFormat, Stack, type StackProps } from 'aws-cdk-lib';
import { type CfnApi, CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { functions, type FunctionName } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import { routes } from '#shared/system/routes.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import type { Names } from './names.ts';

/**
 * The API's routes: one for each declared key, which is also what its function dispatches by, and one integration for each
 * function. A stack of their own, for CloudFormation's limit; functions are known by their derived names (decision 025).
 */
export class RoutesStack extends Stack {
  constructor(scope: Construct, id: string, api: CfnApi, names: Names, props: StackProps) {
    super(scope, id, props);
    const all = new Construct(this, 'Routes');
    acknowledge(
      all,
      'APIG4',
      'Our functions guard their own routes: the pages are public, and an authoriser reads no session cookie.',
    );
    const integrations = new Map<FunctionName, CfnIntegration>();
    for (const [routeKey, route] of Object.entries<RouteDeclaration>(routes)) {
      const integration = integrations.get(route.function) ?? integrate(all, api, route.function, names);
      integrations.set(route.function, integration);
      new CfnRoute(all, routeKey.replaceAll('/', '.'), {
        apiId: api.ref,
        routeKey,
        authorizationType: 'NONE',
        target: `integrations/${integration.ref}`,
      });
    }
  }
}

function integrate(scope: Construct, api: CfnApi, name: FunctionName, names: Names): CfnIntegration {
  const { timeoutSeconds }: FunctionDeclaration = functions[name];
  return new CfnIntegration(scope, name, {
    apiId: api.ref,
    integrationType: 'AWS_PROXY',
    integrationUri: Stack.of(scope).formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: names.functionOf(name),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
    payloadFormatVersion: '2.0',
    timeoutInMillis: Math.min(30, timeoutSeconds + 2) * 1000,
  });
}
