import type { Edition } from '#shared/domain/edition.ts';
import { daysAfter } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, textField } from '../forms.ts';
import { html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { narrow, paragraph } from '../prose.ts';
import { type Console, consolePage } from './frame.ts';
import { settingsContent } from './settings.en.ts';
import { dateFields } from './settings.ts';

const { next: words, ...common } = settingsContent;

/** Fifty-two weeks: the same day of the week, a year on. */
const year = 364;

/** The form for the edition after this one: every day a year on, to be put right. */
export function nextEditionPage({ filled, ...console }: Console & { readonly filled?: Filled | undefined }): string {
  const { edition } = console;
  const path = pathOf('/organiser/editions/{edition}/next', edition);
  const state = filled ?? yearOn(edition);
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${paragraph(words.intro)}
${narrow(
  form({
    action: path,
    body: html`${textField({ ...state, path: 'edition', label: words.edition, hint: words.editionHint, width: 20, spellcheck: false })}
${textField({ ...state, path: 'name', label: common.name })}
${dateFields(state)}`,
    submit: words.submit,
  }),
)}`,
  });
}

function yearOn(edition: Edition): FormState {
  const days = ['starts', 'ends', 'registrationOpens', 'registrationCloses', 'surveyCloses'] as const;
  const later = (text: string) => text.replace(/\b20\d\d\b/, (found) => String(Number(found) + 1));
  return {
    ...formState(undefined),
    values: {
      edition: [later(edition.edition)],
      name: [later(edition.name)],
      ...Object.fromEntries(days.map((day) => [day, [daysAfter(edition[day], year)]])),
    },
  };
}
