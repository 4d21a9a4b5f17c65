import type { Booking, Event } from '#shared/domain/event.ts';
import { linkUntil } from '#shared/domain/link-until.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { englishLabels as labels } from '../../labels.en.ts';
import { sayWhen } from '../../arrival/rows.ts';
import { sayCohorts, sayHalfDay, sayPupils } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { englishMails as words } from './content.en.ts';
import { calendarOfSchool } from './calendar.ts';
import { rowsForComing } from './coming.ts';
import { composer, letterToSchool, registrationIn, type Setting, type Write } from './setting.ts';
import { hostNameOf, whereOf } from './where.ts';

/** A booking with its event, and the name of the event’s host. */
export type Booked = { readonly event: Event; readonly booking: Booking; readonly hostName: string | undefined };

/** Tells a school when and where its pupils have places. */
export const bookingForSchool: Write = async (fact, read, setting) => {
  const [school, booked] = await Promise.all([registrationIn(fact, read), bookedIn(fact, read)]);
  if (!school || !booked) return [];
  const { heading, calendar: inCalendar, change, button, ...text } = words.bookingForSchool;
  const { event, booking } = booked;
  const subject = text.subject(sayPupils(booking.pupils), sayHalfDay(event.halfDay));
  const coming = await rowsForComing(event, read, school.urn);
  const rows = [...eventRows(booked, school.urn), ...pupilRows(booking), ...coming];
  const blocks = (link: string) =>
    bookingBlocks({ heading, greeting: words.greeting(school.contact.name), rows, says: [inCalendar, change], button, link });
  const compose = composer(setting, { subject, preheader: text.preheader, blocks });
  const calendar = calendarOfSchool(school, event.event, { takesOut: false }, read);
  return [{ ...letterToSchool(school, 'registration', setting), compose, calendar }];
};

/** Tells each of an event's organisations which school is coming. */
export const bookingForOrganisations: Write = async (fact, read, setting) => {
  const booked = await bookedIn(fact, read);
  if (!booked) return [];
  const { heading, change, button, ...text } = words.bookingForOrganisation;
  const { event, booking } = booked;
  const subject = text.subject(booking.schoolName, sayHalfDay(event.halfDay));
  const rows = [{ key: words.booking.school, value: booking.schoolName }, ...eventRows(booked), ...pupilRows(booking)];
  const blocks = (name: string, link: string) =>
    bookingBlocks({ heading, greeting: words.greeting(name), rows, says: [change], button, link });
  return lettersToOrganisations(event, { setting, read, content: { subject, preheader: text.preheader, blocks } });
};

type ToOrganisations = {
  readonly setting: Setting;
  readonly read: TableReader;
  readonly content: {
    readonly subject: string;
    readonly preheader: string;
    readonly blocks: (name: string, link: string) => readonly MailBlock[];
  };
};

/** One letter to each of an event's organisations that has neither withdrawn nor declined its place, with its own link. */
export async function lettersToOrganisations(
  { event, organisations }: Event,
  { setting, read, content }: ToOrganisations,
): Promise<Letter[]> {
  const { edition } = setting.edition;
  const [offers, ...found] = await Promise.all([
    read.list('offer', { edition, event }),
    ...organisations.map((organisation) => read.get('organisation', { edition, organisation })),
  ]);
  const declined = new Set(offers.filter(({ state }) => state === 'declined').map(({ visitor }) => visitor));
  return found.flatMap((one): Letter[] => {
    if (!one || one.state === 'withdrawn' || declined.has(one.organisation)) return [];
    const { organisation, contact } = one;
    const blocks = (link: string) => content.blocks(contact.name, link);
    const grant = { edition, purpose: 'organisation', subject: organisation, until: linkUntil(setting.edition) } as const;
    return [{ recipient: organisation, to: contact.email, grant, compose: composer(setting, { ...content, blocks }) }];
  });
}

/** The booking that a fact names, unless it is gone, or its event is cancelled. */
export async function bookedIn(fact: Fact, read: TableReader): Promise<Booked | undefined> {
  if (fact.type !== 'school.booked.v1' && fact.type !== 'booking.changed.v1' && fact.type !== 'calendar.handed-over.v1')
    return undefined;
  const key = { edition: fact.edition, event: fact.data.event };
  const [event, booking] = await Promise.all([read.get('event', key), read.get('booking', { ...key, urn: fact.data.urn })]);
  if (!event || event.state === 'cancelled' || !booking) return undefined;
  return { event, booking, hostName: await hostNameOf(event, read) };
}

export type Row = { readonly key: string; readonly value: string; readonly href?: string };

/** When, what and where; `reader` is the school that reads it. */
export function eventRows({ event, hostName }: Pick<Booked, 'event' | 'hostName'>, reader?: string): Row[] {
  const { booking: text } = words;
  return [
    { key: text.when, value: sayWhen(event) },
    { key: text.what, value: event.title },
    { key: text.kind, value: labels.kinds[event.kind] },
    { key: text.where, value: whereOf(event, hostName, reader) },
  ];
}

/** How many pupils of which years. */
export function pupilRows({ pupils, cohorts }: Booking): Row[] {
  return [
    { key: words.booking.pupils, value: sayPupils(pupils) },
    { key: words.booking.yearGroups, value: sayCohorts(cohorts).join('; ') },
  ];
}

type Parts = {
  readonly heading: string;
  readonly greeting: string;
  readonly rows: readonly Row[];
  readonly says: readonly string[];
  readonly button: string;
  readonly link: string;
};

function bookingBlocks({ heading, greeting, rows, says, button, link }: Parts): MailBlock[] {
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: greeting },
    { kind: 'facts', rows },
    { kind: 'button', text: button, href: link },
    ...says.map((text) => ({ kind: 'paragraph', text }) as const),
  ];
}
