import { checkInForm } from '../../domain/check-in.ts';
import { rescueForm } from '../../domain/rotation/rotation.ts';
import type { RouteDeclaration } from './declaration.ts';

const byLink = { function: 'day', auth: 'link' } as const;
const coordinator = { function: 'day', auth: 'organiser', needs: 'coordinator' } as const;

/** What organisers and schools do on the day itself. */
export const dayRoutes = {
  'GET /organiser/editions/{edition}/events/{event}/check-in': {
    ...coordinator,
    needs: 'viewer',
    personal: true,
    summary: 'The groups of an event, to check in',
  },
  'POST /organiser/editions/{edition}/events/{event}/check-in': {
    ...coordinator,
    summary: 'Count one group, or correct its count',
    body: checkInForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/rotation/rotation.ods': {
    ...coordinator,
    needs: 'viewer',
    personal: true,
    summary: 'The rotation as a spreadsheet: timetable, cards, doors, day sheet and badges',
  },
  'GET /my/place/bookings/{event}/check-in': { ...byLink, summary: 'A school’s own groups, to check in; the host all of them' },
  'POST /my/place/bookings/{event}/check-in': { ...byLink, summary: 'Count one of a school’s own groups', body: checkInForm },
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
