import { isSurveyOpen, progressOf, surveyLastDay } from '#shared/domain/survey.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { panel } from '../components/panel.ts';
import { type SummaryRow, summaryList } from '../components/summary-list.ts';
import { tag } from '../components/tag.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath } from '../paths.ts';
import { heading2, lead, lines, link, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { surveyContent as words } from './content.en.ts';
import { openStatements } from './page.ts';
import { partPath, type SurveyPart, type SurveySetting, wayBack } from './setting.ts';

/** All the events a school is asked about, with how far it has come with each: one list, one link. */
export function surveyListPage(setting: SurveySetting): string {
  const { edition, programme, school, parts } = setting;
  return journeyPage({
    programme,
    title: words.title,
    caption: `${edition.name}: ${school.schoolName}`,
    path: '/my/survey',
    body: html`${lead(words.list.lead(parts.length))}${listOf(parts, setting)}${wayBack(setting)}`,
  });
}

/** After answers were sent: thanks, or what is still open, and the other events. Nothing blocks. */
export function surveySentPage(params: SurveySetting & { readonly part: SurveyPart }): string {
  const { edition, programme, part, parts } = params;
  const { thanks } = words;
  const { state, open } = progressOf(part.asked, part.current);
  const partly = state === 'part-done';
  const said = partly
    ? html`${lead(part.event.title)}${paragraph(thanks.partBody)}${openStatements(open, partPath(part))}`
    : panel({ titleText: thanks.title, text: state === 'not-there' ? thanks.notThere : thanks.body });
  const others = parts.filter((one) => one !== part);
  return journeyPage({
    programme,
    title: partly ? thanks.partTitle : thanks.title,
    heading: partly ? thanks.partTitle : false,
    body: html`${said}
${paragraph(words.changeUntil(dayInWords(surveyLastDay(edition, part.current))))}
${paragraph(link(partPath(part), thanks.changeLink))}
${others.length > 0 && html`${heading2(thanks.others)}${listOf(others, params)}`}
${wayBack(params)}${!params.ownsPlace && paragraph(link(editionPath(edition), thanks.week))}`,
  });
}

function listOf(parts: readonly SurveyPart[], setting: SurveySetting): Html {
  const inOrder = [...parts].sort(
    (a, b) => a.event.halfDay.localeCompare(b.event.halfDay) || a.event.title.localeCompare(b.event.title, 'en-GB'),
  );
  return summaryList({ rows: inOrder.map((part) => rowOf(part, setting)) });
}

function rowOf(part: SurveyPart, { edition, now }: SurveySetting): SummaryRow {
  const { asked, event, current } = part;
  const { list } = words;
  const { state } = progressOf(asked, current);
  const open = isSurveyOpen(edition, current, now);
  const day = dayInWords(surveyLastDay(edition, current));
  const grey = state === 'done' || state === 'not-there' ? 'govuk-tag--grey' : undefined;
  const shown = [
    tag({ text: list.states[state], classes: grey }),
    ...(current?.typedBy === undefined ? [] : [list.typedIn]),
    ...(open ? [current ? list.changes(day) : list.opens(day)] : [list.closed]),
  ];
  const action = {
    href: partPath(part),
    text: open ? list.actions[state] : list.look,
    visuallyHiddenText: list.about(event.title),
  };
  return {
    key: { html: lines([event.title, html`<span class="govuk-body-s">${sayHalfDay(event.halfDay)}</span>`]) },
    value: { html: lines(shown) },
    actions: { items: [action] },
  };
}
