import type { TableReader } from '#shared/ports.ts';
import { consumer, type FactsOf } from '../runtime/consumer.ts';
import { tableAdapters } from '../runtime/table.ts';
import { keepTasks, type TaskSubject } from '../jobs/keep-tasks.ts';

/** Keeps what waits for an organiser about whomever a fact is about. It looks at how things stand, so that order and repeats do not matter. */
export const handler = consumer('keep-tasks', tableAdapters, async (fact, ports, { now }) => {
  const subjects = 'event' in fact.data ? await subjectsAtEvent(fact, ports.read) : subjectsOf(fact);
  for (const subject of subjects) await keepTasks(subject, ports, now);
});

/** An event clashes with others of its day: what moves one moves all of them, also those that it left behind. */
async function subjectsAtEvent(fact: FactsOf<'keep-tasks'>, read: TableReader): Promise<TaskSubject[]> {
  const { edition, data } = fact;
  if (!('event' in data)) return [];
  const events = await read.list('event', { edition });
  const at = events.find((one) => one.event === data.event)?.halfDay;
  const before = 'before' in data && typeof data.before === 'string' ? data.before : undefined;
  const days = new Set([at, before].map((halfDay) => halfDay?.slice(0, 10)));
  const near = events.filter(({ halfDay }) => days.has(halfDay.slice(0, 10)));
  return [
    ...(await offersAt(fact, read)),
    ...(await bookingsAt(fact, read)),
    // A draft that was dropped is itself no longer there.
    ...[...new Set([data.event, ...near.map(({ event }) => event)])].map((event) => ({ kind: 'event' as const, edition, event })),
  ];
}

async function offersAt({ edition, type, data }: FactsOf<'keep-tasks'>, read: TableReader): Promise<TaskSubject[]> {
  if (!('event' in data)) return [];
  const { event } = data;
  const from = 'from' in data ? [{ kind: 'offer' as const, edition, event, visitor: data.from }] : [];
  if ('visitor' in data) return [{ kind: 'offer', edition, event, visitor: data.visitor }, ...from];
  if (type !== 'event.cancelled.v1' && type !== 'event.moved.v1') return [];
  const offers = await read.list('offer', { edition, event });
  return offers.map(({ visitor }) => ({ kind: 'offer', edition, event, visitor }));
}

async function bookingsAt({ edition, type, data }: FactsOf<'keep-tasks'>, read: TableReader): Promise<TaskSubject[]> {
  if (!('event' in data)) return [];
  const { event } = data;
  if ('urn' in data) return [{ kind: 'booking', edition, event, urn: data.urn }];
  if (type !== 'event.cancelled.v1' && type !== 'event.moved.v1') return [];
  return (await read.list('booking', { edition, event })).map(({ urn }) => ({ kind: 'booking', edition, event, urn }));
}

function subjectsOf({ edition, data }: FactsOf<'keep-tasks'>): TaskSubject[] {
  if ('from' in data) {
    return 'organisation' in data
      ? [data.organisation, data.from].map((organisation) => ({ kind: 'organisation', edition, organisation }))
      : 'volunteer' in data
        ? [data.volunteer, data.from].map((volunteer) => ({ kind: 'volunteer', edition, volunteer }))
        : [];
  }
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
