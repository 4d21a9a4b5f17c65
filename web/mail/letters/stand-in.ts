import { standsInAt } from '#shared/domain/courses/stands-in.ts';
import type { Event } from '#shared/domain/event.ts';
import { londonDate } from '#shared/kernel/time.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import { sayHalfDay } from '../../say.ts';
import { eventRows } from './bookings.ts';
import { composer, type Setting, type Write } from './setting.ts';
import { standInMails as words } from './stand-in.en.ts';
import { usualBlocks } from './usual-blocks.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

/**
 * Tells whoever is named as a substitute what they stand in for, and whoever was named before that they need not; nothing to
 * somebody for whom it stands otherwise by now, nor once the session is over or cancelled.
 */
export const standIn: Write = async (fact, read, setting) => {
  if (fact.type !== 'substitute.named.v1') return [];
  const { edition, data } = fact;
  const [event, courses] = await Promise.all([
    read.get('event', { edition, event: data.event }),
    read.list('schoolCourse', { edition }),
  ]);
  if (event?.state !== 'confirmed' || event.halfDay.slice(0, 10) < londonDate(fact.at)) return [];
  const now = standsInAt(courses, data.event);
  const to = (visitor: string, part: 'named' | 'freed') => letterTo(visitor, { part, event, read, setting });
  const letters = await Promise.all([
    ...(now === data.visitor ? [to(data.visitor, 'named')] : []),
    ...(data.before === undefined || now === data.before || event.volunteers.includes(data.before)
      ? []
      : [to(data.before, 'freed')]),
  ]);
  return letters.flat();
};

type Telling = {
  readonly part: 'named' | 'freed';
  readonly event: Event;
  readonly read: TableReader;
  readonly setting: Setting;
};

async function letterTo(id: string, { part, event, read, setting }: Telling): Promise<Letter[]> {
  const visitor = await visitorIn({ edition: event.edition, kind: 'volunteer', visitor: id }, read);
  if (!visitor?.takesPart) return [];
  const { subject, preheader, heading, says } = words[part];
  const rows = eventRows({ event, hostName: await hostNameOf(event, read) });
  const compose = composer(setting, {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: usualBlocks({ heading, name: visitor.contact.name, rows, says, button: words.button }),
  });
  return [{ ...letterToVisitor(visitor, setting), compose }];
}
