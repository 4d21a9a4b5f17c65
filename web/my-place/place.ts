import { type Edition, isOpenForSignUp } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { summaryList } from '../components/summary-list.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { applyPath, entryPath } from '../journeys/paths.ts';
import { registrationRows } from '../links/held.ts';
import { organiserWays } from '../organiser-ways.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { isOver } from './barred.ts';
import { myPlaceContent as words } from './content.en.ts';
import { inOrder, type Visit, visitCard } from './visits.ts';

/** What every page of a school's place is given. */
export type PlaceSetting = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly school: Registration;
  readonly now: Instant;
};

/** What has just been done, to say so once. */
export const doneKinds = ['changed', 'booking', 'adult', 'places-taken', 'given-back', 'contact', 'withdrawn'] as const;
export type DoneKind = (typeof doneKinds)[number];

type Params = PlaceSetting & {
  readonly visits: readonly Visit[];
  readonly done?: DoneKind | undefined;
  /** Whether there is a menu of sector sessions. */
  readonly menu?: boolean;
  /** Whether a course is planned at the school. */
  readonly holdsCourse?: boolean;
};

/** A school's place in words: how it stands, who comes and when, what we hold, and what can be done about it. */
export function schoolPlacePage(params: Params): string {
  const { edition, programme, school, done } = params;
  const said =
    done &&
    notificationBanner({ type: 'success', text: words.done[done], titleText: words.done.heading, disableAutoFocus: true });
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    path: '/my/place',
    body: html`${said}${insetText({ text: words.status[school.state] })}${bodyFor(params)}`,
  });
}

function bodyFor(params: Params): Html {
  const { edition, programme, school, visits, now } = params;
  const open = isOpenForSignUp(edition, now);
  const held = summaryList({ rows: registrationRows(school) });
  if (school.state === 'pending') {
    const again = link(`${applyPath(edition, 'school')}?urn=${school.urn}`, words.confirmAgain);
    const mend = open
      ? paragraph(html`${words.confirmAdvice} ${again}`)
      : html`${paragraph(words.confirmLate)}${bullets(organiserWays(programme))}`;
    return html`${heading2(words.confirmHeading)}${held}${mend}
${form({ action: '/my/place/confirm', submit: words.confirm })}
${paragraph(link('/my/place/withdraw', words.links.withdraw))}`;
  }
  if (school.state === 'withdrawn') {
    return html`${open && paragraph(html`${words.again} ${link(entryPath(edition, 'school'), words.againLink)}`)}
${heading2(words.held)}${held}${paragraph(link('/my/place/messages', words.links.messages))}`;
  }
  const cards = inOrder(visits).map((visit) => visitCard(visit, school.urn, now));
  return html`${heading2(words.visits)}${visits.length === 0 ? paragraph(words.noVisits) : cards}
${heading2(words.todo)}${todo(params)}
${heading2(words.held)}${held}`;
}

function todo({ edition, school, visits, now, menu = false, holdsCourse = false }: Params): Html {
  const over = isOver(edition, now);
  const reported = edition.state === 'reported';
  const { links } = words;
  return html`${over && paragraph(words.over)}${bullets([
    ...(school.surveyInvitedAt ? [link('/my/survey', links.survey)] : []),
    ...(over ? [] : [link('/my/place/waiting', links.waiting), link('/my/place/change', links.change)]),
    ...(reported ? [] : [link('/my/place/contact', links.contact), link('/my/place/hand-over', links.handOver)]),
    ...(reported || visits.every(({ booking }) => !booking) ? [] : [link('/my/classes', links.classes)]),
    ...(menu ? [link('/my/sector-sessions', links.sectorSessions)] : []),
    ...(holdsCourse ? [link('/my/courses', links.courses)] : []),
    link('/my/calendar', links.calendar),
    link('/my/place/print', links.print),
    link('/my/statement', links.statement),
    link('/my/place/messages', links.messages),
    ...(over ? [] : [link('/my/place/withdraw', links.withdraw)]),
  ])}`;
}
