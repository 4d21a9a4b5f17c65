import type { Event } from '#shared/domain/event.ts';
import { standsInAt } from '#shared/domain/courses/stands-in.ts';
import { countingOn } from '#shared/domain/offer.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import { calendarOfSchool, calendarOfVisitor, type Tells } from './calendar.ts';
import { letterToSchool, type Setting } from './setting.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

/** Somebody who counts on an event, as its letters see them; a school reads “your own school” where it hosts. */
export type AtEvent = {
  readonly name: string;
  readonly role: 'school' | 'host' | 'visitor' | 'standIn';
  readonly urn?: string;
  /** Whether they come for sure: they are told what only those are told who come. */
  readonly sure: boolean;
  /** The host school's name, where a school hosts. */
  readonly hostName: string | undefined;
};

type Tell = {
  readonly event: Event;
  readonly compose: (to: AtEvent) => Letter['compose'];
  /** What it tells the calendars of those who have a place. */
  readonly calendar: Tells;
};

/**
 * A letter to everybody who counts on an event, once: its schools, its host, whoever is to meet the pupils, and who stands in
 * for them. Whoever has not heard of it is left out: their first letter still waits, and says how things are by the time it goes.
 */
export async function lettersAtEvent(tell: Tell, read: TableReader, setting: Setting): Promise<Letter[]> {
  // Nobody knows of a draft.
  if (tell.event.state === 'draft') return [];
  const [hostName, unaware] = await Promise.all([hostNameOf(tell.event, read), unawareOf(tell.event, read)]);
  const [schools, visitors] = await Promise.all([
    toSchools(tell, hostName, { read, setting }),
    toVisitors(tell, hostName, { read, setting }),
  ]);
  return [...schools, ...visitors].filter(({ recipient }) => !unaware.has(recipient));
}

/** The mails that tell somebody of an event for the first time. */
const firstMails = new Set<EmailName>(['booking-for-school', 'offer-for-organisation', 'offer-for-volunteer']);

/** The recipients whose first mail about an event waits in the outbox, and whose calendars were told nothing of it. */
async function unawareOf({ edition, event }: Event, read: TableReader): Promise<ReadonlySet<string>> {
  const waiting = await read.list('waitingMail', { edition });
  const mails = await Promise.all(waiting.map((one) => read.get('mail', one)));
  const readers = mails.flatMap((mail) => {
    const of = mail && 'event' in mail.fact.data ? mail.fact.data.event : undefined;
    return mail && of === event && firstMails.has(mail.template) ? [mail.recipient] : [];
  });
  const told = await Promise.all(readers.map((reader) => read.get('invitation', { edition, event, reader })));
  return new Set(readers.filter((_, index) => told[index]?.told === undefined));
}

type With = { readonly read: TableReader; readonly setting: Setting };

async function toSchools(
  { event, compose, calendar }: Tell,
  hostName: string | undefined,
  { read, setting }: With,
): Promise<Letter[]> {
  const [bookings, hosts] = await Promise.all([
    read.list('booking', event),
    event.host === undefined ? [] : read.list('registration', event, { startsWith: event.host }),
  ]);
  const booked = await Promise.all(bookings.map((booking) => read.get('registration', booking)));
  const schools = [...booked, ...hosts].filter((one) => one?.state === 'confirmed').filter((one) => one !== undefined);
  const once = new Map(schools.map((one): [string, Registration] => [one.registration, one]));
  return [...once.values()].map((school) => {
    const role = event.host === school.urn ? 'host' : 'school';
    const { urn, contact } = school;
    return {
      ...letterToSchool(school, 'registration', setting),
      compose: compose({ name: contact.name, role, urn, sure: true, hostName }),
      calendar: calendarOfSchool(school, event.event, calendar, read),
    };
  });
}

async function toVisitors(
  { event, compose, calendar }: Tell,
  hostName: string | undefined,
  { read, setting }: With,
): Promise<Letter[]> {
  const [all, courses] = await Promise.all([read.list('offer', event), read.list('schoolCourse', event)]);
  const substitute = standsInAt(courses, event.event);
  const asked = [
    ...countingOn(all).map((offer) => ({ ...offer, role: 'visitor' as const })),
    ...(substitute === undefined ? [] : [{ ...standInKey(event, substitute), role: 'standIn' as const, state: 'offered' }]),
  ];
  const visitors = await Promise.all(asked.map(async (offer) => ({ offer, one: await visitorIn(offer, read) })));
  return visitors.flatMap(({ offer, one }): Letter[] => {
    if (!one?.takesPart) return [];
    const to = { name: one.contact.name, role: offer.role, sure: offer.state === 'accepted', hostName };
    return [{ ...letterToVisitor(one, setting), compose: compose(to), calendar: calendarOfVisitor(offer, calendar, read) }];
  });
}

function standInKey({ edition, event }: Event, visitor: string) {
  return { edition, event, kind: 'volunteer' as const, visitor };
}
