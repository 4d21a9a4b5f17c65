import * as z from 'zod/mini';
import { id, slug } from '../fields.ts';
import { eventTotal, schoolTotal } from '../totals.ts';

const { quotes: _, ...countsOfSchool } = schoolTotal.shape;
/** What is counted of one school, without anybody's words. */
const schoolCounts = z.strictObject(countsOfSchool);

/** A piece of the figures' source as it stood when a report was prepared. Never written twice. */
export const snapshotPart = z.strictObject({
  edition: slug,
  snapshot: id,
  /** Its place among the pieces: `0001`. */
  part: slug,
  events: z.array(eventTotal),
  schools: z.array(schoolCounts),
});
type SnapshotPart = z.infer<typeof snapshotPart>;

/** The source of a report's figures: the totals of each event and of each school. */
export type Snapshot = Pick<SnapshotPart, 'edition' | 'snapshot' | 'events' | 'schools'>;

/** How much one piece holds, so that it stays well under the 400 KB of one item. */
const atOnce = { events: 20, schools: 200 } as const;

/** The source as pieces to keep. */
export function partsOf({ edition, snapshot, events, schools }: Snapshot): SnapshotPart[] {
  const count = Math.max(Math.ceil(events.length / atOnce.events), Math.ceil(schools.length / atOnce.schools));
  return Array.from({ length: count }, (_unused, index) => ({
    edition,
    snapshot,
    part: String(index + 1).padStart(4, '0'),
    events: events.slice(index * atOnce.events, (index + 1) * atOnce.events),
    schools: schools
      .slice(index * atOnce.schools, (index + 1) * atOnce.schools)
      .map((one) =>
        schoolCounts.parse(Object.fromEntries(Object.keys(countsOfSchool).map((name) => [name, Reflect.get(one, name)]))),
      ),
  }));
}

/** The source from its pieces, in whatever order they come. */
export function snapshotOf(edition: string, snapshot: string, parts: readonly SnapshotPart[]): Snapshot {
  const inOrder = parts.toSorted((a, b) => a.part.localeCompare(b.part));
  return {
    edition,
    snapshot,
    events: inOrder.flatMap(({ events }) => events),
    schools: inOrder.flatMap(({ schools }) => schools),
  };
}
