import type { Edition } from '#shared/domain/edition.ts';
import type { JourneyKind } from '#shared/domain/journeys.ts';
import { details } from '../components/details.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { paragraph } from '../prose.ts';
import { journeysContent } from './content.en.ts';
import { applyPath } from './paths.ts';

/** The button for somebody who finds another person's answers, on a shared computer. */
export function forgetForm(edition: Edition, kind: JourneyKind): Html {
  const { forget: words } = journeysContent;
  const button = form({
    action: applyPath(edition, kind),
    body: hiddenField('again', 'yes'),
    submit: words.button,
    submitClasses: 'govuk-button--secondary',
  });
  return details({ summaryText: words.heading, html: html`${paragraph(words.advice)}${button}` });
}
