import { readEverybody } from '#web/mail/everybody.ts';
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
  const everybody = found.edition.trial
    ? await readEverybody(read, params.edition)
    : { registrations: [], organisations: [], volunteers: [] };
  const page = trialPage({ ...found, organiser: session, ...everybody });
  return { page, data: { trial: found.edition.trial ?? null } };
}
