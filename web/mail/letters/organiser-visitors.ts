import type { Event } from '#shared/domain/event.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay, sayList } from '../../say.ts';
import { eventRows, type Row } from './bookings.ts';
import { offerMails } from './offers.en.ts';
import type { News } from './news.ts';
import { type VisitorFact, type VisitorInLetters, visitorIn, whoIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

const { organiser: words } = offerMails;

/** What an organisation or a volunteer did by its link, as far as the organiser must know: that one comes is no news. */
export async function visitorNews(fact: VisitorFact, read: TableReader): Promise<News | undefined> {
  const visitor = await visitorIn(whoIn(fact), read);
  if (!visitor) return undefined;
  const { preheader } = words;
  switch (fact.type) {
    case 'offer.answered.v1':
      return fact.data.answer === 'declined' ? declined(fact, visitor, read) : undefined;
    case 'visitor.late.v1': {
      const event = await read.get('event', { edition: fact.edition, event: fact.data.event });
      const heading = words.late(visitor.name, offerMails.minutes[fact.data.minutes]);
      return event && { heading, preheader, rows: [...(await placeRows(event, read)), ...reachRows(visitor)] };
    }
    case 'organisation.withdrawn.v1':
    case 'volunteer.withdrawn.v1':
      return { heading: words.withdrawn(visitor.name), preheader, rows: await leavesRows(fact.edition, visitor, read) };
    default:
      return changed(fact, visitor);
  }
}

async function declined(
  fact: Fact<'offer.answered.v1'>,
  visitor: VisitorInLetters,
  read: TableReader,
): Promise<News | undefined> {
  const key = { edition: fact.edition, event: fact.data.event };
  const [event, offer] = await Promise.all([read.get('event', key), read.get('offer', { ...key, visitor: fact.data.visitor })]);
  if (!event) return undefined;
  return {
    heading: words.declined(visitor.name, event.title),
    preheader: words.preheader,
    rows: [
      ...(await placeRows(event, read)),
      { key: words.reason, value: offer?.reason ?? words.noReason },
      ...reachRows(visitor),
    ],
  };
}

function changed(fact: Fact<'organisation.changed.v1' | 'volunteer.changed.v1'>, visitor: VisitorInLetters): News | undefined {
  const what = fact.data.changed.filter((field) => field !== 'contact').map((field) => words.fields[field]);
  if (what.length === 0) return undefined;
  const heading = visitor.kind === 'organisation' ? words.changed(visitor.name) : words.volunteerChanged(visitor.name);
  return { heading, preheader: words.preheader, rows: [{ key: words.what, value: sayList(what) }] };
}

async function leavesRows(
  edition: string,
  { id, withdrawalReason, ...visitor }: VisitorInLetters,
  read: TableReader,
): Promise<Row[]> {
  const events = await read.list('event', { edition });
  const left = events.filter(({ organisations, volunteers }) => organisations.includes(id) || volunteers.includes(id));
  const leaves = left.map(({ title, halfDay }) => `${title}, ${sayHalfDay(halfDay)}`).join('; ');
  return [
    { key: words.reason, value: withdrawalReason ?? words.noReason },
    ...(leaves === '' ? [] : [{ key: words.leaves, value: leaves }]),
    ...reachRows(visitor),
  ];
}

async function placeRows(event: Event, read: TableReader): Promise<Row[]> {
  return eventRows({ event, hostName: await hostNameOf(event, read) });
}

function reachRows({ contact: { name, telephone } }: Pick<VisitorInLetters, 'contact'>): Row[] {
  return [{ key: words.contact, value: name }, ...(telephone === undefined ? [] : [{ key: words.telephone, value: telephone }])];
}
