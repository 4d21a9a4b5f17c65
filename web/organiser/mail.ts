import type { Contact } from '#shared/domain/fields.ts';
import type { Message } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { telephoneLink } from '../organiser-ways.ts';
import { type Console, consolePage, may } from './frame.ts';
import { messagesContent } from './messages.en.ts';

const { mail: words, bounced } = messagesContent;

/** A mail as it is composed, or nothing where what it was about has gone. */
export type Said = Pick<Message, 'subject' | 'text' | 'replyTo'> | undefined;

type Params = Console & {
  readonly mail: Item<'mail'>;
  readonly said: Said;
  /** Whom it goes to, as they are now. */
  readonly reader: { readonly called: string; readonly contact: Contact; readonly record: string } | undefined;
  /** The address its reader has now, and whether it takes no mail. */
  readonly to: string;
  readonly barred: boolean;
  readonly filled?: Filled | undefined;
};

/** One mail: how it stands, what it says, and what can be done about it. */
export function mailPage(params: Params): string {
  const { mail, said, reader, to, barred, filled, ...console } = params;
  const preview = pathOf('/organiser/editions/{edition}/mails/{mail}/preview', mail);
  return consolePage(console, {
    title: words.title(mailNames[mail.template]),
    backLink: pathOf('/organiser/editions/{edition}/mails', mail),
    filled,
    body: narrow(html`${factsOf(params)}
${heading2(words.asRead)}
${said ? html`${saidBlock(said)}${paragraph(words.again)}${paragraph(link(preview, words.rendered))}` : paragraph(words.gone)}
${may(console, 'coordinator') && actionsOf(params)}`),
  });
}

/** What a mail says: its subject, where answers go, and its text. Nothing in it leads anywhere. */
export function saidBlock({ subject, text, replyTo }: NonNullable<Said>): Html {
  const rows = [
    { key: { text: words.subject }, value: { text: subject } },
    { key: { text: words.replies }, value: { text: `${replyTo.name}, ${replyTo.address}` } },
  ];
  return html`${summaryList({ rows })}${insetText({ html: html`<div class="app-break">${lines(text.trim().split('\n'))}</div>` })}`;
}

function factsOf(params: Params): Html {
  const { mail, reader, to, edition } = params;
  const { telephone } = reader?.contact ?? {};
  const again = mail.resentAs && pathOf('/organiser/editions/{edition}/mails/{mail}', { ...edition, mail: mail.resentAs });
  const correct = reader && may(params, 'coordinator') && link(`${reader.record}/edit`, bounced.correct);
  const called = reader && link(reader.record, reader.called);
  return summaryList({
    rows: [
      {
        key: { text: words.to },
        value: { html: lines([called, html`<span class="app-break">${mail.to}</span>`, correct].filter(Boolean)) },
      },
      to !== mail.to && { key: { text: words.toNow }, value: { text: to, classes: 'app-break' } },
      telephone !== undefined && { key: { text: words.telephone }, value: { html: telephoneLink(telephone) } },
      { key: { text: words.state }, value: { text: labels.mails[mail.state] } },
      { key: { text: words.when }, value: { text: sayMoment(mail.sentAt ?? mail.claimedAt) } },
      mail.problem !== undefined && { key: { text: words.problem }, value: { text: mail.problem } },
      mail.dropReason !== undefined && { key: { text: words.dropReason }, value: { text: mail.dropReason } },
      again && { key: { text: words.resent }, value: { html: link(again, words.seeResent) } },
    ],
  });
}

function actionsOf(params: Params): Html {
  const { mail, said, filled } = params;
  if (mail.state === 'claimed') return html``;
  if (mail.state === 'queued') return undoForm(mail);
  if (mail.state === 'held') return html`${sendForm(mail)}${editForm(mail, filled)}${dropForm(mail, filled)}`;
  return said ? resendForm(params) : html``;
}

function sendForm({ edition, mail }: Item<'mail'>): Html {
  const action = pathOf('/organiser/editions/{edition}/outbox/send', { edition });
  return form({ action, body: hiddenField('mails', mail), submit: words.send });
}

function undoForm({ edition, mail, sendAfter }: Item<'mail'>): Html {
  const action = pathOf('/organiser/editions/{edition}/outbox/undo', { edition });
  return html`${sendAfter !== undefined && paragraph(words.undoAdvice(sayMoment(sendAfter)))}
${form({ action, body: hiddenField('mails', mail), submit: words.undo, submitClasses: 'govuk-button--secondary' })}`;
}

function editForm(mail: Item<'mail'>, filled: Filled | undefined): Html {
  const mine = filled && ('subject' in filled.values || 'note' in filled.values) ? filled : undefined;
  const { subject, note } = mail.edit ?? {};
  const stands = { ...(subject === undefined ? {} : { subject: [subject] }), ...(note === undefined ? {} : { note: [note] }) };
  const state = mine ? formState(mine) : { values: stands, issues: [] };
  const meanwhile =
    mine?.message !== undefined &&
    insetText({ html: html`${paragraph(words.changed)}${paragraph(lines([subject, note ?? words.none].filter(Boolean)))}` });
  const fields = html`${hiddenField('version', String(mail.version))}
${textField({ ...state, path: 'subject', label: words.newSubject })}
${textareaField({ ...state, path: 'note', label: words.note, hint: words.noteHint, rows: 4 })}`;
  return html`${heading2(words.edit)}${paragraph(words.editAdvice)}${meanwhile}
${form({ action: pathOf('/organiser/editions/{edition}/mails/{mail}/edit', mail), body: fields, submit: words.save, submitClasses: 'govuk-button--secondary' })}`;
}

function dropForm(mail: Item<'mail'>, filled: Filled | undefined): Html {
  const mine = filled && !('subject' in filled.values) && !('note' in filled.values) ? filled : undefined;
  const fields = html`${hiddenField('version', String(mail.version))}${textField({ ...formState(mine), path: 'reason', label: words.reason })}`;
  return html`${heading2(words.drop)}
${form({ action: pathOf('/organiser/editions/{edition}/mails/{mail}/drop', mail), body: fields, submit: words.dropIt, submitClasses: 'govuk-button--warning' })}`;
}

function resendForm({ mail, to, barred, filled }: Params): Html {
  const same = barred && to.toLowerCase() === mail.to.toLowerCase();
  const tick =
    same &&
    html`${paragraph(words.sameAddress)}
${checkboxesField({ ...formState(filled), path: 'again', label: words.resend, options: [{ value: 'yes', text: words.tryAgain }], small: true })}`;
  return html`${heading2(words.resend)}${paragraph(words.resendAdvice(to))}${barred && !same && paragraph(words.newAddress)}
${form({ action: pathOf('/organiser/editions/{edition}/mails/{mail}/resend', mail), body: html`${hiddenField('version', String(mail.version))}${tick}`, submit: words.resendIt, submitClasses: 'govuk-button--secondary' })}`;
}
