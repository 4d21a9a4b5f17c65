import { edition, schoolJson } from '../larkford.ts';

/** One request that must be refused, or (`accepted`) harmlessly taken. */
export type BadCase = {
  /** What is wrong with it, in a few words. */
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  readonly status: number;
  /** The problem's stable code; absent where the gateway refuses before any of our code runs. */
  readonly code?: string;
  /** A field that must be named among the problem's `errors`. */
  readonly at?: string;
  /** Nothing may have changed after the request, unless this says so. */
  readonly writes?: boolean;
};

/** Part of every bad value: it must come back nowhere. */
export const canary = 'Zq7kCanary';

export const paths = {
  register: `/editions/${edition}/schools/register`,
  organisations: `/editions/${edition}/organisations/sign-up`,
  volunteers: `/editions/${edition}/volunteers/sign-up`,
} as const;

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** A registration in JSON with one thing wrong in it. */
export function badSchool(
  name: string,
  at: string,
  change: Readonly<Record<string, unknown>>,
  more: Partial<BadCase> = {},
): BadCase {
  return {
    name,
    path: paths.register,
    headers: json,
    body: JSON.stringify(changed(schoolJson(), change)),
    status: 422,
    code: 'invalid',
    at,
    ...more,
  };
}

/** A JSON text sent as it is to the registration. */
export function rawJson(
  name: string,
  body: string | Uint8Array | undefined,
  status: number,
  code: string,
  more: Partial<BadCase> = {},
): BadCase {
  return { name, path: paths.register, headers: json, body, status, code, ...more };
}

/** The same object with fields replaced, by dotted path; `undefined` removes one. */
export function changed(base: object, change: Readonly<Record<string, unknown>>): object {
  const copy: Record<string, unknown> = structuredClone({ ...base });
  for (const [path, value] of Object.entries(change)) put(copy, path.split('.'), value);
  return copy;
}

function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  const inner = into[first];
  if (rest.length === 0) {
    if (value === undefined) delete into[first];
    else into[first] = value;
  } else if (isRecord(inner)) put(inner, rest, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
