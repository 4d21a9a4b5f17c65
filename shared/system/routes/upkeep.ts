import * as z from 'zod/mini';
import { nothing, type RouteDeclaration } from './declaration.ts';

const admin = { function: 'upkeep', auth: 'organiser', needs: 'admin' } as const;

/** How admins look after the machinery behind an edition. */
export const upkeepRoutes = {
  'GET /organiser/editions/{edition}/status': {
    ...admin,
    personal: true,
    summary: 'What waits, what failed, which emails came back, and when each job last ran',
  },
  'POST /organiser/editions/{edition}/status/retry': {
    ...admin,
    summary: 'Give failed work back to the function that failed at it',
    body: z.strictObject({ function: z.string().check(z.regex(/^[a-z-]{3,40}$/)) }),
  },
  'POST /organiser/editions/{edition}/status/addresses/{address}/lift': {
    ...admin,
    summary: 'Send emails to an address again that took none',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;
