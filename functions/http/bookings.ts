import { bookingRoutes } from '#shared/system/routes/bookings.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { answerWaiting, ask, showWaiting, showWaitingAt } from './my/waiting.ts';
import { setPlaces, showWaitingList } from './waiting/organiser.ts';
import { changeNumbers, giveBack, nameSupervisor, showBooking, showGiveBack } from './my/school-booking.ts';

/** What a school does about its places at events, and who waits for them. */
export const handler = http(
  'bookings',
  bookingRoutes,
  tableAdapters,
  {
    'GET /my/place/bookings/{event}': showBooking,
    'POST /my/place/bookings/{event}': { act: changeNumbers, form: showBooking },
    'POST /my/place/bookings/{event}/adult': { act: nameSupervisor, form: showBooking },
    'GET /my/place/bookings/{event}/give-back': showGiveBack,
    'POST /my/place/bookings/{event}/give-back': { act: giveBack, form: showGiveBack },
    'GET /my/place/waiting': showWaiting,
    'GET /my/place/waiting/{event}': showWaitingAt,
    'POST /my/place/waiting/{event}': { act: ask, form: showWaitingAt },
    'POST /my/place/waiting/{event}/answer': { act: answerWaiting, form: showWaitingAt },
    'GET /organiser/editions/{edition}/events/{event}/waiting': showWaitingList,
    'POST /organiser/editions/{edition}/events/{event}/waiting/places': { act: setPlaces, form: showWaitingList },
  },
  problemPage,
);
