import { nothing, type RouteDeclaration } from './declaration.ts';

const byLink = { function: 'calendars', auth: 'link' } as const;
const onTeam = { function: 'calendars', auth: 'organiser', needs: 'viewer' } as const;

/** The week in a calendar of one's own, under an address that only its reader knows. */
export const calendarRoutes = {
  'GET /calendar/{token}': {
    function: 'calendars',
    auth: 'anyone',
    summary: 'Everything that one reader has in the week, as `text/calendar`; the token may end with `.ics`',
  },
  'GET /my/calendar': { ...byLink, summary: 'Whether the reader of a link has an address for their calendar' },
  'POST /my/calendar': { ...byLink, summary: 'Make that address; one made before ends', body: nothing },
  'POST /my/calendar/stop': { ...byLink, summary: 'End that address', body: nothing },
  'GET /organiser/editions/{edition}/calendar': {
    ...onTeam,
    summary: 'Whether an organiser has an address for their calendar',
  },
  'POST /organiser/editions/{edition}/calendar': { ...onTeam, summary: 'Make that address; one made before ends', body: nothing },
  'POST /organiser/editions/{edition}/calendar/stop': { ...onTeam, summary: 'End that address', body: nothing },
} as const satisfies Record<string, RouteDeclaration>;
