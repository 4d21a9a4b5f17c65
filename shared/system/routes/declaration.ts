import * as z from 'zod/mini';
import type { OrganiserRole } from '../../domain/vocabulary.ts';
import type { FunctionsOf } from '../functions.ts';

/** Who may call a route: anyone; a browser that pressed Continue on a mailed link; a signed-in organiser. */
export type Auth = 'anyone' | 'link' | 'organiser';

export type RouteDeclaration = {
  readonly function: FunctionsOf<'http'>;
  readonly auth: Auth;
  /**
   * What an organiser's route asks of who is signed in: to be on the edition's team (`viewer`), a role in it, or, where
   * the path names no edition, nothing more (`anybody`).
   */
  readonly needs?: OrganiserRole | 'viewer' | 'anybody';
  /** It shows personal data: that an organiser looked at it is kept in the audit. */
  readonly personal?: boolean;
  /** An organiser must have proved who they are within the last quarter of an hour. */
  readonly stepUp?: boolean;
  /** What it does, in the API's description. */
  readonly summary: string;
  /** What a POST takes, as a form or as JSON; strict: other fields are refused. */
  readonly body?: z.ZodMiniType;
  /** It takes a form with a file of up to 4 MB besides. */
  readonly upload?: boolean;
  /** Whether shared caches may keep the answer, and for how many seconds. */
  readonly cacheSeconds?: number;
};

/** The body of a POST that takes nothing but the press of its button. */
export const nothing = z.strictObject({});

/** The body of a button: the query of the list it stood in, to lead back to it as it was filtered; or that it stood on the record's own page. */
export const backToList = z.strictObject({
  back: z.optional(z.string().check(z.regex(/^[\w=&%.+~*-]{1,500}$/))),
  to: z.optional(z.literal('record')),
});
