import * as z from 'zod/mini';
import { id, urn } from '../../../domain/fields.ts';
import { nothing, type RouteDeclaration } from '../declaration.ts';

const viewer = { function: 'trial', auth: 'organiser', needs: 'viewer' } as const;
const coordinator = { function: 'trial', auth: 'organiser', needs: 'coordinator' } as const;
const admin = { function: 'trial', auth: 'organiser', needs: 'admin' } as const;

/** Trying a draft with test data before it opens. */
export const trialRoutes = {
  'GET /organiser/editions/{edition}/trial': { ...viewer, summary: 'What can be tried in a draft, and as whom' },
  'POST /organiser/editions/{edition}/trial/fill': { ...admin, summary: 'Fill a draft with test data', body: nothing },
  'POST /organiser/editions/{edition}/trial/clear': { ...admin, summary: 'Take all test data out of a draft', body: nothing },
  'POST /organiser/editions/{edition}/trial/open': {
    ...coordinator,
    summary: 'See a draft as one of its made-up people sees it by their mailed link',
    body: z.strictObject({
      purpose: z.enum(['registration', 'survey', 'organisation', 'volunteer'], 'Choose what to see'),
      subject: id,
      urn: z.optional(urn),
    }),
  },
} as const satisfies Record<string, RouteDeclaration>;
