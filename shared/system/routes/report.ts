import type { RouteDeclaration } from './declaration.ts';

const anyone = { function: 'report', auth: 'anyone', cacheSeconds: 60 } as const;

/** The published reports, and what stands behind their figures. */
export const reportRoutes = {
  'GET /editions/{edition}/impact': { ...anyone, summary: 'The published impact report' },
  'GET /editions/{edition}/impact/{version}': { ...anyone, summary: 'One published version of the report, frozen' },
  'GET /editions/{edition}/impact/{version}/figures/{figure}': {
    ...anyone,
    summary: 'Where a figure comes from: its definition, rows, moment, edition and rules',
  },
  'GET /editions/{edition}/impact/{version}/data/{file}': { ...anyone, summary: 'The report’s figures as open data' },
} as const satisfies Record<string, RouteDeclaration>;
