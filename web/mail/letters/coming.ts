import type { Event } from '#shared/domain/event.ts';
import type { TableReader } from '#shared/ports.ts';
import { type ArrivalRow, comingRows } from '../../arrival/rows.ts';

/** What a letter says to somebody who comes: the times of their sessions, and how to come in; `urn` for a school. */
export async function rowsForComing(event: Event, read: TableReader, urn?: string): Promise<ArrivalRow[]> {
  const [arrival, bookings] = await Promise.all([
    read.get('arrival', event),
    urn === undefined || event.timetable === undefined ? [] : read.list('booking', event),
  ]);
  return comingRows(event, { arrival, bookings, ...(urn === undefined ? {} : { urn }) });
}
