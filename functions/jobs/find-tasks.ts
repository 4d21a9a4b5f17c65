import type { Edition } from '#shared/domain/edition.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { job } from '../runtime/job.ts';
import { tableAdapters } from '../runtime/table.ts';
import { keepTasks, type TaskSubject } from './keep-tasks.ts';

/** Looks at everybody of each edition under way: finds what waits because days have passed, and mends what was missed. */
export const handler = job('find-tasks', tableAdapters, async (ports, { now }) => {
  let count = 0;
  for (const edition of await ports.read.list('edition', {})) {
    if (edition.state !== 'open' && edition.state !== 'running') continue;
    const subjects = await everybodyIn(edition, ports.read);
    for (let start = 0; start < subjects.length; start += atOnce) await keepAll(subjects.slice(start, start + atOnce), now);
    count += subjects.length;
  }
  return { count };

  async function keepAll(subjects: readonly TaskSubject[], at: Instant): Promise<void> {
    await Promise.all(subjects.map((subject) => keepTasks(subject, ports, at)));
  }
});

/** How many are looked at together. */
const atOnce = 20;

async function everybodyIn({ edition }: Edition, read: TableReader): Promise<TaskSubject[]> {
  const [registrations, organisations, volunteers, events] = await Promise.all([
    read.list('registration', { edition }),
    read.list('organisation', { edition }),
    read.list('volunteer', { edition }),
    read.list('event', { edition }),
  ]);
  const [offers, bookings] = await Promise.all([
    Promise.all(events.map((event) => read.list('offer', event))),
    Promise.all(events.map((event) => read.list('booking', event))),
  ]);
  return [
    ...registrations.map(({ registration, urn }) => ({ kind: 'registration' as const, edition, registration, urn })),
    ...organisations.map(({ organisation }) => ({ kind: 'organisation' as const, edition, organisation })),
    ...volunteers.map(({ volunteer }) => ({ kind: 'volunteer' as const, edition, volunteer })),
    ...events.map(({ event }) => ({ kind: 'event' as const, edition, event })),
    ...bookings.flat().map(({ event, urn }) => ({ kind: 'booking' as const, edition, event, urn })),
    ...offers.flat().map(({ event, visitor }) => ({ kind: 'offer' as const, edition, event, visitor })),
  ];
}
