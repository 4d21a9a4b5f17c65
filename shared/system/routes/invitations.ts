import { declineForm, inviteForm } from '../../domain/sign-up-invitation.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const byLink = { function: 'invitations', auth: 'link' } as const;
const coordinator = { function: 'invitations', auth: 'organiser', needs: 'coordinator' } as const;

/** Whom an edition invites to sign up, and what the invited do with it by their link. */
export const invitationRoutes = {
  'GET /organiser/editions/{edition}/invitations': {
    function: 'invitations',
    auth: 'organiser',
    needs: 'viewer',
    personal: true,
    summary: 'Who was invited to sign up, and what became of it',
  },
  'POST /organiser/editions/{edition}/invitations': {
    ...coordinator,
    summary: 'Invite people to sign up; without `sure` it says who would be invited, and sends nothing',
    body: inviteForm,
  },
  'POST /organiser/editions/{edition}/invitations/remind': {
    ...coordinator,
    summary: 'Remind everybody who was invited and has not answered',
    body: nothing,
  },
  'GET /my/invitation': { ...byLink, summary: 'An invitation to sign up, with what the form would begin with' },
  'POST /my/invitation/start': { ...byLink, summary: 'Begin a sign-up with the answers of last time', body: nothing },
  'POST /my/invitation/decline': {
    ...byLink,
    summary: 'Say no to an invitation, or ask not to be invited again',
    body: declineForm,
  },
} as const satisfies Record<string, RouteDeclaration>;
