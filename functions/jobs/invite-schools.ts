import type { Edition } from '#shared/domain/edition.ts';
import type { EventTotal } from '#shared/domain/totals.ts';
import { instrumentFor } from '#shared/domain/instruments/in-use.ts';
import { schoolsSurvey } from '#shared/domain/instruments/schools.ts';
import { type AskedAbout, inviteToSurvey, type Registration, remindOfSurvey } from '#shared/domain/registration.ts';
import { surveyReminderDue } from '#shared/domain/survey.ts';
import { londonDate } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';

/** Asks every school that took part how it was, once, from the afternoon of the last day on; reminds it once, and no more. */
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

async function inviteEdition(of: Edition, { read, write, context }: Needs): Promise<number> {
  const { edition } = of;
  const held = (await read.list('eventTotal', { edition })).filter((one) => one.held);
  const used = await read.get('usedInstrument', { edition, instrument: schoolsSurvey.instrument });
  const { fresh } = instrumentFor(edition, [schoolsSurvey], used);
  let count = 0;
  const schools = await read.list('registration', { edition });
  for (const current of schools) {
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
  return count + (await remindEdition(of, schools, { read, write, context }));
}

/** Reminds the schools that have not answered about something some days after they were asked. One just asked is not due. */
async function remindEdition(of: Edition, schools: readonly Registration[], { read, write, context }: Needs): Promise<number> {
  const { edition } = of;
  const due = schools.filter(
    ({ surveyInvitedAt, surveyRemindedAt }) =>
      surveyInvitedAt !== undefined && surveyRemindedAt === undefined && surveyReminderDue(surveyInvitedAt, of, context.now),
  );
  const given = due.length === 0 ? [] : await read.list('response', { edition });
  let count = 0;
  for (const current of due) {
    const { registration, surveyAbout = [] } = current;
    const answered = given.filter((one) => one.registration === registration).map(({ event }) => event);
    const open = surveyAbout.filter(({ event }) => !answered.includes(event));
    const { state, facts } = remindOfSurvey(current, open, context.now);
    if (facts.length === 0) continue;
    const { ok } = await write.transact([
      { put: 'registration', item: state, when: { version: current.version } },
      ...outboxWrite(edition, facts, context),
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
