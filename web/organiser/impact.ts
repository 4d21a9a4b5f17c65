import type { EditionTotal, Report } from '#shared/domain/impact.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { headlineFigures, statementTable } from '../impact/figures.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { organiserContent } from './content.en.ts';
import { type Console, consolePage } from './frame.ts';

const { impact: words } = organiserContent;

type ImpactParams = Console & { readonly total: EditionTotal | undefined; readonly report: Report | undefined };

/** The live figures, what is published, and the button that publishes the figures as they stand. */
export function organiserImpactPage({ total, report, ...console }: ImpactParams): string {
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/impact', console.edition),
    body: html`${heading2(words.live)}
${total ? html`${headlineFigures(total)}${statementTable(total)}` : paragraph(words.none)}
${heading2(words.published)}
${published(console, report)}
${total && publishForm(console, report)}`,
  });
}

function published({ edition }: Console, report: Report | undefined): Html {
  if (!report) return paragraph(words.notPublished);
  const see = link(pathOf('/editions/{edition}/impact', edition), words.see);
  return paragraph(html`${words.publishedAt(sayMoment(report.publishedAt), report.version)} ${see}`);
}

function publishForm({ edition }: Console, report: Report | undefined): Html {
  const action = pathOf('/organiser/editions/{edition}/impact/publish', edition);
  return html`${paragraph(words.advice)}${form({ action, submit: report ? words.publishAgain : words.publish })}`;
}
