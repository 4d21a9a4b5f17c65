import type { Item } from '#shared/system/table.ts';
import { englishLabels as labels } from '../labels.en.ts';
import type { TableCell } from '../components/table.ts';
import { pathOf } from '../paths.ts';
import { sayMoment } from '../say.ts';
import { organiserContent } from './content.en.ts';
import { type Console, consolePage, listTable } from './frame.ts';

const { lists: words } = organiserContent;

/** Mails and what became of them, newest first. */
export function mailsPage({ mails, ...console }: Console & { readonly mails: readonly Item<'mail'>[] }): string {
  const rows = [...mails]
    .sort((a, b) => b.claimedAt.localeCompare(a.claimedAt) || a.mail.localeCompare(b.mail))
    .map((one): TableCell[] => [
      { text: labels.templates[one.template] },
      { text: one.to, classes: 'app-break' },
      { text: sayMoment(one.sentAt ?? one.claimedAt) },
      { text: labels.mails[one.state] },
      { text: one.problem ?? labels.none },
    ]);
  return consolePage(console, {
    title: words.mails,
    path: pathOf('/organiser/editions/{edition}/mails', console.edition),
    body: listTable({
      name: words.mails,
      none: words.noMails,
      head: [words.mail, words.to, words.when, words.state, words.problem].map((text) => ({ text })),
      rows,
    }),
  });
}
