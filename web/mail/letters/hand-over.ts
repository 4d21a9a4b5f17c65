import type { MailBlock } from '../render.ts';
import { changeMails } from './changes.en.ts';
import { englishMails as words } from './content.en.ts';
import { composer, letterToSchool, registrationIn, type Write } from './setting.ts';

/**
 * The link of the person who now answers for a school. The address was typed by a colleague, so nothing that anybody typed
 * freely stands here: only the register's name of the school.
 */
export const handedOverToYou: Write = async (fact, read, setting) => {
  const state = fact.type === 'school.handed-over.v1' ? await registrationIn(fact, read) : undefined;
  if (!state) return [];
  const { heading, why, button, notYou, school, ...text } = changeMails.handedOverToYou;
  const blocks = (link: string): MailBlock[] => [
    { kind: 'heading', text: heading },
    { kind: 'facts', rows: [{ key: school, value: state.schoolName }] },
    { kind: 'paragraph', text: why },
    { kind: 'button', text: button, href: link },
    { kind: 'paragraph', text: words.keepLink },
    { kind: 'paragraph', text: notYou },
  ];
  const compose = composer(setting, { subject: text.subject(state.schoolName), preheader: text.preheader, blocks });
  return [{ ...letterToSchool(state, 'registration', setting), compose }];
};

/** Tells the person who answered for a school until now that it is done. No link: theirs have ended. */
export const handedOverByYou: Write = async (fact, read, setting) => {
  if (fact.type !== 'school.handed-over.v1') return [];
  const [state, record] = await Promise.all([
    registrationIn(fact, read),
    read.get('handOver', { edition: fact.edition, handOver: fact.data.handOver }),
  ]);
  if (!state || !record) return [];
  const { heading, done, notYou, ...text } = changeMails.handedOverByYou;
  const blocks = (): MailBlock[] => [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: words.greeting(record.from.name) },
    { kind: 'paragraph', text: done },
    { kind: 'paragraph', text: notYou },
  ];
  const compose = composer(setting, { subject: text.subject(state.schoolName), preheader: text.preheader, blocks });
  return [{ recipient: record.handOver, to: record.from.email, compose }];
};
