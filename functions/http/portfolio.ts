import { portfolioRoutes } from '#shared/system/routes/portfolio.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { showPortfolio } from './portfolio/show.ts';
import { setStrategy, showStrategy } from './portfolio/strategy.ts';

/** How the programmes of a strategy stand, for its steering group. */
export const handler = http(
  'portfolio',
  portfolioRoutes,
  tableAdapters,
  {
    'GET /organiser/portfolio': showPortfolio,
    'GET /organiser/portfolio/strategy': showStrategy,
    'POST /organiser/portfolio/strategy': { act: setStrategy, form: showStrategy },
  },
  problemPage,
);
