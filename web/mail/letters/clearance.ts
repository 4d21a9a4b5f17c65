import { dayInWords } from '#shared/kernel/time.ts';
import type { MailBlock } from '../render.ts';
import { englishMails } from './content.en.ts';
import { composer, type Write } from './setting.ts';
import { visitMails } from './visit.en.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';

/** That somebody's clearance to meet children ends soon; nothing where a later one is recorded by now. */
export const clearanceEnding: Write = async (fact, read, setting) => {
  if (fact.type !== 'clearance.ending.v1') return [];
  const { edition } = fact;
  const { volunteer, version } = fact.data;
  const [held, visitor] = await Promise.all([
    read.get('clearance', { edition, volunteer }),
    visitorIn({ edition, kind: 'volunteer', visitor: volunteer }, read),
  ]);
  if (held?.version !== version || !visitor?.takesPart) return [];
  const { subject, preheader, heading, until, why, button } = visitMails.clearance;
  const compose = composer(setting, {
    subject: subject(dayInWords(held.until)),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: englishMails.greeting(visitor.contact.name) },
      { kind: 'paragraph', text: until(dayInWords(held.until)) },
      { kind: 'paragraph', text: why },
      { kind: 'button', text: button, href: link },
    ],
  });
  return [{ ...letterToVisitor(visitor, setting), compose }];
};
