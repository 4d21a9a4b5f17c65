import type { HistoryEntry } from '#shared/domain/history.ts';
import { pagination } from '../components/pagination.ts';
import { html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { organiserContent } from './content.en.ts';
import { factWords } from './facts.en.ts';
import { type Console, consolePage, listTable } from './frame.ts';

const { audit: words } = organiserContent;

type AuditParams = Console & {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Addresses of the team's members by what an entry's `by` says. */
  readonly people: ReadonlyMap<string, string>;
  /** What subjects are called now. */
  readonly names: ReadonlyMap<string, string>;
  /** The one subject whose timeline is shown, if it is one. */
  readonly subject: string | undefined;
  /** Where older entries begin, if there are any. */
  readonly older: string | undefined;
};

/** Who changed or looked at what, as a list that pages by key. */
export function auditPage({ entries, people, names, subject, older, ...console }: AuditParams): string {
  const path = pathOf('/organiser/editions/{edition}/audit', console.edition);
  const at = (query: Readonly<Record<string, string>>) => `${path}?${new URLSearchParams(query).toString()}`;
  const rows = entries.map((entry) => [
    { text: sayMoment(entry.at) },
    { text: sayWho(entry.by, people), classes: 'app-break' },
    { text: sayWhat(entry.what) },
    { html: link(at({ subject: entry.subject }), sayAbout(entry, names)) },
  ]);
  const more = older === undefined ? {} : { before: older };
  return consolePage(console, {
    title: words.title,
    path,
    body: html`${paragraph(words.intro)}
${subject !== undefined && paragraph(html`${words.timeline} ${link(path, words.all)}`)}
${listTable({
  name: words.title,
  none: words.none,
  head: [words.when, words.who, words.what, words.about].map((text) => ({ text })),
  rows,
})}
${older !== undefined && pagination({ next: { text: words.older, href: at({ ...(subject === undefined ? {} : { subject }), ...more }) } })}`,
  });
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
