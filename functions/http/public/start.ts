import { londonDate } from '#shared/kernel/time.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { receiptPage } from '#web/receipt/page.ts';
import { editionPage, startPage } from '#web/start/page.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';

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
export async function showEdition({ ports: { read }, params, now }: Call<'GET /editions/{edition}', 'public'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const report = await read.get('report', { edition: params.edition });
  return {
    page: editionPage({ ...found, published: report !== undefined, signUp: signUpState(found.edition, londonDate(now)) }),
    data: { edition: found.edition },
  };
}

function signUpState(edition: Edition, today: string): 'open' | 'not-yet' | 'closed' {
  if (today < edition.registrationOpens) return 'not-yet';
  const takes = edition.state === 'open' || edition.state === 'running';
  return takes && today <= edition.registrationCloses ? 'open' : 'closed';
}

/** What happens after a form was sent. Says nothing about anybody: whoever has the address may see it. */
export async function showReceipt({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/received/{reference}', 'public'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  if (!/^[A-Z2-7]{4}-[A-Z2-7]{4}$/.test(params.reference))
    throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  return { page: receiptPage({ ...found, reference: params.reference }), data: { reference: params.reference } };
}
