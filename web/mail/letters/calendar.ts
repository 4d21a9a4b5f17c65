import type { Arrival } from '#shared/domain/arrival.ts';
import type { Event } from '#shared/domain/event.ts';
import { hoursOf } from '#shared/domain/hours.ts';
import { entryUid, type InvitationKey, type PlaceNow, tellCalendar } from '#shared/domain/invitation.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { LetterCalendar, TableReader } from '#shared/ports.ts';
import { comingRows } from '../../arrival/rows.ts';
import { englishMails } from './content.en.ts';
import { hostNameOf, whereOf } from './where.ts';

type Place = { readonly event: Event | undefined; readonly stands: PlaceNow['stands'] };

/** What a letter may tell a calendar: of an entry to be there as the place is now, or of one to be taken out. */
export type Tells = { readonly takesOut: boolean; readonly alone?: boolean };

/** What a letter says to the calendar of a school's contact. */
export function calendarOfSchool(
  { edition, registration, urn }: Pick<Registration, 'edition' | 'registration' | 'urn'>,
  event: string,
  tells: Tells,
  read: TableReader,
): LetterCalendar {
  return calendarOf({ edition, event, reader: registration }, tells, read, async () => {
    const [found, booking] = await Promise.all([
      read.get('event', { edition, event }),
      read.get('booking', { edition, event, urn }),
    ]);
    return { event: found, stands: booking?.registration === registration ? 'sure' : 'gone' };
  });
}

/** What a letter says to the calendar of somebody who answered for a school before: its entry goes, whatever the place is. */
export function calendarOfFormer(
  {
    edition,
    event,
    handOver,
    registration,
  }: Pick<Registration, 'edition' | 'registration'> & { readonly event: string; readonly handOver: string },
  read: TableReader,
): LetterCalendar {
  const key = { edition, event, reader: handOver };
  const found = async () => ({ event: await read.get('event', { edition, event }), stands: 'gone' }) as const;
  return calendarOf(key, { takesOut: true, alone: true }, read, found, registration);
}

/** What a letter says to the calendar of an organisation or a volunteer: they have an entry once they have said yes. */
export function calendarOfVisitor(
  { edition, event, visitor }: Pick<Offer, 'edition' | 'event' | 'visitor'>,
  tells: Tells,
  read: TableReader,
): LetterCalendar {
  return calendarOf({ edition, event, reader: visitor }, tells, read, async () => {
    const [found, offer] = await Promise.all([
      read.get('event', { edition, event }),
      read.get('offer', { edition, event, visitor }),
    ]);
    return { event: found, stands: standing[offer?.state ?? 'declined'] };
  });
}

const standing = { accepted: 'sure', offered: 'asked', waiting: 'asked', declined: 'gone' } as const;

function calendarOf(
  key: InvitationKey,
  { takesOut, alone = false }: Tells,
  read: TableReader,
  find: () => Promise<Place>,
  /** Whose entry it was made as. */
  madeFor: string = key.reader,
): LetterCalendar {
  return {
    event: key.event,
    alone,
    next: async (told) => {
      const { event, stands } = await find();
      // An event is never removed; a reader without it has nothing to be told.
      if (!event) throw new Error('a letter about a place knows its event');
      const arrival = stands === 'sure' ? await read.get('arrival', event) : undefined;
      const where = placeOf(event, arrival, await hostNameOf(event, read));
      const place = { ...hoursOf(event), where, stands: event.state === 'cancelled' ? 'gone' : stands } as const;
      const { state, tells } = tellCalendar(told, { key, place, takesOut });
      if (tells === undefined) return { state, entry: undefined };
      const { starts, ends } = place;
      const { sequence } = state;
      const says = [englishMails.calendar[tells], ...saidOf(event, arrival)].join('\n');
      return {
        state,
        entry: {
          uid: entryUid({ ...key, reader: madeFor }),
          sequence,
          state: tells,
          starts,
          ends,
          title: event.title,
          where,
          says,
        },
      };
    },
  };
}

/** Where to go, as a calendar shows it and finds the way: the address, or the link where it is online. */
function placeOf(event: Event, arrival: Arrival | undefined, hostName: string | undefined): string {
  if (event.kind === 'online' && arrival?.link !== undefined) return arrival.link;
  return [whereOf(event, hostName), arrival?.address].filter((part) => part !== undefined).join(', ');
}

/** What there is to know besides: the times of the sessions, and how to come in. */
function saidOf(event: Event, arrival: Arrival | undefined): string[] {
  return arrival ? comingRows(event, { arrival, bookings: [] }).map(({ key, value }) => `${key}: ${value}`) : [];
}
