import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { countCourse } from '#shared/domain/pupils/course.ts';
import { countClass, mustRecount } from '#shared/domain/pupils/counts.ts';
import type { NewId } from '#shared/kernel/ids.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { ClassTotal, PupilClass } from '#shared/domain/pupils/items.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter; readonly newId: NewId };

/**
 * Recounts the classes whose answers have moved since they were counted, or all, and marks their event and their school
 * dirty. A class says so itself: every answer takes one from its `left`, and every correction makes a new version, so that
 * a hundred answers are one recount and no answer needs a mark or a fact of its own. Decision 035.
 */
export async function recountClasses(edition: string, ports: Ports, { all = false } = {}): Promise<void> {
  const { read } = ports;
  const classes = await read.list('pupilClass', { edition });
  if (classes.length === 0) return;
  const totals = new Map((await read.list('classTotal', { edition })).map((one) => [one.code, one]));
  const moved = classes.filter((one) => all || mustRecount(one, totals.get(one.code)));
  // One after another: classes of one event mark the same part.
  for (const one of moved) await recountClass(one, totals.get(one.code), ports);
}

/**
 * The class is read before its answers: one that comes between them leaves the class other than its total says, and is
 * counted the next time. A total that somebody wrote meanwhile is the newer one and stays.
 */
async function recountClass(one: PupilClass, before: ClassTotal | undefined, { read, write, newId }: Ports): Promise<void> {
  const { edition, urn, code, event } = one;
  const now = await read.get('pupilClass', { edition, urn, code });
  if (!now) return;
  const [answers, tally, ofCourse] = await Promise.all([
    read.list('pupilAnswer', { edition, code }),
    read.get('pupilTally', { edition, code }),
    now.round ? read.list('courseAnswer', { edition, code }) : undefined,
  ]);
  const course = ofCourse && countCourse(pupilsTwice, ofCourse);
  const when = before ? { left: before.left, classVersion: before.classVersion } : 'absent';
  await write.transact([
    { put: 'classTotal', item: countClass(now, answers, tally, course), when },
    { put: 'dirty', item: { edition, level: 'EVENT', part: event, mark: newId() }, when: 'any' },
    { put: 'dirty', item: { edition, level: 'SCHOOL', part: urn, mark: newId() }, when: 'any' },
  ]);
}
