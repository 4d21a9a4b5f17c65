import { inviteToSurvey, type Registration } from '#shared/domain/registration.ts';
import { requireTrial } from '#shared/domain/trial.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import { cookies } from '#shared/system/cookies.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';

type Open = PostCall<'POST /organiser/editions/{edition}/trial/open', 'trial'>;

/**
 * Gives the organiser's browser what pressing Continue on a mailed link gives: a draft mails no links. Only in a draft that
 * is being tried, where everybody is made up. Conflicts: `not-draft`, `no-trial`; not found `record-unknown`.
 */
export async function openAs(call: Open): Promise<Answer> {
  const { ports, params, body, now, newToken } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  requireTrial(edition);
  if (!(await isThere(call))) throw new AppError('not-found', 'record-unknown', 'There is no such record.');
  if (body.purpose === 'survey') await askForSurvey(call);
  const token = newToken();
  const expiresAt = epochSecondsOf(secondsAfter(now, cookies.link.seconds));
  const session = { ...body, edition: params.edition, hash: tokenHash(token), link: 'trial', expiresAt };
  await ports.write.transact([{ put: 'linkSession', item: session, when: 'absent' }]);
  const seeOther = body.purpose === 'survey' ? '/my/survey' : '/my/place';
  const cookie = { name: cookies.link.name, value: token, seconds: cookies.link.seconds };
  return { seeOther, data: { next: seeOther }, cookies: [cookie] };
}

async function isThere({ ports: { read }, params: { edition }, body: { purpose, subject, urn = '' } }: Open): Promise<boolean> {
  if (purpose === 'organisation') return (await read.get('organisation', { edition, organisation: subject })) !== undefined;
  if (purpose === 'volunteer') return (await read.get('volunteer', { edition, volunteer: subject })) !== undefined;
  return urn !== '' && (await read.get('registration', { edition, urn, registration: subject })) !== undefined;
}

/** Asks about the events that the school is booked into: in a draft no week is ever over. */
async function askForSurvey(call: Open): Promise<void> {
  const { ports, params, body, now } = call;
  const { edition } = params;
  const key = { edition, urn: body.urn ?? '', registration: body.subject };
  const events = await ports.read.list('event', params);
  const booked = await Promise.all(
    events.map(async (one) => ((await ports.read.get('booking', { ...one, urn: key.urn })) ? [one] : [])),
  );
  const about = booked.flat().map(({ event, host }) => ({ event, host: host === key.urn }));
  await accept<Registration>(call, {
    edition,
    find: () => ports.read.get('registration', key),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'record-unknown', 'There is no such record.');
      return inviteToSurvey(current, about, now);
    },
    writes: (item, when) => [{ put: 'registration', item, when }],
    reference: ({ registration }) => registration,
  });
}
