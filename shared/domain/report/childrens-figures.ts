import { printedChange, type PlainChange } from '../disclosure/gate-changes.ts';
import { shareOf } from '../disclosure/gate-shares.ts';
import { pupilsOnce, pupilsTwice } from '../instruments/pupils.ts';
import { scales } from '../instruments/scales.ts';
import type { FigureDefinition, Row } from './figure-definition.ts';
import type { Snapshot } from './snapshot.ts';

function total(rows: readonly Row[], field: string): number {
  return rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0);
}

const shares: readonly FigureDefinition[] = pupilsOnce.statements.map(({ id, text, scale }) => {
  const { words } = scales[scale];
  const names = words.map((_, index) => `answer${index + 1}`);
  return {
    figure: `childrens-${id}`,
    title: text,
    definition: `How many of a hundred children chose each answer at “${text}”: ${words.join(', ')}.`,
    recipe:
      'For each answer, add up its column. Multiply by 100 and divide by the sum of all these columns. Round to the nearest five, half up.',
    rows: ({ schools }) =>
      schools.flatMap(({ urn, children = [] }) =>
        children
          .filter(({ instrument, counts }) => instrument === pupilsOnce.instrument && counts[id] !== undefined)
          .map(({ counts }) => ({ urn, ...Object.fromEntries(names.map((name, index) => [name, counts[id]?.[index] ?? 0])) })),
      ),
    count: () => undefined,
    parts: (rows) => {
      const counts = names.map((name) => total(rows, name));
      const n = counts.reduce((sum, count) => sum + count, 0);
      return n === 0 ? [] : counts.map((count, index) => ({ name: words[index] ?? '', value: shareOf(count, n) }));
    },
  };
});

/** The statements of courses, with the unit that each change is printed in. */
const courseStatements = pupilsTwice.statements.map(({ id, text, scale }) => ({
  id,
  text,
  unit: scale === 'sure' ? ('points' as const) : ('steps' as const),
}));

function courseRows({ schools }: Snapshot, id: string): Row[] {
  return schools.flatMap(({ urn, children = [] }) =>
    children.flatMap(({ instrument, course }) => {
      const counted = instrument === pupilsTwice.instrument ? course?.changes[id] : undefined;
      return counted && counted.n > 0 ? [{ urn, pairs: counted.n, ...counted }] : [];
    }),
  );
}

function countedIn(rows: readonly Row[]): PlainChange['counted'] {
  const of = (field: string) => total(rows, field);
  return { n: of('pairs'), gained: of('gained'), lost: of('lost'), sum: of('sum'), squares: of('squares') };
}

/** How the same children changed, statement by statement, as it was counted. */
export function plainChanges(snapshot: Snapshot): PlainChange[] {
  return courseStatements.map(({ id, text, unit }) => {
    const rows = courseRows(snapshot, id);
    return { statement: id, text, unit, counted: countedIn(rows), schools: rows.length };
  });
}

const formulas = {
  points:
    'Take the column lost from gained, divide by pairs, times 100. For the range, add one to both and two to pairs (adjusted Wald, Bonett and Price 2012). Round to the nearest five.',
  steps: 'Divide the column sum by pairs. For the range, use Student’s t with the column squares. Round to one decimal.',
} as const;

const changes: readonly FigureDefinition[] = courseStatements.map(({ id, text, unit }) => ({
  figure: `course-${id}`,
  title: text,
  definition: `How the same children changed at “${text}” from before a course to after it, with the ends of the likely range.`,
  recipe: formulas[unit],
  rows: (snapshot) => courseRows(snapshot, id),
  count: () => undefined,
  parts: (rows) => {
    const counted = countedIn(rows);
    if (counted.n < 3) return [];
    const { change, low, high } = printedChange(unit, counted);
    return [
      { name: 'change', value: change },
      { name: 'low', value: low },
      { name: 'high', value: high },
    ];
  },
}));

const pairs: FigureDefinition = {
  figure: 'course-pairs',
  title: 'children who answered both times',
  definition: 'Children who answered before and after a course under the same code. Those who answered once are counted apart.',
  recipe: 'Add up the column both, the column onlyBefore and the column onlyAfter.',
  rows: ({ schools }) =>
    schools.flatMap(({ urn, children = [] }) =>
      children.flatMap(({ course }) =>
        course ? [{ urn, both: course.matched, onlyBefore: course.baselineOnly, onlyAfter: course.endlineOnly }] : [],
      ),
    ),
  count: (rows) => total(rows, 'both'),
};

/** What children said, as figures, most of several parts each. */
export const childrensFigures: readonly FigureDefinition[] = [...shares, pairs, ...changes];
