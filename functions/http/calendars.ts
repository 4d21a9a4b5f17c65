import { calendarRoutes } from '#shared/system/routes/calendars.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { showFeed } from './calendars/feed.ts';
import { makeMine, showMine, stopMine } from './calendars/mine.ts';
import { makeTeams, showTeams, stopTeams } from './calendars/organiser.ts';

/** The week in a calendar of one's own. */
export const handler = http(
  'calendars',
  calendarRoutes,
  tableAdapters,
  {
    'GET /calendar/{token}': showFeed,
    'GET /my/calendar': showMine,
    'POST /my/calendar': { act: makeMine },
    'POST /my/calendar/stop': { act: stopMine },
    'GET /organiser/editions/{edition}/calendar': showTeams,
    'POST /organiser/editions/{edition}/calendar': { act: makeTeams },
    'POST /organiser/editions/{edition}/calendar/stop': { act: stopTeams },
  },
  problemPage,
);
