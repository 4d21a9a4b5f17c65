import { arrangeRoutes } from '#shared/system/routes/console/arrange.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { ask, showAsk, stop } from './arrange/ask.ts';
import { arrange, showArrange } from './arrange/arrange.ts';
import { drop, offer, showOffer } from './arrange/draft.ts';

/** How organisers set when the parts of an event are and how those who come get in, offer a draft, and ask people. */
export const handler = http(
  'arrange',
  arrangeRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/events/{event}/arrange': showArrange,
    'POST /organiser/editions/{edition}/events/{event}/arrange': { act: arrange, form: showArrange },
    'GET /organiser/editions/{edition}/events/{event}/ask': showAsk,
    'POST /organiser/editions/{edition}/events/{event}/ask': { act: ask, form: showAsk },
    'POST /organiser/editions/{edition}/events/{event}/ask/stop': { act: stop, form: showAsk },
    'GET /organiser/editions/{edition}/events/{event}/offer': showOffer,
    'POST /organiser/editions/{edition}/events/{event}/offer': { act: offer, form: showOffer },
    'POST /organiser/editions/{edition}/events/{event}/drop': { act: drop, form: showOffer },
  },
  problemPage,
);
