import type { Chosen, Reader } from '#shared/domain/audience.ts';
import type { Message, Recipient } from '#shared/domain/message.ts';
import { dayInWords, localDate } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import { button } from '../components/button.ts';
import { select } from '../components/select.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayList, sayMoment } from '../say.ts';
import { type Console, consolePage, may } from './frame.ts';
import { type Said, saidBlock } from './mail.ts';
import { mailTable } from './mails.ts';
import { messagesContent } from './messages.en.ts';

const { message: words, form: asked } = messagesContent;

type Params = Console & {
  readonly message: Message;
  /** Whom a draft is for now, and who is left out. */
  readonly chosen: Chosen | undefined;
  readonly recipients: readonly (Recipient | Reader)[];
  /** Whose mail is shown, and what it says. */
  readonly as: string | undefined;
  readonly said: Said;
  /** What became of it, once it went. */
  readonly mails: readonly Item<'mail'>[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One message: whom it goes to, as one of them reads it, and the way on: to send it, to undo that, or what became of it. */
export function messagePage(params: Params): string {
  const { message, chosen, recipients, as, said, mails, requestKey, filled, ...console } = params;
  const preview = pathOf('/organiser/editions/{edition}/messages/{message}/preview', message);
  const rendered = `${preview}?${new URLSearchParams({ as: as ?? '' }).toString()}`;
  return consolePage(console, {
    title: message.subject,
    backLink: pathOf('/organiser/editions/{edition}/messages', message),
    filled,
    body: html`${narrow(html`${message.state !== 'draft' && way(params)}
${heading2(words.readers)}
${audienceOf(message)}
${recipients.length === 0 ? paragraph(words.nobody) : paragraph(countOf(recipients))}
${chosen && leftOut(chosen.left)}
${said && html`${heading2(words.preview)}${chosen && readerForm(params)}${saidBlock(said)}${paragraph(link(rendered, messagesContent.mail.rendered))}`}
${message.state === 'draft' && way(params)}`)}
${message.state === 'sent' && html`${heading2(words.mails)}${mailTable(console, mails, words.noMails)}`}`,
  });
}

/** What can be done about it now. */
function way(params: Params): Html {
  const { message, recipients, requestKey, mailPause } = params;
  const { state, sendAfter, sentAt, version } = message;
  const acts = may(params, 'coordinator');
  if (state === 'sent') return html`${sentAt !== undefined && paragraph(words.sent(sayMoment(sentAt)))}`;
  if (state === 'queued') {
    const action = pathOf('/organiser/editions/{edition}/messages/{message}/undo', message);
    return html`${sendAfter !== undefined && paragraph(words.goes(recipients.length, sayMoment(sendAfter)))}
${acts && form({ action, submit: words.undo, submitClasses: 'govuk-button--secondary' })}`;
  }
  if (!acts) return html``;
  const action = pathOf('/organiser/editions/{edition}/messages/{message}/send', message);
  const body = html`${hiddenField('version', String(version))}${hiddenField('requestKey', requestKey)}`;
  return html`${recipients.length > 0 && html`${paragraph(words.sendAdvice)}${mailPause?.holds === 'all' && paragraph(words.held)}${form({ action, body, submit: words.send(recipients.length) })}`}
${paragraph(link(pathOf('/organiser/editions/{edition}/messages/{message}/edit', message), words.edit))}`;
}

function audienceOf({ groups, kind, day, open }: Message): Html {
  return summaryList({
    rows: [
      { key: { text: words.for }, value: { html: lines(groups.map((group) => asked.groupNames[group])) } },
      kind !== undefined && { key: { text: words.kind }, value: { text: labels.kinds[kind] } },
      day !== undefined && { key: { text: words.day }, value: { text: dayInWords(localDate.parse(day)) } },
      open !== undefined && { key: { text: words.open }, value: { text: asked.openNames[open] } },
    ],
  });
}

function countOf(recipients: readonly Recipient[]): string {
  const count = (kind: Recipient['kind']) => recipients.filter((one) => one.kind === kind).length;
  return `${sayList(words.count(count('school'), count('organisation'), count('volunteer')))}.`;
}

function leftOut({ withdrawn, unconfirmed, unreachable, repeated }: Chosen['left']): Html {
  const left = [
    withdrawn > 0 && words.left.withdrawn(withdrawn),
    unconfirmed > 0 && words.left.unconfirmed(unconfirmed),
    unreachable > 0 && words.left.unreachable(unreachable),
    repeated > 0 && words.left.repeated(repeated),
  ].filter((one) => one !== false);
  return html`${left.length > 0 && html`${heading2(words.left.title)}${bullets(left)}`}`;
}

function readerForm({ message, chosen, as }: Params): Html {
  const path = pathOf('/organiser/editions/{edition}/messages/{message}', message);
  const items = (chosen?.readers ?? []).map(({ id, called, contact }) => {
    return { value: id, text: called === contact.name ? called : `${called}: ${contact.name}` };
  });
  return html`<form method="get" action="${path}">${select({ name: 'as', id: 'as', label: { text: words.as }, value: as, items })}
${button({ text: words.show, classes: 'govuk-button--secondary' })}</form>`;
}
