import { nothing, type RouteDeclaration } from './declaration.ts';

const admin = { function: 'register', auth: 'organiser', needs: 'admin' } as const;

/** How an admin brings the official register of the programme's schools up to date by page. */
export const registerRoutes = {
  'GET /organiser/editions/{edition}/register': { ...admin, summary: 'The form to bring the register of schools up to date' },
  'POST /organiser/editions/{edition}/register': {
    ...admin,
    upload: true,
    summary: 'Check a file of the register (CSV, as `multipart/form-data`); nothing changes yet',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/register/{import}': {
    ...admin,
    summary: 'What a file would change in the register, or what it changed',
  },
  'POST /organiser/editions/{edition}/register/{import}/confirm': {
    ...admin,
    summary: 'Change the register as a checked file says',
    body: nothing,
  },
  'POST /organiser/editions/{edition}/register/{import}/undo': {
    ...admin,
    summary: 'Take back within a day what a file changed in the register, but for what has changed since',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;
