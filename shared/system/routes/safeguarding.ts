import { placementForm } from '../../domain/placement.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const lead = { function: 'safeguarding', auth: 'organiser', needs: 'safeguarding' } as const;

/** What the safeguarding lead sees and decides. */
export const safeguardingRoutes = {
  'GET /organiser/editions/{edition}/safeguarding': {
    ...lead,
    personal: true,
    summary: 'Places that wait at the safeguarding line, and what was decided',
  },
  'GET /organiser/editions/{edition}/safeguarding/{volunteer}': {
    ...lead,
    personal: true,
    summary: 'The days on which one person meets children, and the decision on those over the line',
  },
  'POST /organiser/editions/{edition}/safeguarding/{volunteer}/decisions': {
    ...lead,
    summary: 'Confirm or refuse a place that waits at the line, with the reason',
    body: placementForm,
  },
  'POST /organiser/editions/{edition}/safeguarding/{volunteer}/check': {
    ...lead,
    summary: 'Record that a check against the barred list is asked for; refused below the line',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;
