import { organiserRoutes } from '#shared/system/routes/organiser.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { addEdition, addProgramme, showHome, showHomeAgain, showOneEdition, stepEdition } from './organiser/editions.ts';
import { showEvents, showOrganisations, showRegistrations, showVolunteers } from './organiser/lists.ts';
import { showAudit } from './organiser/audit.ts';
import { setProgramme, showProgramme } from './organiser/programme.ts';
import { planNext, setSettings, showNext, showSettings } from './organiser/settings.ts';
import { invite, remove, setRoles, showTeam } from './organiser/team.ts';
import { approve } from './organiser/people.ts';

/** Everything a signed-in organiser does. */
export const handler = http(
  'organiser',
  organiserRoutes,
  tableAdapters,
  {
    'GET /organiser': showHome,
    'POST /organiser/programmes': { act: addProgramme, form: showHomeAgain.open },
    'POST /organiser/editions': { act: addEdition, form: showHomeAgain.plan },
    'GET /organiser/editions/{edition}': showOneEdition,
    'POST /organiser/editions/{edition}/state': { act: stepEdition },
    'GET /organiser/editions/{edition}/programme': showProgramme,
    'POST /organiser/editions/{edition}/programme': { act: setProgramme, form: showProgramme },
    'GET /organiser/editions/{edition}/settings': showSettings,
    'POST /organiser/editions/{edition}/settings': { act: setSettings, form: showSettings },
    'GET /organiser/editions/{edition}/next': showNext,
    'POST /organiser/editions/{edition}/next': { act: planNext, form: showNext },
    'GET /organiser/editions/{edition}/audit': showAudit,
    'GET /organiser/editions/{edition}/team': showTeam,
    'POST /organiser/editions/{edition}/team': { act: invite, form: showTeam },
    'POST /organiser/editions/{edition}/team/{organiser}/roles': { act: setRoles },
    'POST /organiser/editions/{edition}/team/{organiser}/remove': { act: remove },
    'GET /organiser/editions/{edition}/registrations': showRegistrations,
    'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/approve': { act: approve },
    'GET /organiser/editions/{edition}/organisations': showOrganisations,
    'GET /organiser/editions/{edition}/volunteers': showVolunteers,
    'GET /organiser/editions/{edition}/events': showEvents,
  },
  problemPage,
);
