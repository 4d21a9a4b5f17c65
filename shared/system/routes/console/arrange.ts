import { arrangeForm } from '../../../domain/event-arrangements.ts';
import type { RouteDeclaration } from '../declaration.ts';

const coordinator = { function: 'arrange', auth: 'organiser', needs: 'coordinator' } as const;

/** How organisers set when the parts of an event are and how those who come get in. */
export const arrangeRoutes = {
  'GET /organiser/editions/{edition}/events/{event}/arrange': {
    ...coordinator,
    personal: true,
    summary: 'An event’s hours, sessions, link and arrival, to set; who will be told',
  },
  'POST /organiser/editions/{edition}/events/{event}/arrange': {
    ...coordinator,
    summary: 'Set an event’s hours, sessions, link and arrival; everybody with a place is told',
    body: arrangeForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
