import type { RouteDeclaration } from './declaration.ts';

const coordinator = { function: 'exchange', auth: 'organiser', needs: 'coordinator' } as const;

/** How organisers take lists out as files, and bring them in. */
export const exchangeRoutes = {
  'GET /organiser/editions/{edition}/export': { ...coordinator, summary: 'The lists that can be taken out, with their formats' },
  'GET /organiser/editions/{edition}/export/{file}': {
    ...coordinator,
    personal: true,
    stepUp: true,
    summary: 'A list as a file: `registrations.ods`, `.xlsx` or `.csv`; narrowed by the list’s own query',
  },
  'GET /organiser/editions/{edition}/audit/{file}': {
    ...coordinator,
    needs: 'admin',
    personal: true,
    stepUp: true,
    summary: 'The audit as a file: `audit.ods`, `.xlsx` or `.csv`',
  },
} as const satisfies Record<string, RouteDeclaration>;
