import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RoutesOf } from '#shared/system/routes.ts';

/** A GET of the site function, as API Gateway passes it on. */
export function siteEvent(
  routeKey: RoutesOf<'site'>,
  path: string,
  pathParameters: Record<string, string> = {},
): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { accept: 'text/html' },
    pathParameters,
    isBase64Encoded: false,
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: 'city.example',
      domainPrefix: '',
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'a-request',
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}
