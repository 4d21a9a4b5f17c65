import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { consumer, type FactsOf } from '../runtime/consumer.ts';
import { tableAdapters } from '../runtime/table.ts';
import { keepTasks, type TaskSubject } from '../jobs/keep-tasks.ts';

/** Keeps what waits for an organiser about whomever a fact is about. It looks at how things stand, so that order and repeats do not matter. */
export const handler = consumer('keep-tasks', tableAdapters, async (fact, ports, { now }) => {
  const subjects = fact.type === 'event.cancelled.v1' ? await offersOf(fact, ports.read) : subjectsOf(fact);
  for (const subject of subjects) await keepTasks(subject, ports, now);
});

async function offersOf({ edition, data: { event } }: Fact<'event.cancelled.v1'>, read: TableReader): Promise<TaskSubject[]> {
  const offers = await read.list('offer', { edition, event });
  return offers.map(({ visitor }) => ({ kind: 'offer', edition, event, visitor }));
}

function subjectsOf({ edition, data }: FactsOf<'keep-tasks'>): TaskSubject[] {
  if ('visitor' in data) return [{ kind: 'offer', edition, event: data.event, visitor: data.visitor }];
  if ('registration' in data) return [{ kind: 'registration', edition, registration: data.registration, urn: data.urn }];
  if ('organisation' in data && data.organisation) return [{ kind: 'organisation', edition, organisation: data.organisation }];
  if ('volunteer' in data) return [{ kind: 'volunteer', edition, volunteer: data.volunteer }];
  const { recipient, urn } = 'recipient' in data ? data : {};
  if (recipient === undefined) return [];
  if (urn !== undefined) return [{ kind: 'registration', edition, registration: recipient, urn }];
  // A mail that came back says whose it was, not what they are: only one of the two is there.
  return [
    { kind: 'organisation', edition, organisation: recipient },
    { kind: 'volunteer', edition, volunteer: recipient },
  ];
}
