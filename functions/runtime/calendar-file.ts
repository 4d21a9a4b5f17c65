import ical, { ICalAttendeeStatus, type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry, Message } from '#shared/ports.ts';

/** Who made the file, in every file. */
const maker = '//Aspirations//Programme//EN';

const statuses = {
  CONFIRMED: ICalEventStatus.CONFIRMED,
  TENTATIVE: ICalEventStatus.TENTATIVE,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/** Whoever has a place has said yes already: their calendar need not ask. */
const answers = {
  CONFIRMED: ICalAttendeeStatus.ACCEPTED,
  TENTATIVE: ICalAttendeeStatus.NEEDSACTION,
  CANCELLED: ICalAttendeeStatus.ACCEPTED,
};

/**
 * An invitation, or its cancellation, for the one reader of a mail. Its organiser is the address that the mail is from:
 * calendars distrust any other. Answers from a calendar are not asked for, as the reader's own page takes them.
 */
export function invitationFile(
  calendar: NonNullable<Message['calendar']>,
  { to, replyTo }: Pick<Message, 'to' | 'replyTo'>,
  from: string,
): { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } {
  const method = calendar.state === 'CANCELLED' ? 'CANCEL' : 'REQUEST';
  const file = ical({ prodId: maker, method: ICalCalendarMethod[method] });
  addEntry(file, calendar, calendar.stamp)
    .organizer({ name: replyTo.name, email: from })
    .createAttendee({ email: to, rsvp: false, status: answers[calendar.state] });
  return { method, content: `${file.toString()}\r\n` };
}

/** Who publishes a week, and how often (seconds) a calendar may ask again. */
type Published = {
  readonly name: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly every: number;
};

/** A week that a calendar subscribes to: nobody is asked for anything. The same entries give the same bytes. */
export function weekFile(
  entries: readonly (CalendarEntry & { readonly stamp: string })[],
  { name, from, every }: Published,
): string {
  const file = ical({ prodId: maker, method: ICalCalendarMethod.PUBLISH, name, ttl: every });
  for (const entry of entries) addEntry(file, entry, entry.stamp).organizer(from);
  return `${file.toString()}\r\n`;
}

function addEntry(file: ICalCalendar, entry: CalendarEntry, stamp: string) {
  return file.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(stamp),
    start: new Date(entry.starts),
    end: new Date(entry.ends),
    summary: entry.title,
    location: entry.where,
    description: entry.says,
    status: statuses[entry.state],
  });
}
