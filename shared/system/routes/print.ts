import type { RouteDeclaration } from './declaration.ts';

/** What is made to be printed or kept as a file. Apart, since a writer of PDF is larger than all the pages. */
export const printRoutes = {
  'GET /editions/{edition}/impact/{version}/report.pdf': {
    function: 'print',
    auth: 'anyone',
    cacheSeconds: 3600,
    summary: 'One published version of the report as a tagged PDF',
  },
  'GET /my/statement.pdf': {
    function: 'print',
    auth: 'link',
    summary: 'What the reader of a link gave and met, as a tagged PDF',
  },
} as const satisfies Record<string, RouteDeclaration>;
