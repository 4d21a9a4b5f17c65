import { takesApplications } from '#shared/domain/courses/applications.ts';
import type { Drawn } from '#shared/domain/courses/draw.ts';
import type { Course, CourseApplication } from '#shared/domain/courses/items.ts';
import { courseTemplates } from '#shared/domain/courses/template.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { dayInWords, type Instant } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, selectField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, paragraph } from '../prose.ts';
import { sayDays, sayHalfDay, sayNumber } from '../say.ts';
import { coursesContent } from './content.en.ts';
import { drawnTable } from './say.ts';

const { mine: words, ...shared } = coursesContent;

/** What every page of a school's courses is given. */
export type MySetting = { readonly edition: Edition; readonly programme: Programme; readonly school: Registration };

/** A school's courses. */
export function myCoursesPage({ edition, programme, courses }: MySetting & { readonly courses: readonly Course[] }): string {
  const items = courses.map(
    (one) =>
      html`${link(pathOf('/my/courses/{course}', one), courseTemplates[one.template].title)}, ${sayDays(one.opening, one.final)}`,
  );
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    path: '/my/courses',
    backLink: '/my/place',
    body: items.length === 0 ? paragraph(words.none) : bullets(items),
  });
}

type Params = MySetting & {
  readonly course: Course;
  readonly applications: readonly CourseApplication[];
  readonly events: readonly Event[];
  readonly drawn: readonly Drawn[] | undefined;
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One course of a school: its days, who applies by the school's own codes, and how the draw came out. */
export function myCoursePage(params: Params): string {
  const { edition, programme, school, course, events, drawn, filled } = params;
  return journeyPage({
    programme,
    title: courseTemplates[course.template].title,
    caption: `${edition.name}: ${school.schoolName}`,
    path: pathOf('/my/courses/{course}', course),
    backLink: '/my/courses',
    filled,
    body: html`${bullets([
      `${shared.list.opening}: ${dayInWords(course.opening)}`,
      ...course.sessions.map(({ session }, index) => `${shared.sessions[session]}: ${sayHalfDay(events[index]?.halfDay ?? '')}`),
      `${shared.list.final}: ${dayInWords(course.final)}`,
    ])}
${course.state === 'planned' ? paragraph(words.notOpen) : printed(course)}
${drawn ? after(params, drawn) : course.state === 'confirmed' && applying(params)}`,
  });
}

function printed(course: Course): Html {
  return html`${heading2(words.print)}${bullets([
    link(pathOf('/editions/{edition}/courses/{course}/notice', course), shared.course.notice),
    link(pathOf('/editions/{edition}/courses/{course}/invitation', course), shared.course.invitation),
  ])}`;
}

function after({ course }: Params, drawn: readonly Drawn[]): Html {
  return html`${heading2(words.drawn)}
${paragraph(words.drawnHow)}${paragraph(words.drawnMails(course.sessions.length))}${paragraph(shared.course.rule(course.seed))}
${drawnTable(drawn, course)}
${paragraph(words.questions)}
${bullets([link('/my/classes', words.classes), link(pathOf('/my/courses/{course}/cloud', course), words.cloud)])}`;
}

function applying(params: Params): Html {
  const { course, applications, now } = params;
  const open = takesApplications(course, now);
  return html`${heading2(words.apply)}
${open ? lead(words.how) : paragraph(words.closed(dayInWords(course.closes)))}
${paragraph(`${shared.course.applies(sayNumber(applications.length), sayNumber(course.places))} ${shared.course.until(dayInWords(course.closes))}`)}
${listTable({
  name: words.held,
  none: words.noneHeld,
  head: [words.code, words.year].map((text) => ({ text })),
  rows: applications.map(({ code, year }) => [{ text: code }, { text: labels.years[year] }]),
})}
${open && forms(params)}`;
}

function forms({ course, applications, requestKey, filled }: Params): Html {
  const state = formState(filled);
  const years = course.yearGroups.map((value) => ({ value, text: labels.years[value] }));
  const add = form({
    action: pathOf('/my/courses/{course}', course),
    body: html`${hiddenField('requestKey', `${requestKey}-add`)}
${selectField({ ...state, path: 'year', label: words.year, empty: words.choose, options: years })}
${textareaField({ ...state, path: 'codes', label: words.codes, hint: words.codesHint, rows: 4 })}`,
    submit: words.add,
  });
  const back = form({
    action: pathOf('/my/courses/{course}/take-back', course),
    body: html`${hiddenField('requestKey', `${requestKey}-back`)}
${textField({ ...state, path: 'code', label: words.code, width: 10, spellcheck: false })}`,
    submit: words.takeBackButton,
    submitClasses: 'govuk-button--secondary',
  });
  return html`${add}${applications.length > 0 && html`${heading2(words.takeBack)}${back}`}`;
}
