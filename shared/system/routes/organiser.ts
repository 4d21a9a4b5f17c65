import * as z from 'zod/mini';
import { editionForm } from '../../domain/edition-settings.ts';
import { programmeForm } from '../../domain/programme.ts';
import { invitationForm, rolesForm } from '../../domain/team.ts';
import { editionState } from '../../domain/vocabulary.ts';
import { backToList, nothing, type RouteDeclaration } from './declaration.ts';
import { listRoutes } from './console/lists.ts';
import { settingRoutes } from './console/settings.ts';

const anybody = { function: 'organiser', auth: 'organiser', needs: 'anybody' } as const;
const viewer = { function: 'organiser', auth: 'organiser', needs: 'viewer' } as const;
const people = { ...viewer, personal: true } as const;
const coordinator = { function: 'organiser', auth: 'organiser', needs: 'coordinator' } as const;
const admin = { function: 'organiser', auth: 'organiser', needs: 'admin' } as const;

/** What a signed-in organiser sees and does. */
export const organiserRoutes = {
  'GET /organiser': { ...anybody, summary: 'Programmes and editions' },
  'POST /organiser/programmes': { ...anybody, summary: 'Open a programme', body: programmeForm },
  'POST /organiser/editions': { ...anybody, summary: 'Plan an edition', body: editionForm },
  'GET /organiser/editions/{edition}': { ...viewer, summary: 'One edition, with links to its lists' },
  'POST /organiser/editions/{edition}/state': {
    ...admin,
    summary: 'Move an edition on by one step',
    body: z.strictObject({ state: editionState }),
  },
  'GET /organiser/editions/{edition}/audit': { ...admin, summary: 'Who changed or looked at what, newest first' },
  'GET /organiser/editions/{edition}/team': { ...people, summary: 'The edition’s organisers and their roles' },
  'POST /organiser/editions/{edition}/team': { ...admin, summary: 'Invite an organiser', body: invitationForm },
  'POST /organiser/editions/{edition}/team/{organiser}/roles': {
    ...admin,
    summary: 'Change what an organiser may do',
    body: rolesForm,
  },
  'POST /organiser/editions/{edition}/team/{organiser}/remove': {
    ...admin,
    summary: 'Take an organiser off the team',
    body: nothing,
  },
  ...settingRoutes,
  ...listRoutes,
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/approve': {
    ...coordinator,
    summary: 'Approve a school’s registration',
    body: backToList,
  },
} as const satisfies Record<string, RouteDeclaration>;
