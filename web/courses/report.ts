import type { Cloud } from '#shared/domain/courses/results.ts';
import type { CourseChanges } from '#shared/domain/disclosure/course-changes.ts';
import { type Covered, type SessionName, skillSets } from '#shared/domain/courses/template.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { courseTable } from '../impact/children.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { coursesContent } from './content.en.ts';

const { report: words, ...shared } = coursesContent;

/** What one course came to: days, counts and what was covered. */
export type Outline = Pick<Course, 'course' | 'schoolName' | 'assembly'> & {
  readonly keyStages: readonly number[];
  readonly skills: keyof typeof skillSets;
  readonly steps: number;
  readonly sessions: readonly {
    readonly session: SessionName;
    readonly halfDay: string;
    readonly booked: number;
    readonly attended: number | undefined;
    readonly covered: readonly Covered[] | undefined;
    readonly task: string | undefined;
  }[];
};

type Params = Console & {
  readonly outlines: readonly Outline[];
  /** How the same children changed, past the gate; nothing where none were asked twice. */
  readonly changes: CourseChanges | undefined;
  readonly cloud: Cloud | undefined;
};

/** What the courses of an edition came to, to print. */
export function courseReportPage({ outlines, changes, cloud, ...console }: Params): string {
  const { edition } = console.edition;
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/course-report', { edition }),
    backLink: pathOf('/organiser/editions/{edition}/courses', { edition }),
    body: html`${paragraph(words.intro)}
${outlines.length === 0 ? paragraph(words.none) : outlines.map(outlineOf)}
${outlines.length > 0 && html`${changes ? courseTable(changes) : paragraph(words.noChanges)}${cloudOf(cloud)}`}`,
  });
}

function outlineOf({ schoolName, keyStages, skills, steps, sessions, assembly }: Outline): Html {
  const rows = sessions.map(({ session, halfDay, booked, attended, covered, task }) => [
    { text: shared.sessions[session] },
    { text: sayHalfDay(halfDay) },
    { text: attended === undefined ? words.notCounted : words.of(sayNumber(attended), sayNumber(booked)) },
    { html: session.startsWith('professional-') ? coveredIn(covered, task) : html`–` },
  ]);
  const head = [words.session, words.day, words.came, words.covered].map((text) => ({ text }));
  return html`${heading2(schoolName)}
${paragraph(words.stage(keyStages.join(', '), steps, skillSets[skills].title))}
${listTable({ name: schoolName, none: words.none, head, rows })}
${assembly && paragraph(`${shared.course.atAssembly(sayNumber(assembly.children), sayNumber(assembly.guests))} ${shared.course.consents(sayNumber(assembly.names), sayNumber(assembly.photos))}`)}`;
}

function coveredIn(covered: readonly Covered[] | undefined, task: string | undefined): Html {
  if (!covered) return html`${words.notTicked}`;
  const said = `${covered.map((one) => words.short[one]).join(', ')}.`;
  return html`${lines([said, ...(task === undefined ? [] : [words.task(task)])])}`;
}

function cloudOf(cloud: Cloud | undefined): Html {
  if (!cloud) return html`${heading2(words.cloud)}${paragraph(words.cloudFew)}`;
  const rows = cloud.themes.map(({ theme, count }) => [
    { text: shared.themes[theme] },
    { text: sayNumber(count), format: 'numeric' },
  ]);
  return html`${heading2(words.cloud)}
${paragraph(words.cloudOf(sayNumber(cloud.children), sayNumber(cloud.schools)))}
${picture(cloud)}
${table({
  caption: words.cloud,
  captionClasses: 'govuk-visually-hidden',
  firstCellIsHeader: true,
  head: [{ text: words.theme }, { text: words.chose, format: 'numeric' }],
  rows,
})}
${cloud.hidden > 0 && paragraph(words.cloudHidden)}`;
}

/** The cloud itself: the more children chose a theme, the larger its word. The table below says the same in numbers. */
function picture({ themes: shown }: Cloud): Html {
  const most = Math.max(...shown.map(({ count }) => count), 1);
  const sized = shown.map(({ theme, count }) => {
    const size = Math.max(1, Math.ceil((count / most) * 4));
    return html`<span class="app-cloud__word--${String(size)}">${shared.themes[theme]}</span>`;
  });
  return html`<p class="govuk-body app-cloud" aria-hidden="true">${sized}</p>`;
}
