import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, content, type Content, extra, hasContent } from './parts.ts';

type NavigationItem = Content & {
  readonly href?: string | undefined;
  readonly active?: boolean | undefined;
  readonly current?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

export type ServiceNavigationParams = {
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly navigation?: readonly (NavigationItem | false | null | undefined | '')[] | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationClasses?: string | undefined;
  readonly menuButtonText?: string | undefined;
  readonly menuButtonLabel?: string | undefined;
  /** Whether the list hides behind a button on a phone; by default with two items or more. Needs the component's script. */
  readonly collapseNavigationOnMobile?: boolean | undefined;
  readonly ariaLabel?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly slots?:
    | {
        readonly start?: Html | undefined;
        readonly end?: Html | { readonly html: Html; readonly align?: string | undefined } | undefined;
        readonly navigationStart?: Html | undefined;
        readonly navigationEnd?: Html | undefined;
      }
    | undefined;
};

/** The service's name and its main pages. */
export function serviceNavigation(params: ServiceNavigationParams): Html {
  const end = endOf(params.slots?.end);
  const container = classes('govuk-width-container', end?.align === 'inline' && 'govuk-service-navigation__inlining-container');
  const inside = html`<div class="${container}">${params.slots?.start}
    <div class="govuk-service-navigation__container">${nameOf(params)}${listOf(params)}</div>${end?.html}</div>`;
  const own = attributes({
    class: classes('govuk-service-navigation', params.classes),
    'data-module': 'govuk-service-navigation',
  });
  if (!params.serviceName && !params.slots?.start && !end) return html`<div${own}${extra(params.attributes)}>${inside}</div>`;
  return html`<section aria-label="${params.ariaLabel ?? 'Service information'}"${own}${extra(params.attributes)}>${inside}</section>`;
}

type Slots = NonNullable<ServiceNavigationParams['slots']>;

function endOf(given: Slots['end']): { readonly html: Html; readonly align?: string | undefined } | undefined {
  return given && ('html' in given ? given : { html: given });
}

function nameOf({ serviceName, serviceUrl }: ServiceNavigationParams): Html | undefined {
  if (!serviceName) return undefined;
  const link = html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`;
  const text = html`<span class="govuk-service-navigation__text">${serviceName}</span>`;
  return html`<span class="govuk-service-navigation__service-name">${serviceUrl ? link : text}</span>`;
}

function listOf(params: ServiceNavigationParams): Html | undefined {
  const items = (params.navigation ?? []).flatMap((item) => item || []);
  const { navigationStart, navigationEnd } = params.slots ?? {};
  if (items.length === 0 && !navigationStart && !navigationEnd) return undefined;
  const menu = params.menuButtonText || 'Menu';
  const id = params.navigationId || 'navigation';
  return html`<nav aria-label="${params.navigationLabel || menu}" class="${classes('govuk-service-navigation__wrapper', params.navigationClasses)}">
    ${(params.collapseNavigationOnMobile ?? items.length > 1) && toggle(id, menu, params.menuButtonLabel)}
    <ul class="govuk-service-navigation__list" id="${id}">${navigationStart}${items.map(itemOf)}${navigationEnd}</ul></nav>`;
}

function toggle(id: string, menu: string, label: string | undefined): Html {
  const own = attributes({ 'aria-controls': id, 'aria-label': label && label !== menu && label });
  return html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"${own} hidden aria-hidden="true">${menu}</button>`;
}

function itemOf(item: NavigationItem): Html {
  const marked = item.active || item.current;
  const text = marked ? html`<strong class="govuk-service-navigation__active-fallback">${content(item)}</strong>` : content(item);
  const current = attributes({ 'aria-current': marked ? (item.current ? 'page' : 'true') : undefined });
  const plain = hasContent(item) && html`<span class="govuk-service-navigation__text"${current}>${text}</span>`;
  const shown = item.href
    ? html`<a class="govuk-service-navigation__link" href="${item.href}"${current}${extra(item.attributes)}>${text}</a>`
    : plain;
  return html`<li class="${classes('govuk-service-navigation__item', marked && 'govuk-service-navigation__item--active')}">${shown}</li>`;
}
