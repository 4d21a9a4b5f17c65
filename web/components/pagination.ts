import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra, hasContent } from './parts.ts';

type PageItem = {
  readonly number?: string | number | undefined;
  readonly visuallyHiddenText?: string | undefined;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly ellipsis?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};
type ArrowLink = Content & {
  readonly href?: string | undefined;
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type PaginationParams = {
  readonly items?: readonly (PageItem | null | undefined)[] | undefined;
  readonly previous?: ArrowLink | undefined;
  readonly next?: ArrowLink | undefined;
  readonly landmarkLabel?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** The way through a list of pages. */
export function pagination(params: PaginationParams): Html {
  const block = !params.items && Boolean(params.next || params.previous);
  const items = params.items?.map((item) => (item && Object.keys(item).length > 0 ? pageItem(item) : undefined));
  const className = classes('govuk-pagination', block && 'govuk-pagination--block', params.classes);
  return html`<nav class="${className}" aria-label="${params.landmarkLabel || 'Pagination'}"${extra(params.attributes)}>
    ${arrowLink(params.previous, 'prev', block)}
    ${items && html`<ul class="govuk-pagination__list">${items}</ul>`}
    ${arrowLink(params.next, 'next', block)}
  </nav>`;
}

function pageItem(item: PageItem): Html {
  const className = classes(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  );
  if (item.ellipsis) return html`<li class="${className}">⋯</li>`;
  const own = {
    href: item.href ?? '',
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current && 'page',
  };
  return html`<li class="${className}"><a class="govuk-link govuk-pagination__link"${attributes(own)}${extra(item.attributes)}>${item.number}</a></li>`;
}

function arrowLink(link: ArrowLink | undefined, type: 'prev' | 'next', block: boolean): Html | undefined {
  if (!link?.href) return undefined;
  const own = { href: link.href, rel: type };
  const standard = html`${type === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`;
  const title = classes('govuk-pagination__link-title', block && !link.labelText && 'govuk-pagination__link-title--decorated');
  const arrowFirst = block || type === 'prev';
  return html`<div class="govuk-pagination__${type}"><a class="govuk-link govuk-pagination__link"${attributes(own)}${extra(link.attributes)}>
    ${arrowFirst && arrows[type]}
    <span class="${title}">${hasContent(link) ? content(link) : standard}</span>
    ${block && labelOf(link)}
    ${!arrowFirst && arrows[type]}
  </a></div>`;
}

function labelOf({ labelText }: ArrowLink): Html | undefined {
  if (!labelText) return undefined;
  return html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${labelText}</span>`;
}

const arrows = {
  prev: html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>`,
  next: html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>`,
} as const;
