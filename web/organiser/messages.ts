import type { Message } from '#shared/domain/message.ts';
import type { TableCell } from '../components/table.ts';
import { html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { lead, link } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { type Console, consolePage, listTable } from './frame.ts';
import { mailWays } from './mail-ways.ts';
import { messagesContent } from './messages.en.ts';

const { messages: words } = messagesContent;

/** Messages to many, newest first. */
export function messagesPage({ messages, ...console }: Console & { readonly messages: readonly Message[] }): string {
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/messages', console.edition),
    body: html`${lead(words.intro)}
${mailWays(console, 'messages')}
${listTable({
  name: words.title,
  none: words.none,
  head: [words.subject, words.state, words.when, words.readers].map((text) => ({ text })),
  rows: messages.map((one): TableCell[] => [
    { html: link(pathOf('/organiser/editions/{edition}/messages/{message}', one), one.subject) },
    { text: words.states[one.state] },
    { text: sayMoment(one.sentAt ?? one.sendAfter ?? one.writtenAt) },
    { text: one.recipients === undefined ? '–' : sayNumber(one.recipients.length) },
  ]),
})}`,
  });
}
