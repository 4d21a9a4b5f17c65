import type { Event } from '#shared/domain/event.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { comingRows } from '../../arrival/rows.ts';
import { sayHalfDay } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { type AtEvent, lettersAtEvent } from './at-event.ts';
import { eventRows, type Row } from './bookings.ts';
import { changeMails } from './changes.en.ts';
import { englishMails } from './content.en.ts';
import { composer, type Setting, type Write } from './setting.ts';

const { moved: words, arranged } = changeMails;
type Move = Fact<'event.moved.v1'>['data'];

/** Tells everybody who counts on an event what is new about when and where it is; one that is cancelled since is not told. */
export const eventMoved: Write = async (fact, read, setting) => {
  if (fact.type === 'event.arranged.v1') return eventArranged(fact, read, setting);
  if (fact.type !== 'event.moved.v1') return [];
  const { data } = fact;
  const event = await read.get('event', { edition: fact.edition, event: data.event });
  if (!event || event.state === 'cancelled') return [];
  const tell = { event, compose: (to: AtEvent) => composed(event, data, to, setting), calendar: { takesOut: false } };
  return lettersAtEvent(tell, read, setting);
};

/** Tells everybody who counts on an event what is set about its hours, its sessions and how to come in, that first. */
async function eventArranged(fact: Fact<'event.arranged.v1'>, read: TableReader, setting: Setting): Promise<Letter[]> {
  const { data } = fact;
  const key = { edition: fact.edition, event: data.event };
  const [event, arrival] = await Promise.all([read.get('event', key), read.get('arrival', key)]);
  if (!event || event.state === 'cancelled' || data.changed.every((part) => part === 'places')) return [];
  const bookings = event.timetable ? await read.list('booking', event) : [];
  const rowsFor = ({ sure, urn, hostName }: AtEvent): Row[] => {
    const rows = eventRows({ event, hostName }, urn);
    if (!sure) return rows;
    const coming = comingRows(event, { arrival, bookings, ...(urn === undefined ? {} : { urn }) });
    return data.changed.includes('hours') ? [...rows, ...coming] : [...coming, ...rows];
  };
  const compose = (to: AtEvent) =>
    composer(setting, {
      subject: arranged.subject(event.title, sayHalfDay(event.halfDay)),
      preheader: arranged.preheader,
      blocks: (link): MailBlock[] => [
        { kind: 'heading', text: arranged.heading },
        { kind: 'paragraph', text: englishMails.greeting(to.name) },
        { kind: 'facts', rows: rowsFor(to) },
        { kind: 'paragraph', text: arranged.says },
        { kind: 'button', text: words.button[to.role], href: link },
      ],
    });
  return lettersAtEvent({ event, compose, calendar: { takesOut: false } }, read, setting);
}

function composed(event: Event, move: Move, to: AtEvent, setting: Setting): Letter['compose'] {
  const newDay = move.changed.includes('halfDay');
  const says = to.role === 'visitor' && !newDay ? words.visitorStays : words[to.role];
  return composer(setting, {
    subject: words.subject[newDay ? 'halfDay' : 'venue'](event.title, sayHalfDay(event.halfDay)),
    preheader: words.preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: englishMails.greeting(to.name) },
      { kind: 'facts', rows: rowsOf(event, move, to) },
      { kind: 'paragraph', text: says },
      { kind: 'button', text: words.button[to.role], href: link },
    ],
  });
}

/** What changed first, each with how it was; then the rest. */
function rowsOf(event: Event, { before, changed }: Move, { hostName, urn }: AtEvent): Row[] {
  const [when, what, kind, where] = eventRows({ event, hostName }, urn);
  if (!when || !what || !kind || !where) return [];
  const isNew = { halfDay: changed.includes('halfDay'), venue: changed.includes('venue') };
  const newWhen = [
    { key: words.whenNow, value: when.value },
    { key: words.whenBefore, value: sayHalfDay(before) },
  ];
  const newWhere = { key: words.whereNow, value: where.value };
  return [
    ...(isNew.halfDay ? newWhen : []),
    ...(isNew.venue ? [newWhere] : []),
    what,
    ...(isNew.halfDay ? [] : [when]),
    kind,
    ...(isNew.venue ? [] : [where]),
  ];
}
