import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';
import { answerStep, showStep, showStepAgain } from './public/apply.ts';
import { showJourneyStart, startJourney } from './public/apply-start.ts';
import { openLink, showLink } from './public/links.ts';
import { askForLink, showLostLink } from './public/lost-link.ts';
import { answerPlace, showDay, showOffer, tellLate } from './public/offers.ts';
import { showOrganisationForm, signOrganisationUp } from './public/organisations.ts';
import { confirmPlace, showPlace } from './public/place.ts';
import { changeNumbers, showBooking } from './public/school-booking.ts';
import { change, correctContact, showChange, showContact } from './public/school-changes.ts';
import { giveOver, showHandedOver, showHandOver, showWithdraw, withdraw } from './public/school-leaving.ts';
import { showMessages, showPrintPack } from './public/school-place.ts';
import { findSchools, registerSchool, showRegister } from './public/schools.ts';
import { showEdition, showImpact, showReceipt, showStart } from './public/start.ts';
import { answer, showSurvey } from './public/survey.ts';
import {
  changeHelp,
  changeOffer,
  correctVisitorContact,
  decideCredit,
  showOfferChange,
  showVisitorContact,
  showWithdrawal,
  withdrawVisitor,
} from './public/visitor-changes.ts';
import { showVolunteerForm, signVolunteerUp } from './public/volunteers.ts';

/** Everything schools, organisations, volunteers and the public do. */
export const handler = http(
  'public',
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  {
    'GET /': showStart,
    'GET /editions/{edition}': showEdition,
    'GET /editions/{edition}/schools': findSchools,
    'GET /editions/{edition}/schools/register': showRegister,
    'POST /editions/{edition}/schools/register': { act: registerSchool, form: showRegister },
    'GET /editions/{edition}/organisations/sign-up': showOrganisationForm,
    'POST /editions/{edition}/organisations/sign-up': { act: signOrganisationUp, form: showOrganisationForm },
    'GET /editions/{edition}/volunteers/sign-up': showVolunteerForm,
    'POST /editions/{edition}/volunteers/sign-up': { act: signVolunteerUp, form: showVolunteerForm },
    'GET /editions/{edition}/apply/{journey}': showJourneyStart,
    'POST /editions/{edition}/apply/{journey}': { act: startJourney, form: showJourneyStart },
    'GET /editions/{edition}/apply/{journey}/{step}': showStep,
    'POST /editions/{edition}/apply/{journey}/{step}': { act: answerStep, form: showStepAgain },
    'GET /editions/{edition}/received/{reference}': showReceipt,
    'GET /editions/{edition}/impact': showImpact,
    'GET /editions/{edition}/lost-link': showLostLink,
    'POST /editions/{edition}/lost-link': { act: askForLink, form: showLostLink },
    'GET /editions/{edition}/handed-over': showHandedOver,
    'GET /l/{token}': showLink,
    'POST /l/{token}': { act: openLink },
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
    'GET /my/place/bookings/{event}': showBooking,
    'POST /my/place/bookings/{event}': { act: changeNumbers, form: showBooking },
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
    'GET /my/survey': showSurvey,
    'POST /my/survey': { act: answer, form: showSurvey },
  },
  problemPage,
);
