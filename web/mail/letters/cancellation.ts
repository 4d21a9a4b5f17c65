import type { Event } from '#shared/domain/event.ts';
import { countingOn } from '#shared/domain/offer.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import { sayHalfDay } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { eventRows, hostNameOf } from './bookings.ts';
import { changeMails } from './changes.en.ts';
import { englishMails } from './content.en.ts';
import { composer, letterToSchool, type Setting, type Write } from './setting.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';

const { cancelled: words } = changeMails;

/** Tells everybody who counts on an event that it is cancelled: its schools, its host, and whoever was to meet the pupils. */
export const eventCancelled: Write = async (fact, read, setting) => {
  if (fact.type !== 'event.cancelled.v1') return [];
  const event = await read.get('event', { edition: fact.edition, event: fact.data.event });
  if (event?.state !== 'cancelled') return [];
  const hostName = await hostNameOf(event, read);
  return [...(await toSchools({ event, hostName }, read, setting)), ...(await toVisitors({ event, hostName }, read, setting))];
};

type Told = { readonly event: Event; readonly hostName: string | undefined };

async function toSchools(told: Told, read: TableReader, setting: Setting): Promise<Letter[]> {
  const { event } = told;
  const [bookings, hosts] = await Promise.all([
    read.list('booking', event),
    event.host === undefined ? [] : read.list('registration', event, { startsWith: event.host }),
  ]);
  const booked = await Promise.all(bookings.map((booking) => read.get('registration', booking)));
  const schools = [...booked, ...hosts].filter((one) => one?.state === 'confirmed').filter((one) => one !== undefined);
  const once = new Map(schools.map((one): [string, Registration] => [one.registration, one]));
  return [...once.values()].map((school) => {
    const { name } = school.contact;
    const says = event.host === school.urn ? words.host : words.school;
    return {
      ...letterToSchool(school, 'registration', setting),
      compose: composed(told, setting, { name, says, reader: school.urn }),
    };
  });
}

async function toVisitors(told: Told, read: TableReader, setting: Setting): Promise<Letter[]> {
  const offers = countingOn(await read.list('offer', told.event));
  const visitors = await Promise.all(offers.map((offer) => visitorIn(offer, read)));
  return visitors.flatMap((one): Letter[] => {
    if (!one?.takesPart) return [];
    const { name } = one.contact;
    return [{ ...letterToVisitor(one, setting), compose: composed(told, setting, { name, says: words.visitor }) }];
  });
}

type To = { readonly name: string; readonly says: string; readonly reader?: string };

function composed({ event, hostName }: Told, setting: Setting, { name, says, reader }: To): Letter['compose'] {
  const { heading, preheader, reason, button, subject } = words;
  const { cancellationReason } = event;
  const rows = [
    ...eventRows({ event, hostName }, reader),
    ...(cancellationReason === undefined ? [] : [{ key: reason, value: cancellationReason }]),
  ];
  return composer(setting, {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: englishMails.greeting(name) },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: says },
      { kind: 'button', text: button, href: link },
    ],
  });
}
