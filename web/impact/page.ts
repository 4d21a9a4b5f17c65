import type { Edition } from '#shared/domain/edition.ts';
import type { EditionTotal, Report } from '#shared/domain/impact.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { insetText } from '../components/inset-text.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { impactContent as words } from './content.en.ts';
import { headlineFigures, statementTable } from './figures.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };

/** The published report, from its frozen figures. */
export function impactPage({ report, programme, edition }: Setting & { readonly report: Report }): string {
  const { figures } = report;
  return journeyPage({
    programme,
    title: words.title(report.editionName),
    backLink: editionPath(edition),
    path: pathOf('/editions/{edition}/impact', edition),
    body: html`${paragraph(words.published(sayMoment(report.publishedAt), report.version))}
${heading2(words.figures)}
${headlineFigures(figures)}
${paragraph(words.headcounts)}
${heading2(words.survey)}
${paragraph(words.surveyIntro)}
${statementTable(figures)}
${quotesOf(figures)}
${creditsIn(report)}
${heading2(words.method)}
${paragraph(baseOf(figures))}
${bullets(words.methods)}
${heading2(words.limits)}
${bullets(words.limitsList)}
${paragraph(words.frozen)}`,
  });
}

function quotesOf({ quotes }: EditionTotal): Html | undefined {
  if (quotes.length === 0) return undefined;
  const shown = quotes.map((quote) => insetText({ html: html`<q>${quote}</q>` }));
  return html`${heading2(words.quotes)}${paragraph(words.quotesIntro)}${shown}`;
}

function creditsIn({ credits = [] }: Report): Html | undefined {
  if (credits.length === 0) return undefined;
  return html`${heading2(words.credits)}${paragraph(words.creditsIntro)}${bullets(credits)}`;
}

function baseOf({ events, sessions }: EditionTotal): string {
  return words.sessions(words.events(sayNumber(events), events === 1), words.sessionCount(sayNumber(sessions), sessions === 1));
}

/** Says that there is no report yet. */
export function impactNotPublishedPage({ edition, programme }: Setting): string {
  return journeyPage({
    programme,
    title: words.notPublished,
    backLink: editionPath(edition),
    body: html`${insetText({ text: words.notPublishedAdvice })}${paragraph(link(editionPath(edition), words.week))}`,
  });
}
