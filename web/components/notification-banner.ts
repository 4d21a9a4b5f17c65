import { html, type Html } from '../html.ts';
import { type Attributes, attributes, classes, type Content, extra, heading } from './parts.ts';

export type NotificationBannerParams = Content & {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly titleHeadingLevel?: number | string | undefined;
  readonly type?: string | undefined;
  readonly role?: string | undefined;
  readonly titleId?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** News about the service, or that something succeeded. */
export function notificationBanner(params: NotificationBannerParams): Html {
  const success = params.type === 'success';
  const titleId = params.titleId || 'govuk-notification-banner-title';
  const level = heading(params.titleHeadingLevel || 2);
  const own = {
    class: classes('govuk-notification-banner', success && 'govuk-notification-banner--success', params.classes),
    role: params.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': params.disableAutoFocus === undefined ? undefined : String(params.disableAutoFocus),
  };
  const text = params.text && html`<p class="govuk-notification-banner__heading">${params.text}</p>`;
  return html`<div${attributes(own)}${extra(params.attributes)}>
    <div class="govuk-notification-banner__header">
      <${level} class="govuk-notification-banner__title" id="${titleId}">${(params.titleHtml ?? params.titleText) || (success ? 'Success' : 'Important')}</${level}>
    </div>
    <div class="govuk-notification-banner__content">${params.html ?? text}</div>
  </div>`;
}
