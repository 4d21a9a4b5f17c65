import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { AppError, errorKinds, type Issue } from '#shared/kernel/errors.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { FunctionsOf } from '#shared/system/functions.ts';
import { trapField } from '#shared/system/protections.ts';
import type { BodyOf, ParamsOf, RouteKey, routes, RoutesOf } from '#shared/system/routes.ts';
import { nothing, type RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { type Answer, problem, toResult, wantsJson } from './answer.ts';
import { type Body, bodyText, invalid, readBody, readUpload, TransportError } from './body.ts';
import { type Context, startContext } from './context.ts';
import { commonEnv } from './env.ts';
import { decodeForm, type FormValues } from './form.ts';
import { bugOf, log } from './log.ts';
import { permit } from './permit.ts';
import { type AdaptersOf, portsOf, type PortsOf } from './powers.ts';
import { canRead, type LinkSession, type OrganiserSession, sessionOf } from './sessions.ts';
import { keepView } from './views.ts';

type Session<R extends RouteKey> = (typeof routes)[R]['auth'] extends 'link'
  ? LinkSession
  : (typeof routes)[R]['auth'] extends 'organiser'
    ? OrganiserSession
    : undefined;

/** One request, as a route's handler sees it. */
export type Call<R extends RouteKey, F extends FunctionsOf<'http'>> = Context & {
  readonly ports: PortsOf<F>;
  readonly params: ParamsOf<R>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Request headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly session: Session<R>;
  readonly method: string;
  readonly path: string;
};

/** A POST's call with its parsed body, and what makes a repeat of it harmless. */
export type PostCall<R extends RouteKey, F extends FunctionsOf<'http'>> = Call<R, F> & {
  readonly body: BodyOf<R>;
  /** The client's `Idempotency-Key` header or the form's hidden `requestKey`. */
  readonly requestKey: string | undefined;
  readonly bodyDigest: string;
  /** The file that came with the form, where the route takes one. */
  readonly file?: Uint8Array | undefined;
};

/** A form as it was filled in, with what there is to mend: for showing it again. */
export type Filled = { readonly values: FormValues; readonly issues: readonly Issue[]; readonly message?: string };

type Get<R extends RouteKey, F extends FunctionsOf<'http'>> = (call: Call<R, F>) => Promise<Answer>;
type Post<R extends RouteKey, F extends FunctionsOf<'http'>> = {
  readonly act: (call: PostCall<R, F>) => Promise<Answer>;
  /** Shows the form again with its problems; without it a problem gets a page of its own. */
  readonly form?: (call: Call<R, F>, filled: Filled) => Promise<Answer>;
};
/** One handler for each route the function is declared to answer: no more, no fewer. */
export type Handlers<F extends FunctionsOf<'http'>> = {
  readonly [R in RoutesOf<F>]: R extends `POST ${string}` ? Post<R, F> : Get<R, F>;
};

/** Renders the page for a problem; `code` is stable, `detail` a sentence for the reader. */
export type ProblemPage = (problem: {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** What there is to mend, for a form that is not shown again. */
  readonly issues?: readonly Issue[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** The page that was asked for; none for a form that was sent. */
  readonly path?: string | undefined;
}) => string;

export type HttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

// What the dispatcher knows of a handler once the types have done their work at the declaration.
type AnyHandler = {
  readonly act: (call: object) => Promise<Answer>;
  readonly form?: (call: object, filled: Filled) => Promise<Answer>;
};

/**
 * Wraps an HTTP function: API Gateway's `routeKey` picks the handler, and the route's declaration, one of `declared`, says
 * who may call it and with what.
 */
export function http<const F extends FunctionsOf<'http'>>(
  name: F,
  declared: { readonly [R in RoutesOf<F>]: RouteDeclaration },
  adapters: AdaptersOf<F>,
  handlers: Handlers<F>,
  problemPage: ProblemPage,
): HttpHandler {
  const ports = portsOf(name, adapters);
  const { ORIGIN_SECRET_SHA256, SITE_ORIGIN } = commonEnv();
  const byKey = new Map(Object.entries<unknown>(handlers).map(([key, handler]) => [key, asHandler(handler)]));
  const routes = new Map(Object.entries<RouteDeclaration>(declared));

  async function respond(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
    const handler = byKey.get(event.routeKey);
    const route = routes.get(event.routeKey);
    if (!handler || !route) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
    if (ORIGIN_SECRET_SHA256 !== '' && tokenHash(event.headers['x-origin-secret'] ?? '') !== ORIGIN_SECRET_SHA256) {
      throw new AppError('forbidden', 'not-through-the-site', 'Use the site’s own address.');
    }
    const post = event.requestContext.http.method === 'POST' && event.routeKey !== '$default';
    if (post) refuseCrossSite(event, SITE_ORIGIN);
    const cookies = cookiesOf(event);
    const context = startContext(SITE_ORIGIN === '' ? `https://${event.requestContext.domainName}` : SITE_ORIGIN);
    const params = event.pathParameters ?? {};
    const session = await admit(route, cookies, { ports, params, now: context.now });
    const call = {
      ...context,
      by: actorOf(session),
      ports,
      params,
      query: event.queryStringParameters ?? {},
      cookies,
      headers: event.headers,
      session,
      method: event.requestContext.http.method,
      path: event.rawPath,
    };
    if (!post) {
      const answer = await handler.act(call);
      if (route.personal) await keepView(event.routeKey, call);
      return toResult(answer, wantsJson(event), route.cacheSeconds);
    }
    return toResult(await actOn(event, route, handler, call), wantsJson(event));
  }

  return async (event) => {
    const started = performance.now();
    const result = await respond(event).catch((error: unknown) => refusal(error, event, problemPage));
    const milliseconds = Math.round(performance.now() - started);
    const code = result.headers?.['x-problem'];
    log({
      function: name,
      unit: event.routeKey,
      request: event.requestContext.requestId,
      outcome: Number(result.statusCode) >= 500 ? 'failed' : 'answered',
      status: Number(result.statusCode),
      milliseconds,
      ...(typeof code === 'string' ? { code } : {}),
    });
    return result;
  };
}

type Admission = { readonly ports: object; readonly params: Readonly<Record<string, string | undefined>>; readonly now: Instant };

/** The session a route asks for, with the organiser's roles in the edition that the path names. */
async function admit(route: RouteDeclaration, cookies: Readonly<Record<string, string>>, { ports, params, now }: Admission) {
  const session = await sessionOf(route.auth, cookies, ports);
  if (!session || 'purpose' in session) return session;
  if (!canRead(ports)) throw new Error('a route with a session needs the power to read the table');
  return permit(route, session, params, ports.read, now);
}

function actorOf(session: LinkSession | OrganiserSession | undefined): Context['by'] {
  if (!session) return 'public';
  return 'purpose' in session ? 'link' : `organiser:${session.organiser}`;
}

async function actOn(event: APIGatewayProxyEventV2, route: RouteDeclaration, handler: AnyHandler, call: object): Promise<Answer> {
  const body = route.upload ? await readUpload(event) : readBody(event);
  const { values, requestKey, trapped } = takeOurFields(event, body);
  try {
    if (trapped)
      throw new AppError(
        'invalid',
        'trap-filled',
        'A box that people do not see was filled in, as robots do. Send the form again.',
      );
    const raw = body.kind === 'json' ? body.value : decodeForm(route.body ?? nothing, values);
    const parsed = (route.body ?? nothing).safeParse(raw);
    if (!parsed.success) {
      throw invalid(parsed.error.issues.flatMap(issuesOf).slice(0, 50));
    }
    const digest = tokenHash(body.kind === 'json' ? bodyText(body) : JSON.stringify(values));
    return await handler.act({
      ...call,
      body: parsed.data,
      requestKey,
      bodyDigest: digest,
      file: body.file,
    });
  } catch (error) {
    const again = error instanceof AppError && (error.kind === 'invalid' || error.kind === 'conflict');
    if (!again || !handler.form || wantsJson(event)) throw error;
    const filled = { values, issues: error.issues, ...(error.issues.length === 0 ? { message: error.message } : {}) };
    return { ...(await handler.form(call, filled)), status: errorKinds[error.kind].status };
  }
}

/** One schema issue as paths and sentences; a strict object's unknown fields become one each. */
export function issuesOf(issue: { code: string; path: readonly PropertyKey[]; message: string; keys?: unknown }): Issue[] {
  const path = issue.path
    .map(String)
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
  if (issue.code === 'unrecognized_keys')
    return [{ path: path === '' ? 'body' : path, message: 'Leave out the fields we do not ask for' }];
  return [{ path: path === '' ? 'body' : path, message: issue.message }];
}

/** Parts what was typed from the fields that are ours: the request key, and the trap that only robots fill in. */
function takeOurFields(event: APIGatewayProxyEventV2, body: Body) {
  const { requestKey: fromForm, [trapField]: trap, ...values } = body.kind === 'form' ? body.values : {};
  const requestKey = event.headers['idempotency-key'] ?? fromForm?.[0];
  if (requestKey !== undefined && !/^[\w-]{8,100}$/.test(requestKey)) {
    throw new AppError('invalid', 'request-key', 'An idempotency key has 8 to 100 letters, digits, hyphens or underscores.');
  }
  return { values, requestKey, trapped: trap?.some((one) => one.trim() !== '') ?? false };
}

function refuseCrossSite({ headers, requestContext }: APIGatewayProxyEventV2, siteOrigin: string): void {
  const site = headers['sec-fetch-site'];
  const origin = headers['origin'];
  const own = new Set([siteOrigin, `https://${requestContext.domainName}`, `https://${headers['x-viewer-host'] ?? ''}`]);
  // A browser too old for Sec-Fetch-Site says `Origin: null` under our referrer policy: its cookies are SameSite then.
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && origin !== 'null' && !own.has(origin);
  if (foreign) throw new AppError('forbidden', 'cross-site', 'This form was sent from another site.');
}

function cookiesOf(event: APIGatewayProxyEventV2): Record<string, string> {
  return Object.fromEntries(
    (event.cookies ?? []).map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  );
}

function refusal(error: unknown, event: APIGatewayProxyEventV2, problemPage: ProblemPage): APIGatewayProxyStructuredResultV2 {
  const { status, code, title, detail, issues, retryAfterSeconds } = described(error);
  if (status === 500)
    log({ function: event.routeKey, outcome: 'bug', bug: bugOf(error), request: event.requestContext.requestId });
  const result = wantsJson(event)
    ? problem(status, code, title, detail, issues)
    : toResult({ status, page: problemPage({ status, code, detail, issues, retryAfterSeconds, path: pageOf(event) }) }, false);
  const wait = retryAfterSeconds ?? (status === 503 ? 5 : undefined);
  return {
    ...result,
    headers: { ...result.headers, 'x-problem': code, ...(wait === undefined ? {} : { 'retry-after': String(wait) }) },
  };
}

/** What was asked for, as signing in leads back to it: with its query, where that is one of ours. */
function pageOf({ requestContext, rawPath, rawQueryString }: APIGatewayProxyEventV2): string | undefined {
  if (requestContext.http.method !== 'GET') return undefined;
  return /^[\w=&%.+*-]{1,500}$/.test(rawQueryString) ? `${rawPath}?${rawQueryString}` : rawPath;
}

function described(error: unknown) {
  if (error instanceof TransportError)
    return { status: error.status, code: error.code, title: 'We could not read that', detail: error.message, issues: [] };
  if (!(error instanceof AppError)) {
    return {
      status: 500,
      code: 'unexpected',
      title: 'Something went wrong',
      detail: 'Something went wrong on our side. Try again.',
      issues: [],
    };
  }
  const { status, title } = errorKinds[error.kind];
  const { code, message: detail, issues, retryAfter: retryAfterSeconds } = error;
  return {
    status: code === 'sign-in-needed' || code === 'link-needed' || code === 'proof-needed' ? 401 : status,
    code,
    title,
    detail,
    issues,
    retryAfterSeconds,
  };
}

function asHandler(handler: unknown): AnyHandler {
  if (isGet(handler)) return { act: handler };
  if (isPost(handler)) return handler;
  throw new Error('a route handler is a function or has an act');
}

function isGet(handler: unknown): handler is AnyHandler['act'] {
  return typeof handler === 'function';
}

function isPost(handler: unknown): handler is AnyHandler {
  return typeof handler === 'object' && handler !== null && 'act' in handler && typeof handler.act === 'function';
}
