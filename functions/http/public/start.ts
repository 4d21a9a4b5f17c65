import { type Instant, londonDate } from '#shared/kernel/time.ts';
import { type Edition, isOpenForSignUp } from '#shared/domain/edition.ts';
import { receiptPage } from '#web/receipt/page.ts';
import { editionPage, startPage } from '#web/start/page.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findPublicEdition } from '../find.ts';

/** The editions that are not drafts, newest first. */
export async function showStart({ ports: { read } }: Call<'GET /', 'public'>): Promise<Answer> {
  const [programmes, editions] = await Promise.all([read.list('programme', {}), read.list('edition', {})]);
  const shown = editions
    .filter(({ state }) => state !== 'draft')
    .sort((a, b) => b.starts.localeCompare(a.starts))
    .flatMap((edition) => {
      const programme = programmes.find((one) => one.programme === edition.programme);
      return programme ? [{ edition, programme }] : [];
    });
  return { page: startPage({ editions: shown }), data: { editions: shown.map(({ edition }) => edition) } };
}

/** What one edition is, and how to take part. */
export async function showEdition(call: Call<'GET /editions/{edition}', 'public'>): Promise<Answer> {
  const {
    ports: { read },
    params,
    now,
  } = call;
  const found = await findPublicEdition(call);
  const [report, figures] = await Promise.all([
    read.get('report', { edition: params.edition }),
    read.list('indicatorSeries', { programme: found.programme.programme }, { limit: 1 }),
  ]);
  const signUp = signUpState(found.edition, now);
  return {
    page: editionPage({ ...found, published: report !== undefined, figures: figures.length > 0, signUp }),
    data: { edition: found.edition },
    own: found.edition.trial !== undefined,
  };
}

function signUpState(edition: Edition, now: Instant): 'open' | 'not-yet' | 'closed' {
  if (!edition.trial && londonDate(now) < edition.registrationOpens) return 'not-yet';
  return isOpenForSignUp(edition, now) ? 'open' : 'closed';
}

/** What happens after a form was sent. Says nothing about anybody: whoever has the address may see it. */
export async function showReceipt(call: Call<'GET /editions/{edition}/received/{reference}', 'public'>): Promise<Answer> {
  const { params } = call;
  const found = await findPublicEdition(call);
  if (!/^[A-Z2-7]{4}-[A-Z2-7]{4}$/.test(params.reference))
    throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  return { page: receiptPage({ ...found, reference: params.reference }), data: { reference: params.reference } };
}
