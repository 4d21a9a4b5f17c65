import { nothing, type RouteDeclaration } from './declaration.ts';

const coordinator = { function: 'exchange', auth: 'organiser', needs: 'coordinator' } as const;

/** How organisers take lists out as files, and bring them in. */
export const exchangeRoutes = {
  // The proof is asked for here: after it a browser that comes for a file would stay where it signed in.
  'GET /organiser/editions/{edition}/export': {
    ...coordinator,
    stepUp: true,
    summary: 'The lists that can be taken out, with their formats',
  },
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
  'GET /organiser/editions/{edition}/import': { ...coordinator, summary: 'The form to bring organisations in from a file' },
  'POST /organiser/editions/{edition}/import': {
    ...coordinator,
    upload: true,
    summary: 'Check a file of organisations (CSV, as `multipart/form-data`); nothing is added yet',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/import/{import}': {
    ...coordinator,
    personal: true,
    summary: 'What a file would add, row by row, or what it added',
  },
  'POST /organiser/editions/{edition}/import/{import}/confirm': {
    ...coordinator,
    summary: 'Add what a checked file holds; each organisation is mailed its link',
    body: nothing,
  },
  'POST /organiser/editions/{edition}/import/{import}/undo': {
    ...coordinator,
    summary: 'Take back within a day what an import added and nobody has touched since',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;
