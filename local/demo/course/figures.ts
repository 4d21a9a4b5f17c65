import { isProfessional, sessionNames } from '#shared/domain/courses/template.ts';
import { listIn, numberIn, textIn, valueAt } from '../browsing.ts';
import type { Compared } from '../context/compared.ts';
import type { CourseCount } from './ledger.ts';
import { printed } from './printed.ts';
import type { Seen } from './through.ts';

/** What the system says: its public page of courses, and the organisers' report. */
export type ReadCourses = { readonly offered: unknown; readonly report: unknown };

/** Each printed figure beside what the system shows. */
export function printedFigures({ offered, report }: ReadCourses): Compared[] {
  const [template] = listIn(offered, 'templates');
  const courses = listIn(report, 'courses');
  const held = courses.map(heldIn);
  const stages = courses.flatMap((one) => listIn(one, 'keyStages').map(Number));
  const skills = listIn(template, 'skills').length;
  const steps = listIn(template, 'steps').length;
  return [
    { id: printed.skills.id, printed: printed.skills.value, computed: skills, rows: skills },
    { id: printed.professionals.id, printed: printed.professionals.value, computed: alike(held), rows: sum(held) },
    { id: printed.steps.id, printed: printed.steps.value, computed: steps, rows: steps },
    { id: printed.keyStage.id, printed: printed.keyStage.value, computed: alike(stages), rows: courses.length },
  ];
}

/** How many professionals' sessions of a course were held: ticked afterwards, with children there. */
function heldIn(course: unknown): number {
  const sessions = listIn(course, 'sessions').filter((one) =>
    sessionNames.some((name) => isProfessional(name) && name === textIn(one, 'session')),
  );
  return sessions.filter((one) => valueAt(one, 'covered') !== undefined && Number(valueAt(one, 'attended')) > 0).length;
}

/** What the system shows beside the client's own count of what it sent. */
export function countedFigures({ report }: ReadCourses, counted: CourseCount, { drawn }: Seen): Compared[] {
  const courses = listIn(report, 'courses');
  const sessions = courses.flatMap((one) => listIn(one, 'sessions'));
  const changes = valueAt(report, 'changes');
  const shown = new Map(listIn(changes, 'changes').map((one) => [textIn(one, 'text'), one]));
  const attended = sum(sessions.map((one) => numberIn(one, 'attended')));
  return [
    ...[...counted.places].map(([course, codes]) => ({
      id: `places drawn, ${course}`,
      printed: codes.join(' '),
      computed: drawn.get(course)?.join(' ') ?? 'none',
      rows: codes.length,
    })),
    { id: 'children at sessions', printed: counted.attended, computed: attended, rows: sessions.length },
    { id: 'sessions ticked', printed: counted.held.join(' '), computed: courses.map(heldIn).join(' '), rows: courses.length },
    { id: 'matched pairs', printed: counted.matched, computed: numberIn(changes, 'matched'), rows: counted.matched },
    { id: 'answered once', printed: counted.once, computed: numberIn(changes, 'baselineOnly'), rows: counted.once },
    ...[...counted.changes].map(([text, change]) => ({
      id: `change: ${text}`,
      printed: change,
      computed: sayChange(shown.get(text)),
      rows: counted.matched,
    })),
    { id: 'cloud', printed: counted.cloud, computed: sayCloud(valueAt(report, 'cloud')), rows: counted.matched },
    {
      id: 'guests',
      printed: counted.guests,
      computed: sum(courses.map((one) => numberIn(one, 'assembly', 'guests'))),
      rows: courses.length,
    },
  ];
}

function sayChange(shown: unknown): string {
  return shown === undefined ? 'not shown' : `${numberIn(shown, 'n')}: ${Math.round(numberIn(shown, 'change') * 100)}`;
}

function sayCloud(cloud: unknown): string {
  if (cloud === null || cloud === undefined) return 'hidden';
  return listIn(cloud, 'themes')
    .map((one) => `${textIn(one, 'theme')} ${numberIn(one, 'count')}`)
    .join(', ');
}

/** The one value that all share, or all of them. */
function alike(values: readonly number[]): number | string {
  const [only, ...others] = [...new Set(values)];
  return only !== undefined && others.length === 0 ? only : values.join(', ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
