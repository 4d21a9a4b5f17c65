import type { PlainTable } from '../disclosure/public-table.ts';
import type { FigureDefinition } from './figure-definition.ts';
import type { Snapshot } from './snapshot.ts';

const faceToFace = ['rotation', 'special'] as const;

function heldFaceToFace({ events }: Snapshot): Snapshot['events'] {
  return events.filter((one) => one.held && one.kind !== 'online');
}

/** Pupils face to face by day and kind of event, as they were counted. */
export function pupilsByDay(snapshot: Snapshot): PlainTable {
  const held = heldFaceToFace(snapshot);
  const rows = [...new Set(held.map(({ halfDay }) => halfDay.slice(0, 10)))].sort();
  const columns = faceToFace.filter((kind) => held.some((one) => one.kind === kind));
  const pupils = (day: string, kind: string) =>
    held.filter((one) => one.kind === kind && one.halfDay.startsWith(day)).reduce((sum, one) => sum + one.pupils, 0);
  return { rows, columns, cells: rows.map((day) => columns.map((kind) => pupils(day, kind))) };
}

/** The same as a figure of many parts. Small ones, and those that would tell of them, are not printed. */
export const dayFigure: FigureDefinition = {
  figure: 'pupils-by-day',
  title: 'pupils face to face, by day and kind of event',
  definition: 'Headcounts of pupils at events in person, for each day and kind of event.',
  recipe: 'For each value of the columns day and kind, add up the column pupils.',
  rows: (snapshot) =>
    heldFaceToFace(snapshot).map(({ event, kind, halfDay, pupils }) => ({ event, day: halfDay.slice(0, 10), kind, pupils })),
  count: () => undefined,
  parts: (rows) => {
    const days = Map.groupBy(rows, ({ day, kind }) => `${day} ${kind}`);
    return [...days]
      .map(([name, each]) => ({ name, value: each.reduce((sum, row) => sum + Number(row['pupils'] ?? 0), 0) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  },
};
