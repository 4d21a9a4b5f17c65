import { isErasable, isErased } from '#shared/domain/erasure.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { bullets, link, narrow, paragraph } from '../prose.ts';
import { type Console, consolePage } from './frame.ts';
import { recordsContent as words } from './records.en.ts';

type EraseParams = Console & {
  readonly name: string;
  /** The record's own page. */
  readonly path: string;
  readonly record: Parameters<typeof isErased>[0] & { readonly state: string };
  readonly now: Instant;
  readonly filled?: Filled | undefined;
};

/** Says what erasing the person in a record does, and asks whether it is meant. */
export function eraseRecordPage(params: EraseParams): string {
  const { name, path, filled, record: _, now: __, ...console } = params;
  return consolePage(console, {
    title: words.eraseTitle(name),
    backLink: path,
    filled,
    body: html`${paragraph(words.eraseIntro)}
${bullets([...words.erases])}
${paragraph(words.eraseKeeps)}
${paragraph(words.eraseElsewhere)}
${barredHere(params) ?? eraseForm(params)}
${paragraph(link(path, name))}`,
  });
}

function barredHere({ record, edition, now }: EraseParams): Html | undefined {
  if (isErased(record)) return paragraph(words.eraseDone);
  return isErasable(record, edition, now) ? undefined : paragraph(words.eraseActive);
}

function eraseForm({ path, filled }: EraseParams): Html {
  const body = checkboxesField({
    ...formState(filled),
    path: 'sure',
    label: words.eraseAsk,
    options: [{ value: 'yes', text: words.eraseSure }],
  });
  return narrow(form({ action: `${path}/erase`, body, submit: words.eraseButton, submitClasses: 'govuk-button--warning' }));
}
