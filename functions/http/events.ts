import { eventRoutes } from '#shared/system/routes/events.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { cancel, showCancellation } from './organiser/cancellation.ts';
import { addEvent, attend, book, showEvent, showRecordEvent } from './organiser/events.ts';
import { move, showMove } from './organiser/moves.ts';

/** How organisers record events, fill them, move them and cancel them. */
export const handler = http(
  'events',
  eventRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/record-event': showRecordEvent,
    'POST /organiser/editions/{edition}/events': { act: addEvent, form: showRecordEvent },
    'GET /organiser/editions/{edition}/events/{event}': showEvent,
    'POST /organiser/editions/{edition}/events/{event}/bookings': { act: book, form: showEvent },
    'POST /organiser/editions/{edition}/events/{event}/attendance': { act: attend, form: showEvent },
    'GET /organiser/editions/{edition}/events/{event}/cancel': showCancellation,
    'POST /organiser/editions/{edition}/events/{event}/cancel': { act: cancel, form: showCancellation },
    'GET /organiser/editions/{edition}/events/{event}/move': showMove,
    'POST /organiser/editions/{edition}/events/{event}/move': { act: move, form: showMove },
  },
  problemPage,
);
