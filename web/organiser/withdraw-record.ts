import type { Event } from '#shared/domain/event.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { isOver } from '../my-place/barred.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { type Console, consolePage } from './frame.ts';
import { recordsContent as words } from './records.en.ts';

type WithdrawParams = Console & {
  readonly name: string;
  /** The record's own page. */
  readonly path: string;
  readonly kind: 'school' | 'visitor';
  readonly record: { readonly version: number; readonly state: string };
  /** Where they are expected. */
  readonly expected: readonly Event[];
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Says what withdrawing somebody does, and asks why they withdraw. */
export function withdrawRecordPage(params: WithdrawParams): string {
  const { name, path, kind, record: _, expected, now, requestKey: __, filled, ...console } = params;
  const days = [...expected].sort((a, b) => a.halfDay.localeCompare(b.halfDay));
  return consolePage(console, {
    title: words.withdrawTitle(name),
    backLink: path,
    filled,
    body: html`${paragraph(kind === 'school' ? words.withdrawSchool : words.withdrawVisitor)}
${days.length > 0 && html`${heading2(words.lost)}${bullets(days.map(({ title, halfDay }) => `${title}, ${sayHalfDay(halfDay)}`))}`}
${barredHere(params, now) ?? withdrawForm(params)}
${paragraph(link(path, name))}`,
  });
}

function barredHere({ record, edition }: WithdrawParams, now: Instant): Html | undefined {
  if (record.state === 'withdrawn') return paragraph(words.gone);
  return isOver(edition, now) ? paragraph(words.over) : undefined;
}

function withdrawForm({ path, record, requestKey, filled }: WithdrawParams): Html {
  const field = textareaField({ ...formState(filled), path: 'reason', label: words.why, hint: words.whyHint, rows: 3 });
  const body = html`${hiddenField('version', String(record.version))}${hiddenField('requestKey', requestKey)}${field}`;
  return html`${paragraph(words.withdrawTold)}
${narrow(form({ action: `${path}/withdraw`, body, submit: words.withdrawButton, submitClasses: 'govuk-button--warning' }))}`;
}
