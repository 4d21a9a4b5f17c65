import type { Booking } from './event.ts';
import { sessionsIn, type Stretch } from './timetable.ts';

/** How many pupils of which school one session takes. */
type Share = Pick<Booking, 'urn' | 'schoolName' | 'pupils'>;

/**
 * Which school's pupils go to which session, where each session has places of its own. Schools come in the order in which
 * they were booked, so that a later booking moves nobody; a group stays together where one session has room for all of it.
 */
export function shareOut(timetable: readonly Stretch[], bookings: readonly Booking[]): { session: Stretch; shares: Share[] }[] {
  const tables = sessionsIn(timetable).map((session) => ({ session, shares: new Array<Share>(), free: session.places ?? 0 }));
  const inTurn = bookings.toSorted((a, b) => a.bookedAt.localeCompare(b.bookedAt) || a.urn.localeCompare(b.urn));
  for (const { urn, schoolName, pupils } of inTurn) {
    const whole = tables.find(({ free }) => free >= pupils);
    let left = pupils;
    for (const table of whole ? [whole] : tables) {
      const taken = Math.min(left, table.free);
      if (taken > 0) table.shares.push({ urn, schoolName, pupils: taken });
      table.free -= taken;
      left -= taken;
    }
  }
  return tables.map(({ session, shares }) => ({ session, shares }));
}
