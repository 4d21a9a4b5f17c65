import type { Booking, Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay, sayList, sayPupils } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { eventRows, pupilRows, type Row } from './bookings.ts';
import { calendarOfFormer, calendarOfSchool, calendarOfVisitor } from './calendar.ts';
import { rowsForComing } from './coming.ts';
import { englishMails } from './content.en.ts';
import { composer, letterToSchool, registrationIn, type Setting, type Write } from './setting.ts';
import { usualBlocks } from './usual-blocks.ts';
import { visitMails } from './visit.en.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

const { reminder: words, released } = visitMails;
type Reminded = Fact<'school.reminded.v1' | 'visitor.reminded.v1'>;
type Needs = { readonly fact: Reminded; readonly read: TableReader; readonly setting: Setting };

/** All that somebody needs for a place they still have, on the half-day they were to be reminded of; nothing otherwise. */
export const visitReminder: Write = async (fact, read, setting) => {
  if (fact.type !== 'school.reminded.v1' && fact.type !== 'visitor.reminded.v1') return [];
  const event = await read.get('event', { edition: fact.edition, event: fact.data.event });
  if (event?.state !== 'confirmed' || event.halfDay !== fact.data.halfDay) return [];
  const letter = await ('urn' in fact.data ? toSchool : toVisitor)(event, { fact, read, setting });
  return letter ? [letter] : [];
};

async function toSchool(event: Event, { fact, read, setting }: Needs): Promise<Letter | undefined> {
  if (fact.type !== 'school.reminded.v1') return undefined;
  const [school, booking] = await Promise.all([
    registrationIn(fact, read),
    read.get('booking', { edition: fact.edition, event: event.event, urn: fact.data.urn }),
  ]);
  if (school?.state !== 'confirmed' || booking?.registration !== school.registration) return undefined;
  const { meets, before, change, button } = words.school;
  const names = await whoVisits(event, read);
  const rows = [
    ...eventRows({ event, hostName: await hostNameOf(event, read) }, school.urn),
    ...pupilRows(booking),
    ...(await rowsForComing(event, read, school.urn)),
    ...(names.length > 0 ? [{ key: meets, value: sayList(names) }] : []),
    ...leadRow(setting),
  ];
  const compose = composed(event, { fact, setting, name: school.contact.name, rows, says: [before, change], button });
  return { ...letterToSchool(school, 'registration', setting), compose };
}

async function toVisitor(event: Event, { fact, read, setting }: Needs): Promise<Letter | undefined> {
  if (fact.type !== 'visitor.reminded.v1') return undefined;
  const { visitor: reader } = fact.data;
  const [visitor, offer, bookings, organisation] = await Promise.all([
    visitorIn({ edition: fact.edition, ...fact.data }, read),
    read.get('offer', { edition: fact.edition, event: event.event, visitor: reader }),
    read.list('booking', event),
    read.get('organisation', { edition: fact.edition, organisation: reader }),
  ]);
  if (!visitor?.takesPart || offer?.state !== 'accepted') return undefined;
  const { needs, bring, brings, alone, groups, change, button } = words.visitor;
  const rows = [
    ...eventRows({ event, hostName: await hostNameOf(event, read) }),
    ...(await hostRows(event, read)),
    ...(await rowsForComing(event, read)),
    ...comesRows(bookings),
    ...(organisation?.needs === undefined ? [] : [{ key: needs, value: organisation.needs }]),
    ...(event.kind === 'online' ? [] : [{ key: bring, value: brings }]),
    ...leadRow(setting),
  ];
  const says = [...(event.kind === 'online' ? [] : [alone]), ...(event.kind === 'rotation' ? [groups] : []), change];
  const compose = composed(event, { fact, setting, name: visitor.contact.name, rows, says, button });
  return { ...letterToVisitor(visitor, setting), compose };
}

/** The organisations that have said yes. */
async function whoVisits(event: Event, read: TableReader): Promise<string[]> {
  const offers = await read.list('offer', event);
  const coming = offers.filter(({ kind, state }) => kind === 'organisation' && state === 'accepted');
  const found = await Promise.all(coming.map((offer) => visitorIn(offer, read)));
  return found.flatMap((one) => (one?.takesPart ? [one.name] : []));
}

