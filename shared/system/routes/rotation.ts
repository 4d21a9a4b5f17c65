import { rotationForm } from '../../domain/rotation/brief.ts';
import type { RouteDeclaration } from './declaration.ts';

const people = { function: 'rotation', auth: 'organiser', needs: 'viewer', personal: true } as const;
const coordinator = { function: 'rotation', auth: 'organiser', needs: 'coordinator' } as const;

/** What an organiser does with the rotation of one event. */
export const rotationRoutes = {
  'GET /organiser/editions/{edition}/events/{event}/rotation': {
    ...people,
    summary: 'The rotation’s timetable, or the form to plan it',
  },
  'POST /organiser/editions/{edition}/events/{event}/rotation': {
    ...coordinator,
    summary: 'Plan the rotation, or learn which limits clash and what would help',
    body: rotationForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/rotation/cards': {
    ...people,
    summary: 'Cards, room doors, day sheet and badges, to print',
  },
} as const satisfies Record<string, RouteDeclaration>;
