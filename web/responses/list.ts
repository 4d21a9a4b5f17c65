import { isSurveyOpen, progressOf } from '#shared/domain/survey.ts';
import type { AskedSchool, SurveyStanding } from '#shared/domain/survey-standing.ts';
import { dayInWords, type Instant } from '#shared/kernel/time.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { summaryList } from '../components/summary-list.ts';
import type { TableCell } from '../components/table.ts';
import { tag } from '../components/tag.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { surveyContent } from '../survey/content.en.ts';
import type { SurveyPart } from '../survey/setting.ts';
import { responsesContent as words } from './content.en.ts';

/** What a school was asked about one event, and what came back. */
export type AskedPart = AskedSchool & Pick<SurveyPart, 'event'>;

type Params = Console & {
  readonly count: SurveyStanding['schools'];
  readonly parts: readonly AskedPart[];
  readonly now: Instant;
  /** Whether answers have just been typed in. */
  readonly done?: boolean;
};

/** Which schools have answered, and how many on paper; then what is open, with the way to type it in, and what is there. */
export function responsesPage(params: Params): string {
  const { parts, done = false, edition } = params;
  const { heading: titleText, text } = words.done;
  return consolePage(params, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/surveys', edition),
    body: html`${done && notificationBanner({ type: 'success', titleText, text, disableAutoFocus: true })}
${parts.length === 0 ? paragraph(words.notAsked) : html`${counts(params)}${paragraph(lastDay(params))}${lists(params)}`}`,
  });
}

function counts({ count: { asked, answered, onPaper }, parts }: Params): Html {
  const given = parts.filter(({ current }) => current).length;
  const figures = [
    [words.asked, sayNumber(asked)],
    [words.answered, words.of(sayNumber(answered), sayNumber(asked))],
    [words.onPaper, sayNumber(onPaper)],
    [words.parts, words.of(sayNumber(given), sayNumber(parts.length))],
  ] as const;
  return narrow(summaryList({ rows: figures.map(([key, text]) => ({ key: { text: key }, value: { text } })) }));
}

function lastDay({ edition, now }: Params): string {
  if (edition.state === 'reported') return words.reported;
  const day = dayInWords(edition.surveyCloses);
  return isSurveyOpen(edition, undefined, now) ? words.until(day) : words.closed(day);
}

function lists(params: Params): Html {
  const { parts, edition, now } = params;
  const open = parts.filter(({ current }) => !current);
  const given = parts.filter(({ current }) => current);
  const takes = isSurveyOpen(edition, undefined, now);
  const sheets = link(pathOf('/organiser/editions/{edition}/surveys/sheets', edition), words.sheets);
  const head = [words.school, words.event].map((text) => ({ text }));
  return html`${heading2(words.open)}
${open.length > 0 && takes && html`${may(params, 'coordinator') && paragraph(words.advice)}${paragraph(sheets)}`}
${listTable({
  name: words.open,
  none: words.noneOpen,
  head: [...head, { text: words.action }],
  rows: open.map((one) => [...named(one), takes ? waysTo(one, params) : { text: words.nothing }]),
})}
${heading2(words.given)}
${listTable({
  name: words.given,
  none: words.noneGiven,
  head: [...head, { text: words.state }, { text: words.how }, { text: words.action }],
  rows: given.map((one) => [...named(one), ...answered(one, params)]),
})}`;
}

function named({ school, event }: AskedPart): TableCell[] {
  return [{ text: school.schoolName }, { html: lines([event.title, sayHalfDay(event.halfDay)]) }];
}

function waysTo(one: AskedPart, console: Console): TableCell {
  const { school, event } = one;
  const sheet = `${pathOf('/organiser/editions/{edition}/surveys/sheets', school)}?urn=${school.urn}`;
  return {
    html: lines([
      ...(may(console, 'coordinator') ? [wayTo(words.type, one)] : []),
      link(sheet, hidden(words.sheet, words.sheetAbout(`${school.schoolName}, ${event.title}`))),
    ]),
  };
}

function answered(one: AskedPart, { edition, now, ...console }: Params): TableCell[] {
  const { asked, current } = one;
  const paper = current?.typedBy !== undefined;
  const corrects = paper && may(console, 'coordinator') && isSurveyOpen(edition, current, now);
  const { state } = progressOf(asked, current);
  return [
    { html: tag({ text: surveyContent.list.states[state], classes: 'govuk-tag--grey' }) },
    { text: paper ? words.paper : words.byLink },
    corrects ? { html: wayTo(words.correct, one) } : { text: words.nothing },
  ];
}

function wayTo(text: string, { school, event }: AskedPart): Html {
  const at = { edition: school.edition, event: event.event, urn: school.urn, registration: school.registration };
  const path = pathOf('/organiser/editions/{edition}/surveys/{event}/{urn}/{registration}', at);
  return link(path, hidden(text, words.about(school.schoolName, event.title)));
}

function hidden(text: string, more: string): Html {
  return html`${text}<span class="govuk-visually-hidden">${more}</span>`;
}
