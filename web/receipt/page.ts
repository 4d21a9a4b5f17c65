import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { panel } from '../components/panel.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { organiserWays } from '../organiser-ways.ts';
import { editionPath } from '../paths.ts';
import { bullets, heading2, link, paragraph, steps } from '../prose.ts';
import { receiptContent as words } from './content.en.ts';

type Params = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly reference: string;
  readonly more?: Html | undefined;
};

/** What happens after a form was sent. It says nothing about anybody: whoever has its address may see it. */
export function receiptPage({ edition, programme, reference, more }: Params): string {
  return journeyPage({
    programme,
    title: words.title,
    heading: false,
    body: html`${panel({ titleText: words.title, html: html`${words.reference}<br><strong>${reference}</strong>` })}
${heading2(words.next)}
${steps(words.steps)}
${heading2(words.noEmail)}
${paragraph(words.spam)}${bullets(organiserWays(programme))}
${paragraph(words.again)}
${more}
${paragraph(link(editionPath(edition), words.back))}`,
  });
}
