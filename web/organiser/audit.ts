import type { HistoryEntry } from '#shared/domain/history.ts';
import { button } from '../components/button.ts';
import { pagination } from '../components/pagination.ts';
import { select } from '../components/select.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { auditContent as words } from './audit.en.ts';
import { factWords } from './facts.en.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';

type AuditParams = Console & {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Addresses of the team's members by what an entry's `by` says. */
  readonly people: ReadonlyMap<string, string>;
  /** What subjects are called now. */
  readonly names: ReadonlyMap<string, string>;
  /** The one subject whose timeline is shown, if it is one. */
  readonly subject: string | undefined;
  /** The one person whose doings are shown, as an entry's `by` says it. */
  readonly by: string | undefined;
  /** Where older entries begin, if there are any. */
  readonly older: string | undefined;
  /** How many were looked at, where that was the limit before the page was full. */
  readonly looked: number | undefined;
};

const anybody = ['public', 'link', 'system'] as const;

/** What is chosen of the audit: all of it where neither is said. */
export type AuditChosen = { readonly subject?: string | undefined; readonly by?: string | undefined };

/** What of the audit a query asks for: one subject, one person, or both. */
export function auditChosen(query: Readonly<Record<string, string | undefined>>): AuditChosen {
  const { subject = '', by = '' } = query;
  return {
    subject: /^[a-z0-9-]{1,60}$/.test(subject) ? subject : undefined,
    by: /^(?:public|link|system|organiser:[a-z2-7]{20})$/.test(by) ? by : undefined,
  };
}

/** Who changed or looked at what, as a list that pages by key; of one subject or one person where that is asked. */
export function auditPage(params: AuditParams): string {
  const { entries, people, names, subject, by, older, looked, ...console } = params;
  const path = pathOf('/organiser/editions/{edition}/audit', console.edition);
  const at = (query: Readonly<Record<string, string>>, to = path) => {
    const said = new URLSearchParams(query).toString();
    return said === '' ? to : `${to}?${said}`;
  };
  const chosen = { ...(subject !== undefined && { subject }), ...(by !== undefined && { by }) };
  const rows = entries.map((entry) => [
    { text: sayMoment(entry.at) },
    { html: link(at({ ...chosen, by: entry.by }), sayWho(entry.by, people)), classes: 'app-break' },
    { text: sayWhat(entry.what) },
    { html: link(at({ ...chosen, subject: entry.subject }), sayAbout(entry, names)) },
  ]);
  const file = (format: string) =>
    link(
      at(chosen, pathOf('/organiser/editions/{edition}/audit/{file}', { ...console.edition, file: `audit.${format}` })),
      format.toUpperCase(),
    );
  return consolePage(console, {
    title: words.title,
    path,
    body: html`${paragraph(words.intro)}
${personForm(params, path)}
${subject !== undefined && paragraph(words.timeline)}
${by !== undefined && paragraph(words.onePerson(sayWho(by, people)))}
${(subject ?? by) !== undefined && paragraph(link(path, words.all))}
${listTable({
  name: words.title,
  none: looked === undefined ? words.none : words.noneYet(sayNumber(looked)),
  head: [words.when, words.who, words.what, words.about].map((text) => ({ text })),
  rows,
})}
${older !== undefined && pagination({ next: { text: words.older, href: at({ ...chosen, before: older }) } })}
${may(console, 'admin') && paragraph(html`${words.takeOut} ${file('ods')} · ${file('xlsx')} · ${file('csv')}`)}`,
  });
}

function personForm({ people, subject, by }: AuditParams, path: string): Html {
  const choices = [
    ...[...people].map(([value, text]) => ({ value, text })),
    ...anybody.map((value) => ({ value, text: words.by[value] })),
  ];
  const about = subject === undefined ? undefined : html`<input type="hidden" name="subject" value="${subject}">`;
  const field = select({
    name: 'by',
    id: 'by',
    label: { text: words.person },
    value: by,
    items: [{ value: '', text: words.anybody }, ...choices],
  });
  return html`<form method="get" action="${path}" role="search">${about}${field}${button({ text: words.show, classes: 'govuk-button--secondary' })}</form>`;
}

/** Who caused something, in words. */
export function sayWho(by: string, people: ReadonlyMap<string, string>): string {
  if (by === 'public' || by === 'link' || by === 'system') return words.by[by];
  return people.get(by) ?? words.formerOrganiser;
}

/** What happened, in words. */
export function sayWhat(what: string): string {
  return isFact(what) ? factWords[what] : words.viewed;
}

function isFact(what: string): what is keyof typeof factWords {
  return what in factWords;
}

function sayAbout({ subject }: HistoryEntry, names: ReadonlyMap<string, string>): string {
  return subject === 'edition' ? words.edition : (names.get(subject) ?? words.unnamed);
}
