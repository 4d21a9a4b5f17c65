import { html, type Html } from '../html.ts';
import { button } from './button.ts';
import { type Attributes, classes, content, type Content, extra, hasContent, heading } from './parts.ts';

type PanelAction = {
  readonly text: string;
  readonly href?: string | undefined;
  readonly type?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type PanelParams = Content & {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly headingLevel?: number | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  /** Only shown with the class `govuk-panel--interruption`. */
  readonly actions?:
    | {
        readonly items?: readonly PanelAction[] | undefined;
        readonly classes?: string | undefined;
        readonly attributes?: Attributes | undefined;
      }
    | undefined;
};

/** The box that says it is done, or that interrupts. */
export function panel(params: PanelParams): Html {
  const interrupts = params.classes?.includes('govuk-panel--interruption') ?? false;
  const level = heading(params.headingLevel || 1);
  return html`<div class="${classes('govuk-panel', !interrupts && 'govuk-panel--confirmation', params.classes)}"${extra(params.attributes)}>
    <${level} class="govuk-panel__title">${params.titleHtml ?? params.titleText}</${level}>
    ${hasContent(params) && html`<div class="govuk-panel__body">${content(params)}</div>`}
    ${interrupts && params.actions && actionsOf(params.actions)}
  </div>`;
}

function actionsOf(actions: NonNullable<PanelParams['actions']>): Html {
  const items = actions.items ?? [];
  const group = items.length > 0 && html`<div class="govuk-button-group">${items.map(actionOf)}</div>`;
  return html`<div class="${classes('govuk-panel__actions', actions.classes)}"${extra(actions.attributes)}>${group}</div>`;
}

function actionOf(action: PanelAction): Html {
  if (action.href && action.type !== 'button') {
    return html`<a class="${classes('govuk-link govuk-link--inverse', action.classes)}" href="${action.href}"${extra(action.attributes)}>${action.text}</a>`;
  }
  return button({ ...action, type: action.type || 'button', classes: classes('govuk-button--inverse', action.classes) });
}
