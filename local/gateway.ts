import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { routes } from '#shared/system/routes.ts';

type Segment = { readonly text: string; readonly hole: string | undefined };
type Route = { readonly key: string; readonly segments: readonly Segment[] };
/** Which declared route a request meets, with its path parameters decoded. */
export type Match = { readonly key: string; readonly parameters: Readonly<Record<string, string>> | undefined };

const fallback: Match = { key: '$default', parameters: undefined };

/**
 * Finds routes as API Gateway does: the method and every segment must fit, fixed text goes before a parameter, an empty
 * segment fits none, and everything else is `$default`. Undefined for a path that cannot be decoded.
 */
export function createMatcher(
  keys: readonly string[] = Object.keys(routes),
): (method: string, path: string) => Match | undefined {
  const byMethod = new Map<string, Route[]>();
  for (const key of keys) {
    const [method = '', path] = key.split(' ');
    if (path === undefined) continue;
    const segments = path
      .slice(1)
      .split('/')
      .map((text) => ({ text, hole: /^\{(\w+)\}$/.exec(text)?.[1] }));
    byMethod.set(method, [...(byMethod.get(method) ?? []), { key, segments }]);
  }
  // Where two routes fit, the one whose text is fixed for longer comes first.
  const rank = ({ segments }: Route) => segments.map(({ hole }) => (hole === undefined ? '0' : '1')).join('');
  for (const list of byMethod.values()) list.sort((a, b) => rank(a).localeCompare(rank(b)));
  return (method, path) => {
    const parts = path.slice(1).split('/');
    for (const route of byMethod.get(method) ?? []) {
      if (!fits(route, parts)) continue;
      const parameters = parametersOf(route, parts);
      return parameters && { key: route.key, parameters };
    }
    return fallback;
  };
}

function fits({ segments }: Route, parts: readonly string[]): boolean {
  if (segments.length !== parts.length) return false;
  return segments.every(({ text, hole }, index) => (hole === undefined ? parts[index] === text : parts[index] !== ''));
}

function parametersOf({ segments }: Route, parts: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  try {
    segments.forEach(({ hole }, index) => {
      if (hole !== undefined) parameters[hole] = decodeURIComponent(parts[index] ?? '');
    });
    return parameters;
  } catch {
    return undefined;
  }
}

/** Types whose bodies API Gateway passes on as text; all others come in base64, forms included. */
const textType = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/javascript\b)/i;

export type GatewayRequest = {
  readonly request: IncomingMessage;
  readonly match: Match;
  readonly path: string;
  readonly query: string;
  readonly body: Buffer | undefined;
  readonly now: number;
};

/** A request as an HTTP API hands it to a function: payload format 2.0. */
export function gatewayEvent({ request, match, path, query, body, now }: GatewayRequest) {
  const { headers, cookies } = headersOf(request);
  return {
    version: '2.0',
    routeKey: match.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookies === undefined ? undefined : { cookies }),
    headers,
    ...(query === '' ? undefined : { queryStringParameters: joined(query) }),
    ...(isEmpty(match.parameters) ? undefined : { pathParameters: match.parameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers['host'] ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.key,
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...bodyIn(body, headers['content-type'] ?? ''),
  };
}

function bodyIn(body: Buffer | undefined, type: string) {
  if (body === undefined) return { isBase64Encoded: false };
  const text = textType.test(type);
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
}

/** Lower-case names, repeated ones joined by commas, cookies apart. */
function headersOf(request: IncomingMessage) {
  const headers: Record<string, string> = {};
  let cookies: string[] | undefined;
  const raw = request.rawHeaders;
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    if (name === 'cookie') cookies = [...(cookies ?? []), ...value.split(/;\s*/).filter((one) => one !== '')];
    else if (!hopByHop.has(name)) headers[name] = Object.hasOwn(headers, name) ? `${headers[name]},${value}` : value;
  }
  return { headers, cookies };
}
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect']);

function joined(query: string): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

function isEmpty(parameters: object | undefined): boolean {
  for (const _ in parameters) return false;
  return true;
}

/** What goes back to the client: from a function's answer in payload 2.0, or from the gateway itself. */
export type Reply = {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string | Buffer;
};

/** A function's answer as HTTP; anything that is no such answer is a 500 of the gateway, as on AWS. */
export function replyOf(result: unknown): Reply {
  if (typeof result !== 'object' || result === null) return gatewayReply(500);
  const [status, headers, body, cookies, base64] = ['statusCode', 'headers', 'body', 'cookies', 'isBase64Encoded'].map(
    (name): unknown => Reflect.get(result, name),
  );
  if (!Number.isInteger(status)) return gatewayReply(500);
  const sent: Record<string, string | string[]> = {};
  if (typeof headers === 'object' && headers !== null) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent[name.toLowerCase()] = String(value);
  }
  if (Array.isArray(cookies) && cookies.length > 0) sent['set-cookie'] = cookies.map(String);
  const text = typeof body === 'string' ? body : '';
  return { status: Number(status), headers: sent, body: base64 === true ? Buffer.from(text, 'base64') : text };
}

/** What API Gateway says when it does not come to a function, or the function fails. */
export function gatewayReply(status: 400 | 413 | 500): Reply {
  const words = { 400: 'Bad Request', 413: 'Request Entity Too Large', 500: 'Internal Server Error' } as const;
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message: words[status] }) };
}
