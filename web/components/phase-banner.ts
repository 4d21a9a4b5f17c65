import { html, type Html } from '../html.ts';
import { type Attributes, classes, content, type Content, extra } from './parts.ts';
import { tag, type TagParams } from './tag.ts';

export type PhaseBannerParams = Content & {
  readonly tag?: TagParams | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Says that a service is not finished, or that what is shown is an exercise. */
export function phaseBanner(params: PhaseBannerParams): Html {
  const { text, html: marked, classes: tagClasses } = params.tag ?? {};
  return html`<div class="${classes('govuk-phase-banner govuk-width-container', params.classes)}"${extra(params.attributes)}>
    <p class="govuk-phase-banner__content">
      ${tag({ text, html: marked, classes: classes('govuk-phase-banner__content__tag', tagClasses) })}
      <span class="govuk-phase-banner__text">${content(params)}</span>
    </p>
  </div>`;
}
