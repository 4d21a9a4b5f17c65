import { publicRoutes } from '#shared/system/routes/public.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { openLink, showLink } from './public/links.ts';
import { askForLink, showLostLink } from './public/lost-link.ts';
import { showOrganisationForm, signOrganisationUp } from './public/organisations.ts';
import { findSchools, registerSchool, showRegister } from './public/schools.ts';
import { showEdition, showReceipt, showStart } from './public/start.ts';
import { showVolunteerForm, signVolunteerUp } from './public/volunteers.ts';

/** What the public sees, signing up by one form, and opening a mailed link. */
export const handler = http(
  'public',
  publicRoutes,
  tableAdapters,
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
    'GET /editions/{edition}/lost-link': showLostLink,
    'POST /editions/{edition}/lost-link': { act: askForLink, form: showLostLink },
    'GET /l/{token}': showLink,
    'POST /l/{token}': { act: openLink },
  },
  problemPage,
);
