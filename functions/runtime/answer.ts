import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AppError } from '#shared/kernel/errors.ts';
import type { CookieName } from '#shared/system/cookies.ts';

/** A cookie to set; `seconds: 0` ends it. The `__Host-` prefix binds it to our host, HTTPS and the whole path. */
export type Cookie = { readonly name: CookieName; readonly value: string; readonly seconds: number };

/** What a route answers. A browser gets the page or the redirect, a JSON client the data. */
export type Answer = {
  readonly status?: number;
  /** A whole HTML document. */
  readonly page?: string;
  /** Plain text instead of a page. */
  readonly text?: string;
  /** Where a browser goes next, by 303. */
  readonly seeOther?: string;
  readonly data?: object;
  readonly file?: { readonly contentType: string; readonly body: Buffer; readonly encoding: string | undefined };
  /** A file to keep, under a name of its own. */
  readonly download?: { readonly name: string; readonly contentType: string; readonly body: string | Buffer };
  /** An answer to a program, with its own status and headers. */
  readonly plain?: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly cookies?: readonly Cookie[];
  readonly headers?: Readonly<Record<string, string>>;
  /** It is for whoever asked alone: no shared cache keeps it, whatever its route allows. */
  readonly own?: boolean;
  /** A page that is only looked at: its own styles show, and nothing in it runs, loads or leads anywhere. */
  readonly inert?: true;
  /** Where a form of the page leads by redirect, besides our own site: browsers hold redirects to the policy too. */
  readonly formsLeadTo?: string;
};

/** True for a client that speaks JSON rather than pages. */
export function wantsJson({ headers }: Pick<APIGatewayProxyEventV2, 'headers'>): boolean {
  const accept = headers['accept'] ?? '';
  if (accept.includes('text/html')) return false;
  return accept.includes('json') || (headers['content-type'] ?? '').toLowerCase().startsWith('application/json');
}

const security = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An answer as API Gateway's payload 2.0. `cacheSeconds` holds for a 200 without cookies; all else is not stored. */
export function toResult(answer: Answer, json: boolean, cacheSeconds = 0): APIGatewayProxyStructuredResultV2 {
  const common = { ...security, ...answer.headers, vary: 'accept' };
  const cookies = (answer.cookies ?? []).map(cookieText);
  const cache = (status: number) => ({
    'cache-control':
      status === 200 && cacheSeconds > 0 && cookies.length === 0 && !answer.own ? `public, max-age=${cacheSeconds}` : 'no-store',
  });
  if (answer.file) return assetResult(answer.file, cacheSeconds);
  if (answer.download) {
    const { name, contentType, body } = answer.download;
    const disposition = `attachment; filename="${name}"`;
    return {
      statusCode: 200,
      headers: { ...common, ...cache(200), 'content-type': contentType, 'content-disposition': disposition },
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    };
  }
  if (answer.plain) return plainResult(answer.plain);
  if (json && answer.data) {
    const statusCode = answer.status ?? 200;
    const location = answer.seeOther ? { location: answer.seeOther } : {};
    return {
      statusCode,
      headers: {
        ...common,
        ...cache(statusCode),
        ...location,
        'content-type': statusCode < 400 ? 'application/json' : 'application/problem+json',
      },
      body: JSON.stringify(answer.data),
      cookies,
    };
  }
  if (answer.seeOther !== undefined) {
    return { statusCode: 303, headers: { ...common, 'cache-control': 'no-store', location: answer.seeOther }, body: '', cookies };
  }
  const statusCode = answer.status ?? 200;
  if (answer.text !== undefined) {
    return {
      statusCode,
      headers: { ...common, ...cache(statusCode), 'content-type': 'text/plain; charset=utf-8' },
      body: answer.text,
      cookies,
    };
  }
  const headers = {
    ...common,
    ...cache(statusCode),
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyFor(answer),
  };
  return { statusCode, headers, body: answer.page ?? '', cookies };
}

function assetResult(file: NonNullable<Answer['file']>, cacheSeconds: number): APIGatewayProxyStructuredResultV2 {
  const { contentType, body, encoding } = file;
  // A file's name carries its content's hash: it never changes.
  const cacheControl = `public, max-age=${cacheSeconds}, immutable`;
  const headers = { ...security, 'content-type': contentType, 'cache-control': cacheControl, vary: 'accept-encoding' };
  return {
    statusCode: 200,
    headers: encoding ? { ...headers, 'content-encoding': encoding } : headers,
    body: body.toString('base64'),
    isBase64Encoded: true,
  };
}

function plainResult({ status, headers, body }: NonNullable<Answer['plain']>): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, headers: { ...security, ...headers }, body };
}

const inertPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function policyFor({ formsLeadTo, inert }: Answer): string {
  if (inert) return inertPolicy;
  return formsLeadTo === undefined ? pagePolicy : pagePolicy.replace("form-action 'self'", `$& ${formsLeadTo}`);
}

function cookieText({ name, value, seconds }: Cookie): string {
  return `${name}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

/** A problem as RFC 9457 says: stable `code`, a sentence, and the paths to mend; never the value that was sent. */
export function problem(status: number, code: string, title: string, detail: string, issues: AppError['issues'] = []) {
  const body = { type: 'about:blank', title, status, detail, code, ...(issues.length > 0 ? { errors: issues } : {}) };
  return {
    statusCode: status,
    headers: { ...security, 'cache-control': 'no-store', 'content-type': 'application/problem+json' },
    body: JSON.stringify(body),
  };
}
