import type { RouteDeclaration } from '../declaration.ts';

const admin = { function: 'organiser', auth: 'organiser', needs: 'admin', personal: true } as const;

/** How the machinery behind an edition stands. */
export const statusRoutes = {
  'GET /organiser/editions/{edition}/status': {
    ...admin,
    summary: 'What waits, which emails failed or came back, and when each job last ran',
  },
} as const satisfies Record<string, RouteDeclaration>;
