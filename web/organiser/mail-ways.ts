import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { bullets, link } from '../prose.ts';
import { messagesContent } from './messages.en.ts';
import { type Console, may } from './frame.ts';

const { ways: words } = messagesContent;

/** The ways between an edition's emails, its outbox and its messages; not the way to where one is. */
export function mailWays(console: Console, here: 'mails' | 'outbox' | 'messages'): Html {
  const { edition } = console;
  const ways = [
    here !== 'mails' && link(pathOf('/organiser/editions/{edition}/mails', edition), words.mails),
    here !== 'outbox' && link(pathOf('/organiser/editions/{edition}/outbox', edition), words.outbox),
    here !== 'messages' && link(pathOf('/organiser/editions/{edition}/messages', edition), words.messages),
    may(console, 'coordinator') && link(pathOf('/organiser/editions/{edition}/write-message', edition), words.write),
  ];
  return html`${bullets(ways.filter((one) => one !== false))}`;
}
