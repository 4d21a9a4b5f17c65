import * as z from 'zod/mini';
import { errorKinds } from '#shared/kernel/errors.ts';
import { cookies } from '#shared/system/cookies.ts';
import { routes } from '#shared/system/routes.ts';
import type { Auth, RouteDeclaration } from '#shared/system/routes/declaration.ts';

type Json = Readonly<Record<string, unknown>>;

const problemCodes: Readonly<Record<number, string>> = {
  400: 'The body could not be read: not UTF-8, not JSON, or too many fields.',
  401: 'Sign in, or open the mailed link, first.',
  ...Object.fromEntries(Object.values(errorKinds).map(({ status, title }) => [status, `${title}.`])),
  413: 'The body is larger than 64 KB.',
  415: 'Neither a form nor JSON in UTF-8.',
};

const schemes: Readonly<Record<Exclude<Auth, 'anyone'>, Json>> = {
  link: {
    type: 'apiKey',
    in: 'cookie',
    name: cookies.link.name,
    description: 'The session that Continue on a mailed link starts.',
  },
  organiser: { type: 'apiKey', in: 'cookie', name: cookies.organiser.name, description: 'The session of a signed-in organiser.' },
};

/** The whole HTTP surface as an OpenAPI 3.1 document, from the declared routes alone. */
export function openApi(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  const bodies: Record<string, Json> = {};
  for (const [key, route] of Object.entries<RouteDeclaration>(routes)) {
    const [method, path] = key.split(' ');
    if (method === undefined || path === undefined) continue;
    if (route.body !== undefined) bodies[`${operationId(method, path)}Body`] = bodySchema(route.body);
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(method, path, route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Aspirations',
      version: '1',
      description:
        'Pages and JSON on the same routes: a browser gets pages and redirects, a client that accepts JSON gets data and ' +
        'problems (RFC 9457) with a stable `code`. GET changes nothing, but for the sign-in callback.',
    },
    paths,
    components: { securitySchemes: schemes, responses: problemResponses(), schemas: { Problem: problemSchema, ...bodies } },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for the reader; never repeats a value that was sent.' },
    code: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'Stable: programs may rely on it.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string', description: 'The field, like `contact.email`.' }, message: { type: 'string' } },
      },
    },
  },
};

function operation(method: string, path: string, route: RouteDeclaration): Json {
  const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    operationId: operationId(method, path),
    summary: route.summary,
    tags: [route.function],
    ...(route.auth === 'anyone' ? {} : { security: [{ [route.auth]: [] }] }),
    parameters: [
      ...holes.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(method === 'POST' ? [idempotencyKey] : []),
    ],
    ...(route.body === undefined ? {} : { requestBody: requestBody(`${operationId(method, path)}Body`) }),
    responses: { ...success(method, path), ...problems(method, holes.length > 0, route.auth) },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key and body gets the same answer.',
  schema: { type: 'string', pattern: '^[\\w-]{8,100}$' },
};

function bodySchema(body: z.ZodMiniType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'input' });
  return schema;
}

function requestBody(name: string): Json {
  const schema = { $ref: `#/components/schemas/${name}` };
  return {
    required: true,
    description: 'As a form: dotted names nest (`contact.email`), repeated names make lists, `yes` and `no` are true and false.',
    content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  };
}

function success(method: string, path: string): Json {
  const page = { 'text/html': { schema: { type: 'string' } } };
  const data = { 'application/json': { schema: { type: 'object' } } };
  if (path.startsWith('/assets/')) return { 200: { description: 'The file' } };
  if (method === 'GET') return { 200: { description: 'The page, or its data', content: { ...page, ...data } } };
  return {
    '2XX': { description: 'Done (JSON clients)', content: data },
    303: { description: 'Done; where a browser goes next' },
  };
}

function problems(method: string, named: boolean, auth: Auth): Json {
  const statuses = [
    ...(method === 'POST' ? [400, 403, 409, 413, 415, 422, 429] : []),
    ...(auth === 'anyone' ? [] : [401, 403]),
    ...(named ? [404, 410] : []),
    503,
  ];
  const sorted = [...new Set(statuses)].toSorted((a, b) => a - b);
  return Object.fromEntries(sorted.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));
}

function problemResponses(): Json {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(problemCodes).map(([status, description]) => [`Problem${status}`, { description, content }]),
  );
}

function operationId(method: string, path: string): string {
  const words = path.replace(/[{}]/g, '').split(/[/-]/).filter(Boolean);
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
