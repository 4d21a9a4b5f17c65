import type { Event } from '#shared/domain/event.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay, sayMoment, sayPupils } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { eventRows } from './bookings.ts';
import { englishMails } from './content.en.ts';
import { composer, letterToSchool, registrationIn, type Write } from './setting.ts';
import { waitingMails as words } from './waiting.en.ts';
import { hostNameOf } from './where.ts';

type Facts = Fact<'school.waiting.v1' | 'places.offered.v1' | 'places.lapsed.v1' | 'waiting.left.v1'>;

/** Tells a school that it waits, what it is offered and until when, that the places went on, or that it left the list. */
export const waitingList: Write = async (fact, read, setting): Promise<Letter[]> => {
  if (!isOurs(fact)) return [];
  const { edition, data } = fact;
  const key = { edition, event: data.event };
  const [school, event] = await Promise.all([registrationIn(fact, read), read.get('event', key)]);
  if (school?.state !== 'confirmed' || event?.state !== 'confirmed') return [];
  if (!(await stillStands(fact, read))) return [];
  const when = sayHalfDay(event.halfDay);
  const { text, subject } = textOf(fact, event, when);
  const rows = [
    ...eventRows({ event, hostName: await hostNameOf(event, read) }, school.urn),
    { key: words.group, value: sayPupils(data.pupils) },
    ...('until' in data ? [{ key: words.until, value: sayMoment(data.until) }] : []),
  ];
  const blocks = (link: string): MailBlock[] => [
    { kind: 'heading', text: text.heading },
    { kind: 'paragraph', text: englishMails.greeting(school.contact.name) },
    { kind: 'facts', rows },
    ...text.says.map((one) => ({ kind: 'paragraph', text: one }) as const),
    { kind: 'button', text: 'button' in text ? text.button : words.button, href: link },
  ];
  const compose = composer(setting, { subject, preheader: text.preheader, blocks });
  return [{ ...letterToSchool(school, 'registration', setting), compose }];
};

function isOurs(fact: Fact): fact is Facts {
  return /^(?:school\.waiting|places\.(?:offered|lapsed)|waiting\.left)\.v1$/.test(fact.type);
}

/** Whether the list still says so: what was offered and is answered by now is not offered any more. That one left is so. */
async function stillStands({ edition, type, data }: Facts, read: TableReader): Promise<boolean> {
  if (type === 'waiting.left.v1') return true;
  const entry = await read.get('waiting', { edition, event: data.event, urn: data.urn });
  return entry?.version === data.version;
}

function textOf(fact: Facts, { title }: Event, when: string) {
  if (fact.type === 'school.waiting.v1') return { text: words.waiting, subject: words.waiting.subject(title, when) };
  if (fact.type === 'places.lapsed.v1') return { text: words.lapsed, subject: words.lapsed.subject(title, when) };
  if (fact.type === 'waiting.left.v1') return { text: words.left, subject: words.left.subject(title, when) };
  return { text: words.offered, subject: words.offered.subject(sayPupils(fact.data.pupils), title, when) };
}
