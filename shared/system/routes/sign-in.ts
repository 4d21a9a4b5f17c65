import * as z from 'zod/mini';
import { nothing, type RouteDeclaration } from './declaration.ts';

/** Where to go after signing in: one of the organisers' own pages. */
const next = z.optional(
  z
    .string()
    .check(
      z.regex(/^\/organiser(?:\/[a-z0-9-]+(?:\.[a-z]{2,4})?)*(?:\?[\w=&%.+*-]{1,500})?$/, 'Start again from the sign-in page'),
    ),
);

/** Organisers’ way in and out. */
export const signInRoutes = {
  'GET /sign-in': { function: 'sign-in', auth: 'anyone', summary: 'Sign in as an organiser' },
  'POST /sign-in': {
    function: 'sign-in',
    auth: 'anyone',
    summary: 'Go to the identity provider',
    body: z.strictObject({ next }),
  },
  'GET /sign-in/callback': { function: 'sign-in', auth: 'anyone', summary: 'Come back from the identity provider' },
  'POST /sign-out': { function: 'sign-in', auth: 'anyone', summary: 'Sign out', body: nothing },
} as const satisfies Record<string, RouteDeclaration>;
