import { rescueForm } from '../../domain/rotation/rotation.ts';
import type { RouteDeclaration } from './declaration.ts';

const coordinator = { function: 'day', auth: 'organiser', needs: 'coordinator' } as const;

/** What an organiser does on the day itself. */
export const dayRoutes = {
  'GET /organiser/editions/{edition}/events/{event}/rotation/rescue': {
    ...coordinator,
    personal: true,
    summary: 'What is lost on the day, and who could come instead',
  },
  'POST /organiser/editions/{edition}/events/{event}/rotation/rescue': {
    ...coordinator,
    summary: 'Rescue the rotation; without `confirmed` only shows what would change',
    body: rescueForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
