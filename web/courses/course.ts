import type { Drawn } from '#shared/domain/courses/draw.ts';
import type { Course, CourseApplication } from '#shared/domain/courses/items.ts';
import type { Lack, StandingSession } from '#shared/domain/courses/ready.ts';
import { courseTemplates, sessionNames } from '#shared/domain/courses/template.ts';
import { dayInWords, type Instant, londonDate } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { coursesContent } from './content.en.ts';
import { drawnTable, sayLack } from './say.ts';

const { course: words, ...shared } = coursesContent;

type Params = Console & {
  readonly course: Course;
  readonly sessions: readonly StandingSession[];
  readonly lacks: readonly Lack[];
  readonly applications: readonly CourseApplication[];
  readonly drawn: readonly Drawn[] | undefined;
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One course as it stands, with the next thing to do. */
export function coursePage(params: Params): string {
  const { course, sessions, filled } = params;
  const acts = may(params, 'coordinator');
  return consolePage(params, {
    title: `${courseTemplates[course.template].title}: ${course.schoolName}`,
    path: pathOf('/organiser/editions/{edition}/courses/{course}', course),
    backLink: pathOf('/organiser/editions/{edition}/courses', course),
    filled,
    body: html`${course.state === 'planned' ? html`${paragraph(words.planned)}${missing(params, acts)}` : waysOut(course)}
${heading2(words.days)}
${bullets([
  `${shared.list.opening}: ${dayInWords(course.opening)}`,
  `${shared.list.closes}: ${dayInWords(course.closes)}`,
  `${shared.list.final}: ${dayInWords(course.final)}`,
])}
${sessionsTable(course, sessions)}
${acts && course.sessions.length < sessionNames.length && addForm(params)}
${course.state !== 'planned' && applied(params, acts)}
${course.assembly && paragraph(`${words.atAssembly(sayNumber(course.assembly.children), sayNumber(course.assembly.guests))} ${words.consents(sayNumber(course.assembly.names), sayNumber(course.assembly.photos))}`)}`,
  });
}

function waysOut(course: Course): Html {
  return bullets([
    link(pathOf('/editions/{edition}/courses/{course}/notice', course), words.notice),
    link(pathOf('/editions/{edition}/courses/{course}/invitation', course), words.invitation),
    link(pathOf('/organiser/editions/{edition}/courses/{course}/assembly', course), words.assembly),
    link(pathOf('/organiser/editions/{edition}/course-report', course), shared.list.report),
  ]);
}

function missing({ course, lacks, requestKey }: Params, acts: boolean): Html {
  const confirm = form({
    action: pathOf('/organiser/editions/{edition}/courses/{course}/confirm', course),
    body: hiddenField('requestKey', `${requestKey}-confirm`),
    submit: words.confirm,
  });
  return html`${heading2(words.lacks)}${lacks.length === 0 ? paragraph(words.ready) : bullets(lacks.map(sayLack))}${acts && confirm}`;
}

function sessionsTable(course: Course, sessions: readonly StandingSession[]): Html {
  const pathTo = (session: string) =>
    pathOf('/organiser/editions/{edition}/courses/{course}/sessions/{session}', { ...course, session });
  return listTable({
    name: words.days,
    none: shared.lacks.session(shared.sessions.first),
    head: [words.session, words.day, words.who, words.covered].map((text) => ({ text })),
    rows: sessions.map((one) => [
      { html: link(pathTo(one.session), shared.sessions[one.session]) },
      { text: sayHalfDay(one.at.halfDay) },
      { html: lines(whoComes(one)) },
      { text: one.record ? sayNumber(one.record.covered.length) : '–' },
    ]),
  });
}

function whoComes({ session, asked, cover }: StandingSession): string[] {
  if (!session.startsWith('professional-')) return ['–'];
  const said = asked.map(
    ({ name, offer, clearance }) => `${name}: ${shared.answers[offer.state]}, ${shared.clearance[clearance]}`,
  );
  return [...(said.length === 0 ? [words.nobody] : said), ...(cover ? [words.cover(cover.name)] : [])];
}

function addForm({ course, requestKey, filled }: Params): Html {
  const state = formState(filled);
  const left = sessionNames.filter((name) => course.sessions.every(({ session }) => session !== name));
  const body = html`${hiddenField('requestKey', `${requestKey}-session`)}
${selectField({ ...state, path: 'session', label: words.addSession, options: left.map((value) => ({ value, text: shared.sessions[value] })) })}
${textField({ ...state, path: 'day', label: words.day, hint: shared.list.dayHint, width: 10, spellcheck: false })}`;
  const action = pathOf('/organiser/editions/{edition}/courses/{course}/sessions', course);
  return html`${heading2(words.addDay)}${narrow(form({ action, body, submit: words.add, submitClasses: 'govuk-button--secondary' }))}`;
}

function applied({ course, applications, drawn, now, requestKey }: Params, acts: boolean): Html {
  const open = londonDate(now) <= course.closes;
  const draw = form({
    action: pathOf('/organiser/editions/{edition}/courses/{course}/draw', course),
    body: hiddenField('requestKey', `${requestKey}-draw`),
    submit: words.draw,
  });
  return html`${heading2(words.applications)}
${paragraph(`${words.applies(sayNumber(applications.length), sayNumber(course.places))} ${words.until(dayInWords(course.closes))}`)}
${paragraph(words.rule(course.seed))}
${!drawn && !open && acts && html`${paragraph(words.drawMails(course.sessions.length))}${draw}`}
${drawn && html`${heading2(words.drawn)}${drawnTable(drawn, course)}`}`;
}
