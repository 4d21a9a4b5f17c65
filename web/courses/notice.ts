import type { Course } from '#shared/domain/courses/items.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { coursesContent } from './content.en.ts';

const { notice: words, sessions } = coursesContent;

/** What a printed page about a course is given. */
export type PrintedCourse = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly course: Course;
  readonly events: readonly Event[];
};

/** The notice for parents about one course, to print. */
export function noticePage({ programme, course, events }: PrintedCourse): string {
  return journeyPage({
    programme,
    title: words.title,
    caption: words.from(course.schoolName),
    path: pathOf('/editions/{edition}/courses/{course}/notice', course),
    backLink: pathOf('/editions/{edition}/courses', course),
    body: html`${lead(words.what)}
${paragraph(words.opening(dayInWords(course.opening)))}
${paragraph(words.apply(dayInWords(course.closes)))}
${paragraph(`${words.places(sayNumber(course.places))} ${words.draw(course.seed)}`)}
${heading2(words.days)}
${bullets([
  ...course.sessions.map(({ session }, index) => `${sessions[session]}: ${sayHalfDay(events[index]?.halfDay ?? '')}`),
  `${words.final}: ${dayInWords(course.final)}`,
])}
${paragraph(words.asks)}
${paragraph(words.say)}`,
  });
}