/** Whom to ask for at the host school, and what it says about getting in: only for those who have accepted. */
async function hostRows({ edition, host }: Event, read: TableReader): Promise<Row[]> {
  if (host === undefined) return [];
  const { contact: ask, telephone, noTelephone, access } = words.visitor;
  const school = (await read.list('registration', { edition }, { startsWith: host })).find(({ state }) => state === 'confirmed');
  if (!school) return [];
  const { contact, accessNeeds } = school;
  return [
    { key: ask, value: contact.name },
    { key: telephone, value: contact.telephone ?? noTelephone },
    ...(accessNeeds === undefined ? [] : [{ key: access, value: accessNeeds }]),
  ];
}

function comesRows(bookings: readonly Booking[]): Row[] {
  const { comes, nobody } = words.visitor;
  const schools = bookings.map(({ schoolName, pupils }) => `${schoolName}, ${sayPupils(pupils)}`);
  return [{ key: comes, value: schools.join('; ') || nobody }];
}

function leadRow({ edition: { safeguardingLead: lead } }: Setting): Row[] {
  const ways = [lead?.name, lead?.telephone, lead?.email].filter((part) => part !== undefined);
  return ways.length === 0 ? [] : [{ key: words.lead, value: ways.join(', ') }];
}

type Parts = {
  readonly fact: Reminded;
  readonly setting: Setting;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly says: readonly string[];
  readonly button: string;
};

function composed({ title, halfDay }: Event, { fact, setting, name, rows, says, button }: Parts): Letter['compose'] {
  const { ahead } = fact.data;
  return composer(setting, {
    subject: words.subject[ahead](title, sayHalfDay(halfDay)),
    preheader: words.preheader[ahead],
    blocks: usualBlocks({ heading: words.heading[ahead], name, rows, says, button }),
  });
}

/**
 * Takes a place that is gone out of its reader's calendar, event by event, as a file can do no more. Sent only where the
 * calendar has it. Who gave one place back by their link is told by that letter.
 */
export const placeReleased: Write = async (fact, read, setting) => {
  if (fact.type === 'booking.released.v1') {
    const school = await registrationIn(fact, read);
    if (!school || (school.state === 'confirmed' && fact.by === 'link')) return [];
    const compose = await goneFrom(fact, school.contact.name, read, setting);
    const calendar = calendarOfSchool(school, fact.data.event, { takesOut: true, alone: true }, read);
    return compose ? [{ ...letterToSchool(school, 'registration', setting), compose, calendar }] : [];
  }
  if (fact.type === 'calendar.handed-over.v1') return releasedFromFormer(fact, read, setting);
  if (fact.type !== 'offer.released.v1' && fact.type !== 'offer.moved.v1') return [];
  const { event, kind } = fact.data;
  const visitorOf = fact.type === 'offer.moved.v1' ? fact.data.from : fact.data.visitor;
  const key: Pick<Offer, 'edition' | 'event' | 'kind' | 'visitor'> = { edition: fact.edition, event, kind, visitor: visitorOf };
  const visitor = await visitorIn(key, read);
  const compose = visitor && (await goneFrom(fact, visitor.contact.name, read, setting));
  const calendar = calendarOfVisitor(key, { takesOut: true, alone: true }, read);
  return compose ? [{ ...letterToVisitor(visitor, setting), compose, calendar }] : [];
};

/** Takes a place out of the calendar of somebody who handed their school over. No link: theirs have ended. */
async function releasedFromFormer(fact: Fact<'calendar.handed-over.v1'>, read: TableReader, setting: Setting): Promise<Letter[]> {
  const { edition, data } = fact;
  const [event, record] = await Promise.all([
    read.get('event', { edition, event: data.event }),
    read.get('handOver', { edition, handOver: data.handOver }),
  ]);
  if (!event || !record) return [];
  const { subject, preheader, heading, handedOver, mistake } = released;
  const rows = eventRows({ event, hostName: await hostNameOf(event, read) });
  const compose = composer(setting, {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: (): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: englishMails.greeting(record.from.name) },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: handedOver },
      { kind: 'paragraph', text: mistake },
    ],
  });
  const calendar = calendarOfFormer({ edition, ...data }, read);
  return [{ recipient: record.handOver, to: record.from.email, compose, calendar }];
}

async function goneFrom(
  { edition, data }: Fact<'booking.released.v1' | 'offer.released.v1' | 'offer.moved.v1'>,
  name: string,
  read: TableReader,
  setting: Setting,
): Promise<Letter['compose'] | undefined> {
  const event = await read.get('event', { edition, event: data.event });
  if (!event) return undefined;
  const { subject, preheader, heading, why, mistake, button } = released;
  const rows = eventRows({ event, hostName: await hostNameOf(event, read) });
  return composer(setting, {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: englishMails.greeting(name) },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: why },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: mistake },
    ],
  });
}
