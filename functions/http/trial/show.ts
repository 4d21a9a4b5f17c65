import { trialPage } from '#web/organiser/trial.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';

/** What a draft can be tried with; while it is, the pages of everybody, and of each who takes part. */
export async function showTrial({
  ports: { read },
  params,
  session,
}: Call<'GET /organiser/editions/{edition}/trial', 'trial'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const [registrations, organisations, volunteers] = found.edition.trial
    ? await Promise.all([read.list('registration', params), read.list('organisation', params), read.list('volunteer', params)])
    : [[], [], []];
  const page = trialPage({ ...found, organiser: session, registrations, organisations, volunteers });
  return { page, data: { trial: found.edition.trial ?? null } };
}
