import { html, type Html, type HtmlValue, isHtml } from './html.ts';

/**
 * What stands under a heading of a page of words: a paragraph, a list, something that is a block of its own, or a sentence
 * whose wording a regulation fixes, so that the rules for our own words do not hold for it.
 */
export type Wording =
  | string
  | Html
  | { readonly bullets: readonly HtmlValue[] }
  | { readonly block: Html }
  | { readonly fixed: string };
export type WordingSection = { readonly heading?: string; readonly says: readonly Wording[] };

/** Sections of words, each under its heading. */
export function sections(parts: readonly WordingSection[]): Html {
  return html`${parts.map(({ heading, says }) => html`${heading && html`<h2 class="govuk-heading-m">${heading}</h2>\n`}${says.map(piece)}`)}`;
}

function piece(wording: Wording): Html {
  if (typeof wording === 'string' || isHtml(wording)) return html`<p class="govuk-body">${wording}</p>\n`;
  if ('block' in wording) return wording.block;
  // The mark tells the tests of our words.
  if ('fixed' in wording) return html`<p class="govuk-body" data-fixed-wording>${wording.fixed}</p>\n`;
  const items = wording.bullets.map((item) => html`<li>${item}</li>\n`);
  return html`<ul class="govuk-list govuk-list--bullet">${items}</ul>\n`;
}
