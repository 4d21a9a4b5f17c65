import { assetPaths } from './assets.ts';
import { backLink } from './components/back-link.ts';
import { genericHeader } from './components/generic-header.ts';
import { attributes } from './components/parts.ts';
import { serviceNavigation } from './components/service-navigation.ts';
import { skipLink } from './components/skip-link.ts';
import { html, type Html, render } from './html.ts';
import { telephoneLink } from './organiser-ways.ts';
import { defaultTheme, type Theme } from './theme.ts';
import { themePath } from './theme-style.ts';
import { type Language, wordsIn } from './words.ts';

export type NavigationItem = { readonly text: string; readonly href: string };

export type PageParams = {
  /** What the page is, without the service's name: `Register your school`. */
  readonly title: string;
  /** What search engines show under the title; a sentence on the whole service by default. */
  readonly description?: string | undefined;
  /** The page's only `h1`, unless the body brings its own. */
  readonly heading?: string | undefined;
  readonly body: Html;
  /** Shown above the heading; the page's title then starts with “Error:”. */
  readonly errorSummary?: Html | undefined;
  /** Whether the body shows an error summary of its own: the title then starts with “Error:” too. */
  readonly errors?: boolean | undefined;
  /** Shown under the header; the item whose address is `path` is marked as current. */
  readonly navigation?: readonly NavigationItem[] | undefined;
  /** Where Back leads; no link without it. */
  readonly backLink?: string | undefined;
  readonly theme?: Theme | undefined;
  /** The page's own path. */
  readonly path?: string | undefined;
  readonly lang?: Language | undefined;
  /** The whole width, for tables; two thirds otherwise. */
  readonly wide?: boolean | undefined;
  /** Without header and footer: a child finds nothing there but ways to get lost. */
  readonly bare?: boolean | undefined;
};

/** A whole page, from `<!DOCTYPE html>` on. No inline script or style, and nothing from another host. */
export function page(params: PageParams): string {
  const theme = params.theme ?? defaultTheme;
  const lang = params.lang ?? 'en';
  const heading = params.heading && html`<h1 class="govuk-heading-l">${params.heading}</h1>`;
  const width = params.wide ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds';
  return `<!DOCTYPE html>\n${render(html`<html lang="${lang}" class="govuk-template ${theme.className}">
${head(params, theme, lang)}
<body class="govuk-template__body">
${skipLink({ href: '#main-content', text: wordsIn(lang).skip })}
${!params.bare && header(params, theme, lang)}
<div class="govuk-width-container">
${params.backLink && html`<nav aria-label="${wordsIn(lang).back}">${backLink({ href: params.backLink, text: wordsIn(lang).back })}</nav>`}
<main class="govuk-main-wrapper" id="main-content" tabindex="-1" data-not-sent="${wordsIn(lang).notSent}">
<div class="govuk-grid-row"><div class="${width}">
${params.errorSummary}${heading}${params.body}
</div></div>
</main>
</div>
${!params.bare && footer(theme, lang)}
</body>
</html>
`)}`;
}

function head(params: PageParams, theme: Theme, lang: Language): Html {
  const names = [params.title, theme.serviceName, theme.city].filter((name, index, all) => name && all.indexOf(name) === index);
  const title = `${params.errors || params.errorSummary ? `${wordsIn(lang).error} ` : ''}${names.join(' – ')}`;
  return html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="${params.description ?? wordsIn(lang).description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${assetPaths.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPaths.styles}">
${theme.colour && html`<link rel="stylesheet" href="${themePath(theme.colour)}">`}
<script type="module" src="${assetPaths.script}"></script>
</head>`;
}

function header(params: PageParams, theme: Theme, lang: Language): Html {
  const city =
    theme.city && !theme.serviceName.includes(theme.city) && html` <span class="app-header__city">${theme.city}</span>`;
  const items = params.navigation?.map((item) => ({ ...item, current: item.href === params.path }));
  const navigation =
    items &&
    serviceNavigation({ navigation: items, menuButtonText: wordsIn(lang).navigation, collapseNavigationOnMobile: false });
  return html`<header class="govuk-template__header">
${genericHeader({ url: '/', classes: 'app-header', logoHtml: html`<span class="app-header__name">${theme.serviceName}</span>${city}` })}
${navigation}
</header>`;
}

function footer(theme: Theme, lang: Language): Html {
  const words = wordsIn(lang);
  const links = [
    { href: '/accessibility', text: words.accessibility },
    { href: '/contact', text: words.contactPage },
    { href: '/privacy', text: words.privacy },
    { href: '/cookies', text: words.cookies },
  ];
  const items = links.map(
    ({ href, text }) => html`<li class="app-footer__item"><a${attributes({ class: 'govuk-link', href })}>${text}</a></li>`,
  );
  return html`<footer class="app-footer"><div class="govuk-width-container">
${theme.contact && html`<p class="govuk-body-s">${words.contact} ${theme.contact.name}: <a class="govuk-link" href="mailto:${theme.contact.email}">${theme.contact.email}</a>${theme.contact.telephone && html`, ${telephoneLink(theme.contact.telephone)}`}</p>`}
<ul class="app-footer__list">${items}</ul>
</div></footer>`;
}
