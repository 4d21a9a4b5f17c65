import { button } from '../components/button.ts';
import { html } from '../html.ts';
import { heading2, link, paragraph } from '../prose.ts';
import { receiptPage } from '../receipt/page.ts';
import { journeysContent } from './content.en.ts';
import { applyPath, entryPath } from './paths.ts';
import type { JourneySetting } from './state-pages.ts';

const { sent: words } = journeysContent;

type Params = JourneySetting & {
  readonly reference: string;
  /** The id of what was kept. */
  readonly subject: string;
  /** The site's own origin: a link to pass on must be whole. */
  readonly origin: string;
};

/** The receipt of a sent draft, with a way to begin another and, for an organisation, the link for its people. */
export function sentPage({ edition, programme, kind, reference, subject, origin }: Params): string {
  const invite = `${origin}${applyPath(edition, 'volunteer')}?organisation=${subject}`;
  const colleagues = html`${heading2(words.colleaguesHeading)}${paragraph(words.colleagues)}
${paragraph(link(invite, invite))}${paragraph(words.invited)}`;
  return receiptPage({
    edition,
    programme,
    reference,
    more: html`${kind === 'organisation' && colleagues}
${button({ text: words.another[kind], href: entryPath(edition, kind), classes: 'govuk-button--secondary' })}`,
  });
}
