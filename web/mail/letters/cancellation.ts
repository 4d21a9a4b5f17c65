import type { Event } from '#shared/domain/event.ts';
import type { Letter } from '#shared/ports.ts';
import { sayHalfDay } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { type AtEvent, lettersAtEvent } from './at-event.ts';
import { eventRows } from './bookings.ts';
import { changeMails } from './changes.en.ts';
import { englishMails } from './content.en.ts';
import { composer, type Setting, type Write } from './setting.ts';

const { cancelled: words } = changeMails;

/** Tells everybody who counts on an event that it is cancelled: its schools, its host, and whoever was to meet the pupils. */
export const eventCancelled: Write = async (fact, read, setting) => {
  if (fact.type !== 'event.cancelled.v1') return [];
  const event = await read.get('event', { edition: fact.edition, event: fact.data.event });
  if (event?.state !== 'cancelled') return [];
  const tell = { event, compose: (to: AtEvent) => composed(event, to, setting), calendar: { takesOut: true } };
  return lettersAtEvent(tell, read, setting);
};

function composed(event: Event, { name, role, urn, hostName }: AtEvent, setting: Setting): Letter['compose'] {
  const { heading, preheader, reason, button, subject } = words;
  const { cancellationReason } = event;
  const rows = [
    ...eventRows({ event, hostName }, urn),
    ...(cancellationReason === undefined ? [] : [{ key: reason, value: cancellationReason }]),
  ];
  return composer(setting, {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: englishMails.greeting(name) },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: words[role] },
      { kind: 'button', text: button, href: link },
    ],
  });
}
