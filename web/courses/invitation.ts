import { dayInWords } from '#shared/kernel/time.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, paragraph } from '../prose.ts';
import { coursesContent } from './content.en.ts';
import type { PrintedCourse } from './notice.ts';

const { invitation: words } = coursesContent;

/** The school's invitation to families for the final assembly, with the slip for their consent, to print. */
export function invitationPage({ programme, course }: Omit<PrintedCourse, 'events'>): string {
  return journeyPage({
    programme,
    title: words.title,
    caption: course.schoolName,
    path: pathOf('/editions/{edition}/courses/{course}/invitation', course),
    backLink: pathOf('/editions/{edition}/courses', course),
    body: html`${paragraph(words.dear)}
${lead(words.what)}
${paragraph(words.when(dayInWords(course.final), course.schoolName))}
${paragraph(words.names)}
${heading2(words.slip)}
${bullets([words.coming, words.yesName, words.yesPhoto, words.sign])}`,
  });
}
