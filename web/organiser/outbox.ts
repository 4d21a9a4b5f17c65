import { mailHolds } from '#shared/domain/mail-vocabulary.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import { checkboxes } from '../components/checkboxes.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { pagination } from '../components/pagination.ts';
import { type Filled, formState } from '../filled.ts';
import { fieldErrors, form, hiddenField, radiosField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { type Console, consolePage, may } from './frame.ts';
import { mailWays } from './mail-ways.ts';
import { messagesContent } from './messages.en.ts';

const { outbox: words } = messagesContent;

/** A held mail, and its subject while what it is about is there. */
export type HeldMail = { readonly mail: Item<'mail'>; readonly subject: string | undefined };

type Params = Console & {
  readonly now: Instant;
  /** The held mails of this page, oldest first. */
  readonly mails: readonly HeldMail[];
  /** How many are held in all, and whether there are more than were counted. */
  readonly count: number;
  readonly full: boolean;
  readonly queued: readonly Item<'waitingMail'>[];
  /** Those of the queued mails that are named. */
  readonly going: readonly Item<'mail'>[];
  readonly messages: readonly Message[];
  readonly first: boolean;
  readonly next: string | undefined;
  /** Whether all of the page are ticked. */
  readonly all: boolean;
  /** What was just done with how many, and how many it was too late for. */
  readonly done: { readonly what: 'send' | 'undo'; readonly count: number; readonly late: number } | undefined;
  readonly filled?: Filled | undefined;
};

/** What is about to go, what waits, and which new mails wait. */
export function outboxPage(params: Params): string {
  const { now, mails, count, full, queued, going, messages, first, next, all, done, filled, ...console } = params;
  const path = pathOf('/organiser/editions/{edition}/outbox', console.edition);
  const on = next === undefined ? undefined : { text: words.next, href: `${path}?after=${next}` };
  const back = first ? undefined : { text: words.first, href: path };
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    targets: { mails: 'mails', holds: 'holds' },
    body: narrow(html`${done && doneBanner(done)}
${lead(words.intro)}
${mailWays(console, 'outbox')}
${soon(params)}
${heading2(words.waits)}
${paragraph(count === 0 ? words.none : full ? words.most(count) : words.count(count))}
${mails.length > 0 && waitingList(params, path)}
${(on || back) && pagination({ previous: back, next: on })}
${heading2(words.setting)}
${settingForm(params)}`),
  });
}

function doneBanner({ what, count, late }: NonNullable<Params['done']>): Html {
  const said = [count > 0 && words.done[what](count), late > 0 && words.done.late(late)];
  const text = said.filter((one) => one !== false).join(' ');
  return html`${text !== '' && notificationBanner({ type: 'success', titleText: words.doneTitle, titleId: 'done', text })}`;
}

function soon(params: Params): Html {
  const { queued, going, messages, edition } = params;
  if (queued.length === 0 && messages.length === 0) return html``;
  const acts = may(params, 'coordinator');
  const secondary = { submitClasses: 'govuk-button--secondary' };
  const groups = [...Map.groupBy(queued, ({ sendAfter }) => sendAfter)].map(([moment, waiting]) => {
    const action = pathOf('/organiser/editions/{edition}/outbox/undo', edition);
    const body = hiddenField('mails', waiting.map(({ mail }) => mail).join(','));
    const named = going.filter((one) => waiting.some(({ mail }) => mail === one.mail));
    return html`${moment !== undefined && paragraph(words.goes(waiting.length, sayMoment(moment)))}
${bullets(named.map(goingLink))}
${named.length < waiting.length && paragraph(words.notNamed(waiting.length - named.length))}
${acts && form({ action, body, submit: words.undo(waiting.length), ...secondary })}`;
  });
  const many = messages.map((one) => {
    const { subject, recipients = [], sendAfter } = one;
    const path = pathOf('/organiser/editions/{edition}/messages/{message}', one);
    return html`${sendAfter !== undefined && paragraph(link(path, words.messageGoes(subject, recipients.length, sayMoment(sendAfter))))}`;
  });
  return html`${heading2(words.soon)}${paragraph(words.soonAdvice)}${groups}${many}`;
}

function goingLink(mail: Item<'mail'>): Html {
  const path = pathOf('/organiser/editions/{edition}/mails/{mail}', mail);
  return link(path, words.item(mailNames[mail.template], mail.to));
}

function waitingList(params: Params, path: string): Html {
  const { mails, all, filled, edition } = params;
  if (edition.state === 'draft' || !may(params, 'coordinator'))
    return html`${mails.map((one) => paragraph(html`${itemText(one)} ${seeLink(one)}`))}`;
  const wrong = fieldErrors(filled?.issues ?? []).get('mails');
  const ticked = filled?.values['mails'] ?? (all ? mails.map(({ mail }) => mail.mail) : []);
  const list = checkboxes({
    name: 'mails',
    idPrefix: 'mails',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: words.tick, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: wrong === undefined ? undefined : { text: wrong },
    values: ticked,
    items: mails.map((one) => ({ value: one.mail.mail, text: itemText(one), hint: { html: seeLink(one) } })),
  });
  return html`${!all && mails.length > 1 && paragraph(link(`${path}?all=yes`, words.tickAll(mails.length)))}
${paragraph(words.sendAdvice)}
${form({ action: pathOf('/organiser/editions/{edition}/outbox/send', edition), body: list, submit: all ? words.sendAll(mails.length) : words.send })}`;
}

function itemText({ mail: { template, to }, subject }: HeldMail): string {
  return words.item(subject ?? mailNames[template], to);
}

function seeLink({ mail: { edition, mail, template, to, claimedAt, edit, problem } }: HeldMail): Html {
  const path = pathOf('/organiser/editions/{edition}/mails/{mail}', { edition, mail });
  const hidden = html`<span class="govuk-visually-hidden">${words.seeHidden(to)}</span>`;
  const said = [words.since(mailNames[template], sayMoment(claimedAt)), edit && words.edited, problem && `${problem}.`];
  return html`${said.filter((one) => one).join(' ')} ${link(path, html`${words.see}${hidden}`)}`;
}

function settingForm(params: Params): Html {
  const { mailPause, filled, edition } = params;
  const stands = mailPause?.holds ?? 'nothing';
  if (!may(params, 'coordinator')) return paragraph(words.kinds[stands]);
  const state =
    filled && 'holds' in filled.values ? formState(filled) : { values: { holds: [stands] }, issues: filled?.issues ?? [] };
  const field = radiosField({
    ...state,
    path: 'holds',
    label: words.holds,
    hint: words.keeps,
    options: (['nothing', ...mailHolds] as const).map((value) => ({ value, text: words.kinds[value] })),
  });
  const action = pathOf('/organiser/editions/{edition}/outbox/hold', edition);
  return html`${paragraph(words.settingAdvice)}
${form({ action, body: field, submit: words.save, submitClasses: 'govuk-button--secondary' })}`;
}
