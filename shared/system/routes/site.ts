import type { RouteDeclaration } from './declaration.ts';

/** What needs no data. */
export const siteRoutes = {
  'GET /assets/{name}': {
    function: 'site',
    auth: 'anyone',
    summary: 'Styles and script, by content hash',
    cacheSeconds: 31_536_000,
  },
  'GET /accessibility': { function: 'site', auth: 'anyone', summary: 'Accessibility statement', cacheSeconds: 60 },
  'GET /privacy': { function: 'site', auth: 'anyone', summary: 'Privacy notice', cacheSeconds: 60 },
  'GET /privacy/children': { function: 'site', auth: 'anyone', summary: 'Privacy notice for children', cacheSeconds: 60 },
  'GET /contact': { function: 'site', auth: 'anyone', summary: 'Whom to ask about what', cacheSeconds: 60 },
  'GET /.well-known/security.txt': {
    function: 'site',
    auth: 'anyone',
    summary: 'Whom to tell of a weakness (RFC 9116)',
    cacheSeconds: 60,
  },
  'GET /cookies': { function: 'site', auth: 'anyone', summary: 'The cookies we set', cacheSeconds: 60 },
  $default: { function: 'site', auth: 'anyone', summary: 'Everything else: 404, 405, and HEAD and OPTIONS without effect' },
} as const satisfies Record<string, RouteDeclaration>;
