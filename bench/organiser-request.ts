import { cookies } from '#shared/system/cookies.ts';

/** Who asks in the measurements of the console, and the session's token. */
export const asking = { email: 'organiser@marlow-vale.example', token: 'made-up-token' } as const;

type Request = {
  readonly routeKey: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
};

/** An organiser's GET as the gateway hands it to a function. */
export function organiserRequest({ routeKey, path, params, query = {} }: Request) {
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    cookies: [`${cookies.organiser.name}=${asking.token}`],
    headers: { accept: 'text/html' },
    requestContext: {
      requestId: 'made-up',
      domainName: 'site.example',
      http: { method: 'GET', path, sourceIp: '127.0.0.1', userAgent: 'bench' },
    },
    pathParameters: params,
    isBase64Encoded: false,
  };
}
