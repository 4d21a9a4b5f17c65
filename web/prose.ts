import { html, type Html, type HtmlValue } from './html.ts';

/** A paragraph. */
export function paragraph(text: HtmlValue): Html {
  return html`<p class="govuk-body">${text}</p>\n`;
}

/** The first paragraph of a page, larger. */
export function lead(text: HtmlValue): Html {
  return html`<p class="govuk-body-l">${text}</p>\n`;
}

/** A heading below the page's own. */
export function heading2(text: string): Html {
  return html`<h2 class="govuk-heading-m">${text}</h2>\n`;
}

/** A list with bullets. */
export function bullets(items: readonly HtmlValue[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
}

/** A list whose order matters. */
export function steps(items: readonly HtmlValue[]): Html {
  return html`<ol class="govuk-list govuk-list--number">${items.map((item) => html`<li>${item}</li>\n`)}</ol>\n`;
}

/** A link. */
export function link(href: string, text: HtmlValue): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

/** As wide as is good to read, on a page that is wider for its tables. */
export function narrow(inside: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inside}</div></div>`;
}

/** Items one below another, for a cell or a summary's value. */
export function lines(items: readonly HtmlValue[]): Html {
  return html`${items.map((item, index) => html`${index > 0 && html`<br>`}${item}`)}`;
}
