import { type ChildDay, type Crossing, crossingOf, crossingsIn, safeguardingLine } from '#shared/domain/child-days.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { searchForm } from '#shared/kernel/text.ts';
import { daysAfter, localDate } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { findSchool } from './find.ts';
import { offeredTo } from './held-places.ts';

/** Where somebody stands: the days that count, and each place that waits with what it would come to. */
export type Standing = {
  readonly days: readonly ChildDay[];
  readonly waiting: readonly { readonly offer: Offer; readonly event: Event; readonly crossing: Crossing | undefined }[];
  /** The days over the line, as they stand or as they would with a place that waits. */
  readonly crossing: Crossing | undefined;
};

type Setting = { readonly edition: Edition; readonly programme: Programme };

/**
 * The days on which a person meets children, over every school and edition of the programme. They follow from the places
 * as they stand now, so that one that was moved, cancelled or given back leaves by itself.
 */
export async function standingOf(person: Volunteer, setting: Setting, read: TableReader): Promise<Standing> {
  const same = await recordsOf(person, setting, read);
  const held = (await Promise.all(same.map((one) => offeredTo({ ...one, subject: one.volunteer }, read)))).flat();
  const live = held.filter(({ event }) => event.state !== 'cancelled');
  const accepted = live.filter(({ offer }) => offer.state === 'accepted');
  const days = await Promise.all(accepted.map(({ event }) => childDay(event, setting.programme, read)));
  const waiting = await Promise.all(
    live
      .filter(({ offer }) => offer.state === 'waiting' && offer.edition === person.edition)
      .map(async (one) => ({ ...one, crossing: crossingOf(days, await childDay(one.event, setting.programme, read)) })),
  );
  return { days, waiting, crossing: crossingsIn(days) ?? waiting.find(({ crossing }) => crossing)?.crossing };
}

/** What saying yes to one place comes to, where that is over the line. */
export async function crossingAt(
  event: Event,
  person: Volunteer,
  { setting, read }: { readonly setting: Setting; readonly read: TableReader },
): Promise<Crossing | undefined> {
  const [{ days }, added] = await Promise.all([standingOf(person, setting, read), childDay(event, setting.programme, read)]);
  return crossingOf(
    days.filter((one) => one.event !== event.event || one.edition !== event.edition),
    added,
  );
}

/** The records of one person: in this edition and in those of the programme whose days come near its own. */
async function recordsOf(person: Volunteer, { edition }: Setting, read: TableReader): Promise<Volunteer[]> {
  const { within } = safeguardingLine;
  const near = (await read.list('edition', {})).filter(
    (one) =>
      one.programme === edition.programme &&
      one.starts <= daysAfter(edition.ends, within) &&
      one.ends >= daysAfter(edition.starts, -within),
  );
  const volunteers = (await Promise.all(near.map((one) => read.list('volunteer', one)))).flat();
  const same = volunteers.filter((one) => one.volunteer !== person.volunteer && isSame(one, person));
  return [person, ...same];
}

/** One person is a name and a mailbox, in whichever edition, as when they sign up. */
function isSame({ contact: one }: Volunteer, { contact: other }: Volunteer): boolean {
  return one.email.toLowerCase() === other.email.toLowerCase() && searchForm(one.name) === searchForm(other.name);
}

async function childDay(
  { edition, event, title, halfDay, host, venue, kind }: Event,
  programme: Programme,
  read: TableReader,
): Promise<ChildDay> {
  const school = host === undefined ? undefined : await findSchool(programme, host, read);
  const place = school?.name ?? (host === undefined ? venue : `URN ${host}`);
  const where = place ?? (kind === 'online' ? 'online' : title);
  return { date: localDate.parse(halfDay.slice(0, 10)), edition, event, title, where };
}
