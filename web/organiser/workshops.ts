import type { Booking, Event } from '#shared/domain/event.ts';
import { placesIn } from '#shared/domain/timetable.ts';
import { shareOut } from '#shared/domain/workshops.ts';
import { timetableLines } from '../arrival/rows.ts';
import { html, type Html } from '../html.ts';
import { heading2, lines } from '../prose.ts';
import { sayPupils } from '../say.ts';
import { eventsContent } from './events.en.ts';
import { listTable } from './frame.ts';

const { event: words } = eventsContent;

/** Which school's pupils go to which session; nothing where the sessions have no places of their own. */
export function workshopsTable({ timetable = [] }: Event, bookings: readonly Booking[]): Html | undefined {
  if (placesIn(timetable) === undefined) return undefined;
  const rows = shareOut(timetable, bookings).map(({ session, shares }) => [
    { html: lines(timetableLines([session])) },
    {
      html: lines(
        shares.length === 0 ? [words.nobodyThere] : shares.map(({ schoolName, pupils }) => `${schoolName}: ${sayPupils(pupils)}`),
      ),
    },
  ]);
  return html`${heading2(words.workshops)}
${listTable({ name: words.workshops, none: words.nobodyThere, head: [{ text: words.session }, { text: words.school }], rows })}`;
}
