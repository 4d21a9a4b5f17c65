import type { Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayMoment } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { eventRows } from './bookings.ts';
import { englishMails as words } from './content.en.ts';
import { offerMails } from './offers.en.ts';
import { composer, type Setting, type Write } from './setting.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

/** Offers each of a new event's organisations its place. */
export const offerForOrganisations: Write = (fact, read, setting) => offers('organisation', fact, { read, setting });

/** Offers each of a new event's volunteers their place. */
export const offerForVolunteers: Write = (fact, read, setting) => offers('volunteer', fact, { read, setting });

type With = { readonly read: TableReader; readonly setting: Setting };

async function offers(kind: Offer['kind'], fact: Fact, { read, setting }: With): Promise<Letter[]> {
  if (fact.type !== 'event.recorded.v1' && fact.type !== 'offer.made.v1') return [];
  if (fact.type === 'offer.made.v1' && fact.data.kind !== kind) return [];
  const { edition } = fact;
  const event = await read.get('event', { edition, event: fact.data.event });
  if (!event || event.state === 'cancelled') return [];
  const named = kind === 'organisation' ? event.organisations : event.volunteers;
  const ids = new Set('visitor' in fact.data ? [fact.data.visitor] : named);
  const found = await Promise.all([...ids].map((visitor) => visitorIn({ edition, kind, visitor }, read)));
  const until = fact.type === 'offer.made.v1' ? (await read.get('asking', event))?.until : undefined;
  const rows = [
    ...eventRows({ event, hostName: await hostNameOf(event, read) }),
    ...(until === undefined ? [] : [{ key: offerMails.until, value: sayMoment(until) }]),
  ];
  const { heading, next, button, preheader, ...text } = offerMails.offer;
  const when = rows[0]?.value ?? '';
  return found.flatMap((visitor): Letter[] => {
    if (!visitor?.takesPart) return [];
    const blocks = (link: string): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(visitor.contact.name) },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: next },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: words.keepLink },
    ];
    const compose = composer(setting, { subject: text.subject(event.title, when), preheader, blocks });
    return [{ ...letterToVisitor(visitor, setting), compose }];
  });
}

/**
 * Tells those who wait that an organisation or a volunteer is late: the host school or, where none hosts, every school that
 * has places. No link: they need do nothing.
 */
export const visitorLate: Write = async (fact, read, setting) => {
  if (fact.type !== 'visitor.late.v1') return [];
  const { edition, data } = fact;
  const [event, visitor] = await Promise.all([
    read.get('event', { edition, event: data.event }),
    visitorIn({ edition, ...data }, read),
  ]);
  if (!event || !visitor) return [];
  const { late: text } = offerMails;
  const minutes = offerMails.minutes[data.minutes];
  const rows = [
    { key: text.contact, value: visitor.contact.name },
    { key: text.telephone, value: visitor.contact.telephone ?? text.noTelephone },
    { key: text.told, value: sayMoment(fact.at) },
    ...eventRows({ event, hostName: await hostNameOf(event, read) }),
  ];
  const blocks = (): MailBlock[] => [
    { kind: 'heading', text: text.heading(visitor.name, minutes) },
    { kind: 'facts', rows },
    { kind: 'paragraph', text: text.next },
  ];
  const compose = composer(setting, { subject: text.subject(visitor.name, minutes), preheader: text.preheader, blocks });
  const waiting = await whoWaits(event, read);
  return waiting.map(({ registration, contact }) => ({ recipient: registration, to: contact.email, compose }));
};

async function whoWaits(event: Event, read: TableReader): Promise<Registration[]> {
  const { edition, host } = event;
  if (host !== undefined) {
    const registrations = await read.list('registration', { edition }, { startsWith: host });
    return registrations.filter(({ state }) => state === 'confirmed').slice(0, 1);
  }
  const bookings = await read.list('booking', event);
  const booked = await Promise.all(bookings.map((booking) => read.get('registration', booking)));
  return booked.filter((one) => one !== undefined);
}
