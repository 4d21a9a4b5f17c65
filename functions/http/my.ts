import { myRoutes } from '#shared/system/routes/my.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { answerPlace, showDay, showOffer, tellLate } from './my/offers.ts';
import { confirmPlace, showPlace } from './my/place.ts';
import { showOrganisationCard, showSchoolCards } from './my/rotation.ts';
import { change, correctContact, showChange, showContact } from './my/school-changes.ts';
import { giveOver, showHandedOver, showHandOver, showWithdraw, withdraw } from './my/school-leaving.ts';
import { showMessages, showPrintPack } from './my/school-place.ts';
import {
  changeHelp,
  changeOffer,
  correctVisitorContact,
  decideCredit,
  showOfferChange,
  showVisitorContact,
  showWithdrawal,
  withdrawVisitor,
} from './my/visitor-changes.ts';

/** Everything the reader of a mailed link sees and does. */
export const handler = http(
  'my',
  myRoutes,
  tableAdapters,
  {
    'GET /editions/{edition}/handed-over': showHandedOver,
    'GET /my/place': showPlace,
    'POST /my/place/confirm': { act: confirmPlace },
    'GET /my/place/change': showChange,
    'POST /my/place/change': { act: change, form: showChange },
    'GET /my/place/contact': showContact,
    'POST /my/place/contact': { act: correctContact, form: showContact },
    'GET /my/place/hand-over': showHandOver,
    'POST /my/place/hand-over': { act: giveOver, form: showHandOver },
    'GET /my/place/withdraw': showWithdraw,
    'POST /my/place/withdraw': { act: withdraw, form: showWithdraw },
    'GET /my/place/bookings/{event}/rotation': showSchoolCards,
    'GET /my/offers/{event}/rotation': showOrganisationCard,
    'GET /my/place/print': showPrintPack,
    'GET /my/place/messages': showMessages,
    'GET /my/offers/{event}': showOffer,
    'POST /my/offers/{event}': { act: answerPlace, form: showOffer },
    'POST /my/offers/{event}/late': { act: tellLate, form: showOffer },
    'GET /my/day': showDay,
    'GET /my/organisation': showOfferChange,
    'POST /my/organisation': { act: changeOffer, form: showOfferChange },
    'GET /my/volunteer': showOfferChange,
    'POST /my/volunteer': { act: changeHelp, form: showOfferChange },
    'POST /my/credit': { act: decideCredit, form: showOfferChange },
    'GET /my/contact': showVisitorContact,
    'POST /my/contact': { act: correctVisitorContact, form: showVisitorContact },
    'GET /my/withdrawal': showWithdrawal,
    'POST /my/withdrawal': { act: withdrawVisitor, form: showWithdrawal },
  },
  problemPage,
);
