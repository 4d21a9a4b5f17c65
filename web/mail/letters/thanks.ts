import { sayHalfDay, sayList, sayNumber } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { eventRows } from './bookings.ts';
import { englishMails } from './content.en.ts';
import { composer, type Write } from './setting.ts';
import { visitMails } from './visit.en.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

const { thanks: words } = visitMails;

/** Thanks whoever came for what was counted of the day; nothing once nobody is counted, or they turn out not to have come. */
export const visitThanks: Write = async (fact, read, setting) => {
  if (fact.type !== 'visitor.thanked.v1') return [];
  const key = { edition: fact.edition, event: fact.data.event };
  const [event, total, offer, bookings, visitor, asked] = await Promise.all([
    read.get('event', key),
    read.get('eventTotal', key),
    read.get('offer', { ...key, visitor: fact.data.visitor }),
    read.list('booking', key),
    visitorIn({ edition: fact.edition, ...fact.data }, read),
    read.get('visitSurvey', { ...key, visitor: fact.data.visitor }),
  ]);
  if (!event || !total?.held || !visitor?.takesPart || offer?.state !== 'accepted' || offer.absent) return [];
  const came = bookings.filter(({ urn }) => total.schools.includes(urn)).map(({ schoolName }) => schoolName);
  const { title, halfDay, kind } = event;
  const rows = [
    ...eventRows({ event, hostName: await hostNameOf(event, read) }),
    { key: words.pupils[kind === 'online' ? 'online' : 'face-to-face'], value: sayNumber(total.pupils) },
    { key: words.schools, value: sayList(came) },
  ];
  const compose = composer(setting, {
    subject: words.subject(title, sayHalfDay(halfDay)),
    preheader: words.preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: englishMails.greeting(visitor.contact.name) },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: words.why },
      { kind: 'paragraph', text: words.count },
      ...(asked ? [{ kind: 'paragraph' as const, text: words.survey }] : []),
      { kind: 'button', text: asked ? words.say : words.button, href: link },
      { kind: 'paragraph', text: words.mistake },
    ],
  });
  return [{ ...letterToVisitor(visitor, setting), compose }];
};
