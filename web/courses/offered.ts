import type { Course } from '#shared/domain/courses/items.ts';
import { checklist, type CourseTemplate, courseTemplates, skillSets } from '#shared/domain/courses/template.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Filled } from '../filled.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, paragraph, steps } from '../prose.ts';
import { sayDays, sayList } from '../say.ts';
import { enquiryFields } from './enquiries.ts';
import { coursesContent } from './content.en.ts';

const { offered: words, ...shared } = coursesContent;

type Params = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly courses: readonly Course[];
  readonly filled?: Filled | undefined;
};

/** What a course is, for everybody, and which schools hold one. */
export function offeredPage({ edition, programme, courses, filled }: Params): string {
  const path = pathOf('/editions/{edition}/courses', edition);
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    path,
    filled,
    backLink: editionPath(edition),
    body: html`${lead(words.intro)}
${Object.values<CourseTemplate>(courseTemplates).map(templateOf)}
${heading2(words.schools)}
${courses.length === 0 ? paragraph(words.none) : bullets(courses.map(heldBy))}
${paragraph(words.results)}
${paragraph(words.parents)}
${edition.state !== 'reported' && enquiryFields(path, filled)}`,
  });
}

function templateOf({ steps: parts, skills, yearGroups }: CourseTemplate): Html {
  const said: Readonly<Record<string, string>> = { ...shared.steps };
  const names: Readonly<Record<string, string>> = { ...shared.skills };
  return html`${paragraph(words.years(sayList(yearGroups.map((year) => labels.years[year]))))}
${heading2(words.steps)}${steps(parts.map(({ step }) => said[step] ?? step))}
${heading2(words.covers)}${bullets(checklist.map((one) => shared.covered[one]))}
${heading2(words.skills)}${paragraph(skillSets[skills].title)}${bullets(skillSets[skills].skills.map((one) => names[one] ?? one))}`;
}

function heldBy(course: Course): Html {
  return html`${link(pathOf('/editions/{edition}/courses/{course}/notice', course), course.schoolName)}, ${sayDays(course.opening, course.final)}`;
}
