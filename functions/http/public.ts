import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';
import { openLink, showLink } from './public/links.ts';
import { showOrganisationForm, signOrganisationUp } from './public/organisations.ts';
import { confirmPlace, showPlace } from './public/place.ts';
import { findSchools, registerSchool, showRegister } from './public/schools.ts';
import { showEdition, showImpact, showReceipt, showStart } from './public/start.ts';
import { answer, showSurvey } from './public/survey.ts';
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
    'GET /editions/{edition}/received/{reference}': showReceipt,
    'GET /editions/{edition}/impact': showImpact,
    'GET /l/{token}': showLink,
    'POST /l/{token}': { act: openLink },
    'GET /my/place': showPlace,
    'POST /my/place/confirm': { act: confirmPlace },
    'GET /my/survey': showSurvey,
    'POST /my/survey': { act: answer, form: showSurvey },
  },
  problemPage,
);
