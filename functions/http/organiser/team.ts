import { changeRoles, inviteOrganiser, removeOrganiser, type Team } from '#shared/domain/team.ts';
import type { Decision } from '#shared/domain/decision.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { teamPage } from '#web/organiser/team.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, type Request } from '../accept.ts';
import { findEdition } from '../find.ts';

type Shown = 'GET /organiser/editions/{edition}/team' | 'POST /organiser/editions/{edition}/team';

/** The organisers of an edition; an admin also sees the forms to change them. */
export async function showTeam({ ports: { read }, params, session }: Call<Shown, 'organiser'>, filled?: Filled): Promise<Answer> {
  const [found, team] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    read.get('team', { edition: params.edition }),
  ]);
  if (!team) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
  return { page: teamPage({ ...found, organiser: session, team, filled }), data: { team } };
}

/** Invites an organiser, who is told by mail. */
export async function invite(call: PostCall<'POST /organiser/editions/{edition}/team', 'organiser'>): Promise<Answer> {
  return change(call, (team) => inviteOrganiser(team, call.body, call.now));
}

/** Changes what an organiser may do. */
export async function setRoles(
  call: PostCall<'POST /organiser/editions/{edition}/team/{organiser}/roles', 'organiser'>,
): Promise<Answer> {
  return change(call, (team) => changeRoles(team, call.params.organiser, call.body.roles));
}

/** Takes an organiser off the team. */
export async function remove(
  call: PostCall<'POST /organiser/editions/{edition}/team/{organiser}/remove', 'organiser'>,
): Promise<Answer> {
  return change(call, (team) => removeOrganiser(team, call.params.organiser));
}

async function change(
  call: Request & { readonly params: { readonly edition: string } },
  decide: (team: Team) => Decision<Team>,
): Promise<Answer> {
  const { edition } = call.params;
  await accept<Team>(call, {
    edition,
    find: () => call.ports.read.get('team', { edition }),
    decide: (team) => {
      if (!team) throw new AppError('not-found', 'edition-unknown', 'There is no such edition.');
      return decide(team);
    },
    writes: (item, when) => [{ put: 'team', item, when }],
    reference: () => edition,
  });
  return { seeOther: `/organiser/editions/${edition}/team`, data: {} };
}
