import { strategyForm } from '../../domain/portfolio/strategy.ts';
import type { RouteDeclaration } from './declaration.ts';

const anybody = { function: 'portfolio', auth: 'organiser', needs: 'anybody' } as const;

/** What the steering group of a strategy sees: its programmes, and how each edition of them stands. */
export const portfolioRoutes = {
  'GET /organiser/portfolio': { ...anybody, summary: 'Strategies, programmes and how each edition stands' },
  'GET /organiser/portfolio/strategy': {
    ...anybody,
    summary: 'A strategy’s name, aim and programmes, to write down (`strategy`)',
  },
  'POST /organiser/portfolio/strategy': { ...anybody, summary: 'Keep a strategy', body: strategyForm },
} as const satisfies Record<string, RouteDeclaration>;
