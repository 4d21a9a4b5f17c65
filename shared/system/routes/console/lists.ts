import type { RouteDeclaration } from '../declaration.ts';

const people = { function: 'organiser', auth: 'organiser', needs: 'viewer', personal: true } as const;

/** The lists of an edition: each can be searched and filtered by its query, and pages by key. */
export const listRoutes = {
  'GET /organiser/editions/{edition}/registrations': {
    ...people,
    summary: 'Schools’ registrations, with each contact’s mail state, page by page',
  },
  'GET /organiser/editions/{edition}/organisations': { ...people, summary: 'Organisations, page by page' },
  'GET /organiser/editions/{edition}/volunteers': { ...people, summary: 'Volunteers, page by page' },
  'GET /organiser/editions/{edition}/events': {
    function: 'organiser',
    auth: 'organiser',
    needs: 'viewer',
    summary: 'Events with what was counted of them, page by page',
  },
} as const satisfies Record<string, RouteDeclaration>;
