import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';

type Crumb = Content & { readonly href?: string | undefined; readonly attributes?: Attributes | undefined };

export type BreadcrumbsParams = {
  readonly items: readonly Crumb[];
  readonly collapseOnMobile?: boolean | undefined;
  readonly labelText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Where a page stands among the others. */
export function breadcrumbs(params: BreadcrumbsParams): Html {
  const className = classes(
    'govuk-breadcrumbs',
    params.classes,
    params.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return html`<nav class="${className}"${extra(params.attributes)} aria-label="${params.labelText ?? 'Breadcrumb'}">
    <ol class="govuk-breadcrumbs__list">${params.items.map(crumb)}</ol>
  </nav>`;
}

function crumb(item: Crumb): Html {
  if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content(item)}</li>`;
  return html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${extra(item.attributes)}>${content(item)}</a></li>`;
}
