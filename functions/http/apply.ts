import { applyRoutes } from '#shared/system/routes/apply.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { answerStep, showStep, showStepAgain } from './apply/steps.ts';
import { showJourneyStart, startJourney } from './apply/start.ts';

/** Signing up question by question, with a draft kept between visits. */
export const handler = http(
  'apply',
  applyRoutes,
  tableAdapters,
  {
    'GET /editions/{edition}/apply/{journey}': showJourneyStart,
    'POST /editions/{edition}/apply/{journey}': { act: startJourney, form: showJourneyStart },
    'GET /editions/{edition}/apply/{journey}/{step}': showStep,
    'POST /editions/{edition}/apply/{journey}/{step}': { act: answerStep, form: showStepAgain },
  },
  problemPage,
);
