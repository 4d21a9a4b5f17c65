import type { Item } from '#shared/system/table.ts';
import { table } from '../components/table.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { myPlaceContent } from './content.en.ts';
import type { PlaceSetting } from './place.ts';

/** The emails a school's contact was sent, newest first: what about, when, and what became of them. */
export function messagesPage({ edition, programme, mails }: PlaceSetting & { readonly mails: readonly Item<'mail'>[] }): string {
  const { messages: words } = myPlaceContent;
  const newest = [...mails].sort((a, b) => b.claimedAt.localeCompare(a.claimedAt));
  const rows = newest.map(({ template, state, sentAt, claimedAt }) => [
    { text: mailNames[template] },
    { text: sayMoment(sentAt ?? claimedAt) },
    { text: labels.mails[state] },
  ]);
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/place/messages',
    body: html`${paragraph(words.advice)}
${rows.length === 0 ? paragraph(words.none) : table({ head: words.head.map((text) => ({ text })), rows, firstCellIsHeader: true })}
${paragraph(words.spam)}`,
  });
}
