import { readerOf } from '#shared/domain/outgoing.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { failing } from '#shared/system/functions/failing.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { jobs } from '#shared/system/functions/jobs.ts';
import { table } from '#shared/system/table.ts';
import type { TableReader } from '#shared/ports.ts';
import { doneKinds, statusPage } from '#web/organiser/status.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';

/** How many of the newest mails are looked at for the last one sent and those that failed. */
const newest = 200;

type Path = '/organiser/editions/{edition}/status';

/** What waits, what failed, which mails came back, and when each job last ran. */
export async function showStatus({
  ports: { read, failures },
  params,
  query,
  session,
  now,
}: Call<`GET ${Path}`, 'upkeep'>): Promise<Answer> {
  const [found, facts, claimedSince, mails, addresses, runs, counts] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    oldestFact(read),
    oldestClaim(read, now),
    read.list('mail', params, { newestFirst: true, limit: newest }),
    read.list('address', params),
    read.list('jobRun', {}),
    failures.counts(failing.map(({ name }) => name)).catch(unlessUnavailable),
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
    failures:
      counts && failing.flatMap((one) => ((counts.get(one.name) ?? 0) > 0 ? [{ ...one, count: counts.get(one.name) ?? 0 }] : [])),
    jobs: Object.keys(jobs).map((job) => ({ job, run: runs.find((one) => one.job === job) })),
  };
  const done = doneKinds.find((one) => one === query['done']);
  return { page: statusPage({ ...found, organiser: session, ...state, now, done }), data: state };
}

/** Gives all that a function failed at back to it: each piece is done once, however often it is tried. */
export async function retry(call: PostCall<`POST ${Path}/retry`, 'upkeep'>): Promise<Answer> {
  const { ports, params, body } = call;
  const one = failing.find(({ name, retried }) => retried && name === body.function);
  if (!one) throw new AppError('not-found', 'queue-unknown', 'There is no such work to try again.');
  await ports.failures.retry(one.name);
  await ports.write.transact([...outboxWrite(params.edition, [{ type: 'work.retried.v1', data: { function: one.name } }], call)]);
  return { seeOther: `${pathTo(params.edition)}?done=retried`, data: { retried: one.name } };
}

/** Forgets that an address took no mail, so that it gets the next one. Once is enough: again changes nothing. */
export async function lift(call: PostCall<`POST ${Path}/addresses/{address}/lift`, 'upkeep'>): Promise<Answer> {
  const { ports, params } = call;
  const key = { edition: params.edition, address: params.address };
  const barred = /^[a-z2-7]{20}$/.test(params.address) ? await ports.read.get('address', key) : undefined;
  if (!barred) throw new AppError('not-found', 'address-unknown', 'This address gets email already.');
  const mail =
    barred.mail === undefined ? undefined : await ports.read.get('mail', { edition: barred.edition, mail: barred.mail });
  const { recipient, urn } = mail ? readerOf(mail) : {};
  await ports.write.transact([
    { remove: 'address', key, when: { at: barred.at } },
    ...outboxWrite(
      params.edition,
      [{ type: 'address.lifted.v1', data: { address: barred.address, recipient, urn, state: barred.state } }],
      call,
    ),
  ]);
  return { seeOther: `${pathTo(params.edition)}?done=lifted`, data: { lifted: barred.address } };
}

/** The page shows the rest where the queues cannot be reached. */
function unlessUnavailable(error: unknown): undefined {
  if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error;
}

function pathTo(edition: string): string {
  return `/organiser/editions/${edition}/status`;
}

/** When the oldest fact that is not yet on the bus happened. Facts of all editions wait together. */
async function oldestFact(read: TableReader) {
  const oldest = await Promise.all(table.outboxShards.map((shard) => read.list('outbox', { shard }, { limit: 1 })));
  return oldest.flatMap((rows) => rows.map(({ at }) => at)).toSorted()[0];
}

/** When the mail was taken in hand that has been on its way the longest. */
async function oldestClaim(read: TableReader, now: Instant) {
  const [key] = await read.due('mail', 'claimed', now, 1);
  return key && (await read.get('mail', key))?.claimedAt;
}

/** Addresses are kept as digests: the mail that showed the trouble says whose it is. */
async function addressOf({ edition, mail }: { readonly edition: string; readonly mail?: string | undefined }, read: TableReader) {
  return mail === undefined ? undefined : (await read.get('mail', { edition, mail }))?.to;
}
