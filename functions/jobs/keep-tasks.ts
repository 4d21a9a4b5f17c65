import { clashesOf } from '#shared/domain/clash.ts';
import {
  type Task,
  tasksOfBooking,
  tasksOfEvent,
  tasksOfOffer,
  tasksOfRegistration,
  tasksOfSignUp,
} from '#shared/domain/task.ts';
import type { TaskKind } from '#shared/domain/vocabulary.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import { addressKey } from '../runtime/address-key.ts';
import { gatheringsAt } from './gatherings.ts';

/** Whom or what tasks are about: the key of one item. */
export type TaskSubject =
  | { readonly kind: 'registration'; readonly edition: string; readonly registration: string; readonly urn: string }
  | { readonly kind: 'organisation'; readonly edition: string; readonly organisation: string }
  | { readonly kind: 'volunteer'; readonly edition: string; readonly volunteer: string }
  | { readonly kind: 'event'; readonly edition: string; readonly event: string }
  | { readonly kind: 'offer'; readonly edition: string; readonly event: string; readonly visitor: string }
  | { readonly kind: 'booking'; readonly edition: string; readonly event: string; readonly urn: string };

type Ports = { readonly read: TableReader; readonly write: TableWriter };
/** `version` changes with whatever the tasks follow from. */
type Found = { readonly version: number | string; readonly subject: string; readonly tasks: readonly Task[] };

const own: Readonly<Record<TaskSubject['kind'], readonly TaskKind[]>> = {
  registration: ['approve', 'bounced'],
  organisation: ['unconfirmed', 'bounced'],
  volunteer: ['unconfirmed', 'bounced'],
  event: ['clash'],
  offer: ['no-reply', 'line', 'short'],
  booking: ['adult'],
};

/**
 * Writes what waits about one subject as it stands, and takes away what waits no longer. After writing it looks again: a
 * change meanwhile is met by whoever writes last.
 */
export async function keepTasks(subject: TaskSubject, { read, write }: Ports, now: Instant): Promise<void> {
  let seen: Found['version'] | undefined;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const found = await find(subject, read, now);
    if (!found || found.version === seen) return;
    await write.bulk(writesOf(subject, found));
    seen = found.version;
  }
}

function writesOf(
  { kind, edition }: TaskSubject,
  { subject, tasks }: Found,
): Extract<Write, { put: 'task' } | { remove: 'task' }>[] {
  const waiting = new Map(tasks.map((task) => [task.kind, task]));
  return own[kind].map((one) => {
    const task = waiting.get(one);
    return task
      ? { put: 'task', item: task, when: 'any' }
      : { remove: 'task', key: { edition, kind: one, subject }, when: 'any' };
  });
}

async function find(subject: TaskSubject, read: TableReader, now: Instant): Promise<Found | undefined> {
  const { edition } = subject;
  if (subject.kind === 'event') return findClashes(subject, read, now);
  if (subject.kind === 'booking' || subject.kind === 'offer') return findAtEvent(subject, read, now);
  if (subject.kind === 'registration') {
    const found = await read.get('registration', subject);
    const bouncedAt = found && (await bounced(edition, found.contact.email, read));
    return found && { version: found.version, subject: found.registration, tasks: tasksOfRegistration(found, bouncedAt) };
  }
  const found = subject.kind === 'organisation' ? await read.get('organisation', subject) : await read.get('volunteer', subject);
  const name = subject.kind === 'organisation' ? subject.organisation : subject.volunteer;
  const bouncedAt = found && (await bounced(edition, found.contact.email, read));
  return found && { version: found.version, subject: name, tasks: tasksOfSignUp(found, bouncedAt, now) };
}

async function findAtEvent(
  subject: TaskSubject & { kind: 'booking' | 'offer' },
  read: TableReader,
  now: Instant,
): Promise<Found | undefined> {
  const event = await read.get('event', subject);
  if (subject.kind === 'booking') {
    const booking = await read.get('booking', subject);
    const name = `${subject.event}.${subject.urn}`;
    if (!booking) return { version: 0, subject: name, tasks: [] };
    const version = `${booking.version}.${event?.version}`;
    return event && { version, subject: name, tasks: tasksOfBooking(booking, event, now) };
  }
  const offer = await read.get('offer', subject);
  const name = `${subject.event}.${subject.visitor}`;
  // A place that was moved to another record has left nothing to wait for.
  if (!offer) return { version: 0, subject: name, tasks: [] };
  return event && { version: offer.version, subject: name, tasks: tasksOfOffer(offer, event, now) };
}

async function findClashes(
  { edition, event: subject }: TaskSubject & { kind: 'event' },
  read: TableReader,
  now: Instant,
): Promise<Found | undefined> {
  const event = await read.get('event', { edition, event: subject });
  // A draft that was dropped has left nothing to wait for.
  if (!event) return { version: 0, subject, tasks: [] };
  const [there, known] = await Promise.all([gatheringsAt(event, read), read.get('task', { edition, kind: 'clash', subject })]);
  const all = there.map(({ gathering }) => gathering);
  const mine = all.find((one) => one.event === subject);
  const tasks = tasksOfEvent(event, mine ? clashesOf(mine, all) : [], known?.since ?? now, now);
  return { version: [event.version, ...there.map(({ versions }) => versions)].join(' '), subject, tasks };
}

async function bounced(edition: string, email: string, read: TableReader): Promise<Instant | undefined> {
  return (await read.get('address', { edition, address: addressKey(email) }))?.at;
}
