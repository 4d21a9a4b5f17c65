import type { Clearance } from '#shared/domain/courses/clearance.ts';
import { clearanceSoon } from '#shared/domain/courses/clearance.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { dayInWords, daysAfter, type Instant, londonDate } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, narrow, paragraph } from '../prose.ts';
import { coursesContent } from './content.en.ts';

const { clearances: words, list } = coursesContent;

type Params = Console & {
  readonly clearances: readonly Clearance[];
  readonly volunteers: readonly Volunteer[];
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Until when volunteers are cleared to meet children, and the form to record it. */
export function clearancesPage({ clearances, volunteers, now, requestKey, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/clearances', { edition });
  const names = new Map(volunteers.map(({ volunteer, contact }) => [volunteer, contact.name]));
  return consolePage(console, {
    title: words.title,
    path,
    backLink: pathOf('/organiser/editions/{edition}/courses', { edition }),
    filled,
    body: html`${paragraph(words.intro)}
${listTable({
  name: words.title,
  none: words.none,
  head: [words.name, words.until, words.state].map((text) => ({ text })),
  rows: clearances
    .toSorted((a, b) => a.until.localeCompare(b.until))
    .map((one) => [
      { text: names.get(one.volunteer) ?? one.volunteer },
      { text: dayInWords(one.until) },
      { text: stateOf(one, now) },
    ]),
})}
${heading2(words.keep)}
${volunteers.length === 0 ? paragraph(words.noVolunteers) : narrow(recordForm(path, { volunteers, requestKey, filled }))}`,
  });
}

function stateOf({ until }: Clearance, now: Instant): string {
  const today = londonDate(now);
  if (until < today) return words.ended;
  return until <= daysAfter(today, clearanceSoon) ? words.soon : words.holds;
}

function recordForm(
  action: string,
  { volunteers, requestKey, filled }: Pick<Params, 'volunteers' | 'requestKey' | 'filled'>,
): Html {
  const state = formState(filled);
  const options = volunteers.map(({ volunteer, contact }) => ({ value: volunteer, text: contact.name }));
  const body = html`${hiddenField('requestKey', requestKey)}
${selectField({ ...state, path: 'volunteer', label: words.who, empty: list.choose, options })}
${textField({ ...state, path: 'until', label: words.day, hint: list.dayHint, width: 10, spellcheck: false })}`;
  return form({ action, body, submit: words.keep });
}
