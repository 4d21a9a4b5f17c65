import { jobs } from '#shared/system/functions/jobs.ts';
import { table } from '#shared/system/table.ts';
import type { TableReader } from '#shared/ports.ts';
import { statusPage } from '#web/organiser/status.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';

/** How many of the newest mails are looked at for the last one sent and those that failed. */
const newest = 200;

/** What waits, which mails failed or came back, and when each job last ran. */
export async function showStatus({
  ports: { read },
  params,
  session,
  now,
}: Call<'GET /organiser/editions/{edition}/status', 'organiser'>): Promise<Answer> {
  const [found, facts, claimedSince, mails, addresses, runs] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    oldestFact(read),
    oldestClaim(read, now),
    read.list('mail', params, { newestFirst: true, limit: newest }),
    read.list('address', params),
    read.list('jobRun', {}),
  ]);
  const state = {
    factsSince: facts,
    claimedSince,
    lastSent: mails
      .flatMap(({ sentAt }) => sentAt ?? [])
      .toSorted()
      .at(-1),
    failed: mails.filter(({ problem, sentAt }) => problem !== undefined && sentAt === undefined),
    barred: await Promise.all(addresses.map(async (one) => ({ ...one, to: await addressOf(one, read) }))),
    jobs: Object.keys(jobs).map((job) => ({ job, run: runs.find((one) => one.job === job) })),
  };
  return { page: statusPage({ ...found, organiser: session, ...state, now }), data: state };
}

/** When the oldest fact that is not yet on the bus happened. Facts of all editions wait together. */
async function oldestFact(read: TableReader) {
  const oldest = await Promise.all(table.outboxShards.map((shard) => read.list('outbox', { shard }, { limit: 1 })));
  return oldest.flatMap((rows) => rows.map(({ at }) => at)).toSorted()[0];
}

/** When the mail was taken in hand that has been on its way the longest. */
async function oldestClaim(read: TableReader, now: Call<'GET /organiser/editions/{edition}/status', 'organiser'>['now']) {
  const [key] = await read.due('mail', 'claimed', now, 1);
  return key && (await read.get('mail', key))?.claimedAt;
}

/** Addresses are kept as digests: the mail that showed the trouble says whose it is. */
async function addressOf({ edition, mail }: { readonly edition: string; readonly mail?: string | undefined }, read: TableReader) {
  return mail === undefined ? undefined : (await read.get('mail', { edition, mail }))?.to;
}
