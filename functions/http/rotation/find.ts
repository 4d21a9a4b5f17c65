import type { Event } from '#shared/domain/event.ts';
import { unpackRotation } from '#shared/domain/rotation/keep.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { findEvent } from '../organiser/find-event.ts';

/** What the paths of these pages name. */
export type Key = { readonly edition: string; readonly event: string };

/** The event, if it is a rotation. Not found `no-rotation`. */
export async function requireRotation(read: TableReader, key: Key): Promise<Event> {
  const event = await findEvent(read, key);
  if (event.kind !== 'rotation') throw new AppError('not-found', 'no-rotation', 'This event is not a rotation.');
  return event;
}

/** The rotation of an event. Not found `no-plan`. */
export async function planOf(read: TableReader, key: Key): Promise<Rotation> {
  const rotation = unpackRotation(await read.get('rotation', key));
  if (!rotation) throw new AppError('not-found', 'no-plan', 'This event has no rotation plan yet. Make the plan first.');
  return rotation;
}

/** The organiser's page of a rotation. */
export function planPath({ edition, event }: Key): string {
  return `/organiser/editions/${edition}/events/${event}/rotation`;
}
