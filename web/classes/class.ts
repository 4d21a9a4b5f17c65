import { answersTaken, isClassOpen } from '#shared/domain/pupils/class.ts';
import { asksParents } from '#shared/domain/instruments/adult-names.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { formState } from '../filled.ts';
import { form, hiddenField, numberField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { row } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { classesContent } from './content.en.ts';
import { type ClassSetting, eventTitle } from './setting.ts';

const { class: words } = classesContent;

/** One class: its code for the whole room to read, how many have answered, and what can be changed. */
export function classPage(params: ClassSetting & { readonly origin: string; readonly hasKey: boolean }): string {
  const { programme, one, edition, now, filled } = params;
  const open = isClassOpen(edition, one, now);
  return journeyPage({
    programme,
    title: words.title(one.code),
    caption: `${eventTitle(params, one)}, ${labels.years[one.year]}${asksParents(one) ? `, ${words.ofParents}` : ''}`,
    backLink: '/my/classes',
    path: pathOf('/my/classes/{code}', one),
    filled,
    body: html`${open && codeOf(params)}
${summaryList({
  rows: [
    row(words.answered, sayNumber(answersTaken(one))),
    one.tallied > 0 ? row(words.byHand, sayNumber(one.tallied)) : undefined,
    row(words.pupils, sayNumber(one.pupils)),
    row(asksParents(one) ? words.parentsAnswer : words.state, open ? words.yes : words.no),
    row(words.until, dayInWords(one.until)),
    one.round ? row(words.round, words.rounds[one.round]) : undefined,
  ],
})}
${waysOf(params)}
${edition.state === 'reported' ? paragraph(words.reported) : html`${courseOf(params)}${changes(params, open)}`}`,
  });
}

function waysOf({ one, hasKey }: ClassSetting & { readonly hasKey: boolean }): Html {
  if (one.round) {
    return hasKey ? bullets([link(pathOf('/my/classes/{code}/codes', one), words.codes)]) : insetText({ text: words.keyGone });
  }
  return bullets([
    link(pathOf('/my/classes/{code}/tally', one), asksParents(one) ? words.enterSheets : words.tally),
    link(pathOf('/my/classes/{code}/sheet', one), words.sheet),
  ]);
}

/** What a course has besides: the second time, and the end of its key. */
function courseOf({ one, hasKey }: ClassSetting & { readonly hasKey: boolean }): Html | undefined {
  if (!one.round || !hasKey) return undefined;
  const secondary = 'govuk-button--secondary';
  const second = form({
    action: pathOf('/my/classes/{code}', one),
    body: hiddenField('round', 'endline'),
    submit: words.second,
    submitClasses: secondary,
  });
  return html`${one.round === 'baseline' && html`${heading2(words.second)}${paragraph(words.secondAdvice)}${second}`}
${heading2(words.key)}${paragraph(words.keyAdvice)}
${form({ action: pathOf('/my/classes/{code}/codes/delete', one), submit: words.key, submitClasses: 'govuk-button--warning' })}`;
}

function codeOf({ one, origin }: ClassSetting & { readonly origin: string }): Html {
  const path = pathOf('/c/{code}', one);
  const host = origin.replace(/^https?:\/\//, '');
  if (asksParents(one))
    return html`${heading2(words.link)}${paragraph(words.linkHow)}${paragraph(link(path, `${origin}${path}`))}${paragraph(words.linkSays)}`;
  return html`${heading2(words.code)}<p class="app-code">${one.code}</p>
${paragraph(words.how(`${host}/c`))}
${paragraph(html`${words.direct} ${link(path, `${host}${path}`)}`)}
${paragraph(words.oneByOne)}`;
}

function changes({ one, filled, hasKey }: ClassSetting & { readonly hasKey: boolean }, open: boolean): Html | undefined {
  if (one.round && !hasKey) return undefined;
  const action = pathOf('/my/classes/{code}', one);
  const state = filled ?? { ...formState(undefined), values: { pupils: [String(one.pupils)] } };
  const size = numberField({ ...state, path: 'pupils', label: words.pupils, hint: words.changeHint });
  const wanted = hiddenField('state', open ? 'closed' : 'open');
  return html`${heading2(words.change)}${form({ action, body: size, submit: words.save, submitClasses: 'govuk-button--secondary' })}
${open && paragraph(words.closeAdvice)}
${form({ action, body: wanted, submit: open ? words.close : words.reopen, submitClasses: 'govuk-button--secondary' })}`;
}
