import * as z from 'zod/mini';
import type { FunctionsOf } from '../functions.ts';

/** Who may call a route: anyone; a browser that pressed Continue on a mailed link; a signed-in organiser. */
export type Auth = 'anyone' | 'link' | 'organiser';

export type RouteDeclaration = {
  readonly function: FunctionsOf<'http'>;
  readonly auth: Auth;
  /** What it does, in the API's description. */
  readonly summary: string;
  /** What a POST takes, as a form or as JSON; strict: other fields are refused. */
  readonly body?: z.ZodMiniType;
  /** Whether shared caches may keep the answer, and for how many seconds. */
  readonly cacheSeconds?: number;
};

/** The body of a POST that takes nothing but the press of its button. */
export const nothing = z.strictObject({});
