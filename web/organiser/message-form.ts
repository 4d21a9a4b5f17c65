import { halfDaysOf } from '#shared/domain/edition.ts';
import { messageGroups, openAnswers } from '#shared/domain/mail-vocabulary.ts';
import type { Message } from '#shared/domain/message.ts';
import { placeholdersFor } from '#shared/domain/placeholders.ts';
import { eventKinds } from '#shared/domain/vocabulary.ts';
import { dayInWords, localDate } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import type { Filled } from '../filled.ts';
import { checkboxesField, form, hiddenField, selectField, textareaField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { lines, narrow, paragraph } from '../prose.ts';
import { sayList } from '../say.ts';
import { type Console, consolePage } from './frame.ts';
import { messagesContent } from './messages.en.ts';

const { form: words } = messagesContent;

type Params = Console & {
  /** The message that is changed; none for a new one. */
  readonly current: Message | undefined;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The form to write a message or to change one. When somebody else changed it meanwhile, it shows both. */
export function messageFormPage({ current, requestKey, filled, ...console }: Params): string {
  const { edition } = console;
  const state = filled ?? { values: current ? valuesOf(current) : {}, issues: [] };
  const action = current
    ? pathOf('/organiser/editions/{edition}/messages/{message}/edit', current)
    : pathOf('/organiser/editions/{edition}/messages', edition);
  const stands = insetText({
    html: html`${paragraph(words.changed)}${current && paragraph(current.subject)}${current && paragraph(lines(current.body.split('\n')))}`,
  });
  const fields = html`${hiddenField('requestKey', requestKey)}${current && hiddenField('version', String(current.version))}
${textField({ ...state, path: 'subject', label: words.subject })}
${textareaField({ ...state, path: 'body', label: words.body, hint: html`${words.bodyHint} ${words.placeholders(sayList(known()))}`, rows: 10 })}
${checkboxesField({ ...state, path: 'groups', label: words.groups, options: messageGroups.map((value) => ({ value, text: words.groupNames[value] })) })}
${selectField({ ...state, path: 'kind', label: words.kind, empty: words.any, options: eventKinds.map((value) => ({ value, text: labels.kinds[value] })) })}
${selectField({ ...state, path: 'day', label: words.day, empty: words.any, options: daysOf(console) })}
${selectField({ ...state, path: 'open', label: words.open, empty: words.any, options: openAnswers.map((value) => ({ value, text: words.openNames[value] })) })}`;
  return consolePage(console, {
    title: current ? words.editTitle : words.title,
    backLink: pathOf('/organiser/editions/{edition}/messages', edition),
    filled,
    body: narrow(
      html`${current && filled?.message !== undefined && stands}${form({ action, body: fields, submit: words.save })}`,
    ),
  });
}

function known(): string[] {
  return placeholdersFor([]).map((name) => `((${name}))`);
}

function daysOf({ edition }: Console) {
  const days = [...new Set(halfDaysOf(edition).map((one) => one.slice(0, 10)))];
  return days.map((value) => ({ value, text: dayInWords(localDate.parse(value)) }));
}

function valuesOf({ subject, body, groups, kind, day, open }: Message): Filled['values'] {
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  return { subject: [subject], body: [body], groups, kind: one(kind), day: one(day), open: one(open) };
}
