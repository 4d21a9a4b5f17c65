import { nothing, type RouteDeclaration } from './declaration.ts';

/** Organisers’ way in and out. */
export const signInRoutes = {
  'GET /sign-in': { function: 'sign-in', auth: 'anyone', summary: 'Sign in as an organiser' },
  'POST /sign-in': { function: 'sign-in', auth: 'anyone', summary: 'Go to the identity provider', body: nothing },
  'GET /sign-in/callback': { function: 'sign-in', auth: 'anyone', summary: 'Come back from the identity provider' },
  'POST /sign-out': { function: 'sign-in', auth: 'anyone', summary: 'Sign out', body: nothing },
} as const satisfies Record<string, RouteDeclaration>;
