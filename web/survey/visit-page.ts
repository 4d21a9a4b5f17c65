import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import { volunteersSurvey } from '#shared/domain/instruments/adults.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { isSurveyOpen, surveyLastDay } from '#shared/domain/survey.ts';
import type { VisitSurvey } from '#shared/domain/visit-item.ts';
import { answeredBefore } from '#shared/domain/visit-survey.ts';
import { dayInWords, type Instant } from '#shared/kernel/time.ts';
import { panel } from '../components/panel.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { form, radiosField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { row } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, lines, link, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { visitsContent as words } from './visits.en.ts';

/** One visit that somebody is asked about, with what they answered. */
export type VisitPart = { readonly event: Pick<Event, 'event' | 'title' | 'halfDay'>; readonly current: VisitSurvey };

/** What every page of the visitors' survey is given. */
export type VisitsSetting = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly parts: readonly VisitPart[];
  readonly now: Instant;
};

/** All the visits somebody is asked about. */
export function visitsPage(setting: VisitsSetting): string {
  const { edition, programme, parts } = setting;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/visits',
    body: parts.length === 0 ? paragraph(words.list.none) : html`${lead(words.list.lead)}${listOf(parts, setting)}`,
  });
}

type OneVisit = VisitsSetting & { readonly part: VisitPart };

/** The statements about one visit; once nothing can be changed any more, what we hold. */
export function visitPage(params: OneVisit & { readonly filled?: Filled | undefined }): string {
  const { edition, programme, part, parts, now, filled } = params;
  const { event, current } = part;
  const before = answeredBefore(current);
  const open = isSurveyOpen(edition, before, now);
  const day = dayInWords(surveyLastDay(edition, before));
  const action = partPath(part);
  const values = Object.fromEntries(Object.entries(current.answers).map(([name, place]) => [name, [String(place)]]));
  return journeyPage({
    programme,
    title: open ? words.about(event.title) : words.closed,
    ...(open ? { heading: words.title } : {}),
    caption: edition.name,
    backLink: parts.length > 1 ? '/my/visits' : '/my/place',
    path: action,
    filled,
    body: html`${lead(`${event.title}, ${sayHalfDay(event.halfDay)}`)}
${
  open
    ? html`${paragraph(words.lead)}${paragraph(`${words.confidential} ${before ? words.changeUntil(day) : words.until(day)}`)}
${form({ action, body: fieldsOf(filled ?? { values, issues: [] }), submit: words.send })}`
    : html`${heading2(words.held)}${heldIn(current)}`
}`,
  });
}

/** After answers were sent: thanks, and the other visits. */
export function visitSentPage(params: OneVisit): string {
  const { edition, programme, part, parts } = params;
  const others = parts.filter((one) => one !== part);
  return journeyPage({
    programme,
    title: words.thanks.title,
    heading: false,
    body: html`${panel({ titleText: words.thanks.title, text: words.thanks.body })}
${paragraph(words.changeUntil(dayInWords(surveyLastDay(edition, answeredBefore(part.current)))))}
${paragraph(link(partPath(part), words.thanks.change))}
${others.length > 0 && html`${heading2(words.list.others)}${listOf(others, params)}`}
${paragraph(link('/my/place', words.place))}`,
  });
}

function partPath({ event }: VisitPart): string {
  return pathOf('/my/visits/{event}', { event: event.event });
}

function fieldsOf(state: Filled): Html {
  const options = words.scale.map((text, index) => ({ value: String(index + 1), text }));
  return html`${volunteersSurvey.statements.map(({ id, text }) => radiosField({ ...state, path: id, label: text, labelSize: 'm', options }))}`;
}

function heldIn({ answers }: VisitSurvey): Html {
  if (Object.keys(answers).length === 0) return paragraph(words.notHeld);
  const said = (place: number | undefined) => (place === undefined ? words.left : words.scale[place - 1]);
  return summaryList({ rows: volunteersSurvey.statements.map(({ id, text }) => row(text, said(answers[id]))) });
}

function listOf(parts: readonly VisitPart[], { edition, now }: VisitsSetting): Html {
  const rows = parts.map((part) => {
    const { event, current } = part;
    const before = answeredBefore(current);
    const { answer, change, look, about } = words.list;
    const text = isSurveyOpen(edition, before, now) ? (before ? change : answer) : look;
    return {
      key: { html: lines([event.title, html`<span class="govuk-body-s">${sayHalfDay(event.halfDay)}</span>`]) },
      value: { text: before ? words.list.answered : words.list.open },
      actions: { items: [{ href: partPath(part), text, visuallyHiddenText: about(event.title) }] },
    };
  });
  return summaryList({ rows });
}
