import type { Lack } from '#shared/domain/courses/ready.ts';
import type { Drawn } from '#shared/domain/courses/draw.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { listTable } from '../organiser/frame.ts';
import type { Html } from '../html.ts';
import { sayNumber } from '../say.ts';
import { coursesContent as words } from './content.en.ts';

/** One thing that a course lacks, in words. */
export function sayLack(lack: Lack): string {
  if (lack.what === 'order') return lack.message;
  const session = words.sessions[lack.session];
  if (lack.what === 'clearance') return words.lacks.clearance(session, lack.name, words.clearance[lack.state]);
  return words.lacks[lack.what](session);
}

/** How a draw came out, code by code, each with its reason. */
export function drawnTable(drawn: readonly Drawn[], { places }: Pick<Course, 'places'>): Html {
  const { course } = words;
  const enough = drawn.length <= places;
  return listTable({
    name: course.drawn,
    none: words.mine.noneHeld,
    head: [course.code, course.year, course.lot, course.result].map((text) => ({ text })),
    rows: drawn.map(({ code, year, lot, order, result }) => [
      { text: code },
      { text: labels.years[year] },
      { text: lot },
      { text: enough ? course.enough : course[result](sayNumber(order)) },
    ]),
  });
}
