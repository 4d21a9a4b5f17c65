import { journeys, type StepName, stepBefore, type Typed } from '#shared/domain/journeys.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { journeysContent } from './content.en.ts';
import { forgetForm } from './forget.ts';
import { applyPath } from './paths.ts';
import type { JourneySetting } from './state-pages.ts';
import { stepFields } from './step-fields.ts';

type Params = JourneySetting & {
  readonly step: StepName;
  /** Which draft the page belongs to. */
  readonly draft: string;
  /** What was typed so far, on this page and before it. */
  readonly values: Typed;
  readonly halfDays: readonly string[];
  /** Whether the reader comes from checking all answers, and goes back there. */
  readonly changing: boolean;
  readonly filled?: Filled | undefined;
};

/** One question of a journey. */
export function stepPage(params: Params): string {
  const { edition, programme, kind, step, draft, values, changing, filled } = params;
  const title = journeysContent.steps[step];
  const { body, heading } = stepFields[step]({ kind, title, halfDays: params.halfDays, state: { ...formState(filled), values } });
  const before = changing ? 'check' : stepBefore(kind, step, values);
  const path = `${applyPath(edition, kind, step)}${changing ? '?change=1' : ''}`;
  return journeyPage({
    programme,
    caption: edition.name,
    title,
    heading: heading === 'ours' ? false : undefined,
    backLink: before === undefined ? startOf(params) : applyPath(edition, kind, before),
    filled,
    body: html`${form({ action: path, body: html`${hiddenField('draft', draft)}${body}`, submit: journeysContent.continue, trap: true })}
${forgetForm(edition, kind)}`,
  });
}

/** The first page again, with what it had given. */
function startOf({ edition, kind, values }: Params): string {
  const given = journeys[kind].given.flatMap((field) =>
    values[field]?.[0] ? [`${field}=${encodeURIComponent(values[field][0])}`] : [],
  );
  return [applyPath(edition, kind), ...given].join('?');
}
