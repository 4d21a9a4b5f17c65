import type { Event } from '#shared/domain/event.ts';
import type { Letter } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { type AtEvent, lettersAtEvent } from './at-event.ts';
import { eventRows, type Row } from './bookings.ts';
import { changeMails } from './changes.en.ts';
import { englishMails } from './content.en.ts';
import { composer, type Setting, type Write } from './setting.ts';

const { moved: words } = changeMails;
type Move = Fact<'event.moved.v1'>['data'];

/** Tells everybody who counts on an event what is new about when and where it is; one that is cancelled since is not told. */
export const eventMoved: Write = async (fact, read, setting) => {
  if (fact.type !== 'event.moved.v1') return [];
  const { data } = fact;
  const event = await read.get('event', { edition: fact.edition, event: data.event });
  if (!event || event.state === 'cancelled') return [];
  const tell = { event, compose: (to: AtEvent) => composed(event, data, to, setting), calendar: { takesOut: false } };
  return lettersAtEvent(tell, read, setting);
};

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
