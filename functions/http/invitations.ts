import { invitationRoutes } from '#shared/system/routes/invitations.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { declineInvitation, showInvitation, startFromInvitation } from './invitations/mine.ts';
import { inviteAll, remindAll, showInvitations } from './invitations/organiser.ts';

/** Inviting people to sign up, and what they do with it. */
export const handler = http(
  'invitations',
  invitationRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/invitations': showInvitations,
    'POST /organiser/editions/{edition}/invitations': { act: inviteAll, form: showInvitations },
    'POST /organiser/editions/{edition}/invitations/remind': { act: remindAll, form: showInvitations },
    'GET /my/invitation': showInvitation,
    'POST /my/invitation/start': { act: startFromInvitation },
    'POST /my/invitation/decline': { act: declineInvitation, form: showInvitation },
  },
  problemPage,
);
