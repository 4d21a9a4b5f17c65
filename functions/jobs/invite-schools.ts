import type { Edition } from '#shared/domain/edition.ts';
import type { EventTotal } from '#shared/domain/impact.ts';
import { instrumentFor } from '#shared/domain/instruments/in-use.ts';
import { schoolsSurvey } from '#shared/domain/instruments/schools.ts';
import { type AskedAbout, inviteToSurvey } from '#shared/domain/registration.ts';
import { londonDate } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';

/** Asks every school that took part how it was, once, from the afternoon of the last day on. */
export const handler = job('invite-schools', tableAdapters, async ({ read, write }, context) => {
  const today = londonDate(context.now);
  let count = 0;
  for (const edition of await read.list('edition', {})) {
    const asking = edition.state === 'running' || edition.state === 'surveying';
    if (asking && today >= edition.ends && today <= edition.surveyCloses)
      count += await inviteEdition(edition, { read, write, context });
  }
  return { count };
});

type Needs = { readonly read: TableReader; readonly write: TableWriter; readonly context: Context };

async function inviteEdition({ edition }: Edition, { read, write, context }: Needs): Promise<number> {
  const held = (await read.list('eventTotal', { edition })).filter((one) => one.held);
  const used = await read.get('usedInstrument', { edition, instrument: schoolsSurvey.instrument });
  const { fresh } = instrumentFor(edition, [schoolsSurvey], used);
  let count = 0;
  for (const current of await read.list('registration', { edition })) {
    const { state, facts } = inviteToSurvey(current, eventsOf(current.urn, held), context.now);
    if (facts.length === 0) continue;
    // Refused: changed under our hands. The next run sees it as it is then.
    const { ok } = await write.transact([
      { put: 'registration', item: state, when: { version: current.version } },
      ...outboxWrite(edition, facts, context),
      // The first that is asked settles by which version; those asked after it say the same again.
      ...(fresh ? [{ put: 'usedInstrument' as const, item: fresh, when: 'any' as const }] : []),
    ]);
    if (ok) count += 1;
  }
  return count;
}

/** The events that a school's pupils came to or that it hosted. */
function eventsOf(urn: string, held: readonly EventTotal[]): AskedAbout[] {
  const here = held.filter(({ host, schools }) => host === urn || schools.includes(urn));
  return here.map(({ event, host }) => ({ event, host: host === urn }));
}
