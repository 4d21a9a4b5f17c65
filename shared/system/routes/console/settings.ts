import { cloneForm, settingsForm } from '../../../domain/edition-settings.ts';
import { programmeChangeForm } from '../../../domain/programme.ts';
import type { RouteDeclaration } from '../declaration.ts';

const viewer = { function: 'organiser', auth: 'organiser', needs: 'viewer' } as const;
const admin = { function: 'organiser', auth: 'organiser', needs: 'admin' } as const;

/** An edition's settings, and the next edition made from them. */
export const settingRoutes = {
  'GET /organiser/editions/{edition}/settings': { ...viewer, summary: 'An edition’s dates, words and safeguarding lead' },
  'POST /organiser/editions/{edition}/settings': { ...admin, summary: 'Change an edition’s settings', body: settingsForm },
  'GET /organiser/editions/{edition}/programme': { ...admin, summary: 'The programme’s name, places, colour and contact' },
  'POST /organiser/editions/{edition}/programme': { ...admin, summary: 'Change the programme', body: programmeChangeForm },
  'GET /organiser/editions/{edition}/next': { ...admin, summary: 'The form to plan the next edition from this one' },
  'POST /organiser/editions/{edition}/next': { ...admin, summary: 'Plan the next edition from this one', body: cloneForm },
} as const satisfies Record<string, RouteDeclaration>;
