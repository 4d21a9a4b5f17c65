import { preparationForm } from '../../domain/statement.ts';
import type { RouteDeclaration } from './declaration.ts';

const byLink = { function: 'statement', auth: 'link' } as const;

/** What the reader of a mailed link gave and met in an edition. */
export const statementRoutes = {
  'GET /my/statement': { ...byLink, summary: 'What an organisation, a volunteer or a school gave and met' },
  'POST /my/statement': { ...byLink, summary: 'Say how many hours it took to prepare', body: preparationForm },
} as const satisfies Record<string, RouteDeclaration>;
