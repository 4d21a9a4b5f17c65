import { type MailState, mailStates } from '#shared/domain/mail-vocabulary.ts';
import type { Item } from '#shared/system/table.ts';
import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import { pagination } from '../components/pagination.ts';
import { select } from '../components/select.ts';
import type { TableCell } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { type Console, consolePage, listTable } from './frame.ts';
import { mailWays } from './mail-ways.ts';
import { messagesContent } from './messages.en.ts';

const { mails: words } = messagesContent;

type Params = Console & {
  readonly rows: readonly Item<'mail'>[];
  /** Where the next page begins; none on the last. */
  readonly next: string | undefined;
  /** How many were looked at, where that was the limit before the page was full. */
  readonly looked: number | undefined;
  readonly first: boolean;
  readonly q: string;
  readonly state: MailState | undefined;
};

/** Mails and what became of them, newest first, a page of them. */
export function mailsPage({ rows, next, looked, first, q, state, ...console }: Params): string {
  const path = pathOf('/organiser/editions/{edition}/mails', console.edition);
  const chosen = { ...(q === '' ? {} : { q }), ...(state === undefined ? {} : { state }) };
  const all = Object.keys(chosen).length === 0;
  const address = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ ...chosen, ...more }).toString();
    return query === '' ? path : `${path}?${query}`;
  };
  const on =
    next === undefined ? undefined : { text: looked === undefined ? words.older : words.further, href: address({ after: next }) };
  const back = first ? undefined : { text: words.newest, href: address({}) };
  return consolePage(console, {
    title: words.title,
    path,
    body: html`${mailWays(console, 'mails')}
${paragraph(link(`${path}?needs=bounced`, words.needs))}
${searchForm(path, q, state)}
${!all && paragraph(link(path, words.clear))}
${looked !== undefined && paragraph(words.looked(sayNumber(looked)))}
${mailTable(console, rows, all ? words.none : words.nothing)}
${(on || back) && pagination({ previous: back, next: on })}`,
  });
}

/** Mails, each with the way to its own page. */
export function mailTable({ edition }: Pick<Console, 'edition'>, mails: readonly Item<'mail'>[], none: string): Html {
  return listTable({
    name: words.title,
    none,
    head: [words.mail, words.to, words.when, words.state, words.problem].map((text) => ({ text })),
    rows: mails.map((one): TableCell[] => [
      {
        html: link(pathOf('/organiser/editions/{edition}/mails/{mail}', { ...edition, mail: one.mail }), mailNames[one.template]),
      },
      { text: one.to, classes: 'app-break' },
      { text: sayMoment(one.sentAt ?? one.claimedAt) },
      { text: labels.mails[one.state] },
      { text: one.problem ?? one.dropReason ?? labels.none },
    ]),
  });
}

function searchForm(path: string, q: string, state: MailState | undefined): Html {
  const states = mailStates.map((value) => ({ value, text: labels.mails[value] }));
  return html`<form method="get" action="${path}" role="search">${input({ name: 'q', id: 'q', type: 'search', label: { text: words.search }, value: q, classes: 'govuk-input--width-20' })}
${select({ name: 'state', id: 'state', label: { text: words.state }, value: state, items: [{ value: '', text: words.any }, ...states] })}
${button({ text: words.show, classes: 'govuk-button--secondary' })}</form>`;
}
