import type { SectorSession } from './items.ts';

/** Somebody who could come to a session, with what decides who is asked first. */
export type Match = NonNullable<SectorSession['visitor']> & {
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  /** Whether the menu says that it is theirs. */
  readonly offersIt: boolean;
  /** Whether they are of its sector, or offer another session of it. */
  readonly ofSector: boolean;
  /** Whether they said that all its year groups suit them; undefined where nobody asked. */
  readonly suitsYears: boolean | undefined;
  /** How many sessions they have been matched to. */
  readonly sessions: number;
  /** How far they are in a straight line, where that is known. */
  readonly kilometres: number | undefined;
};

/** Whose session it is first, then their sector, their year groups, who has the fewest sessions, and the nearest. */
export function rankMatches(all: readonly Match[]): Match[] {
  const yes = (one: boolean | undefined) => (one ? 0 : 1);
  const far = ({ kilometres }: Match) => kilometres ?? Number.MAX_SAFE_INTEGER;
  return all.toSorted(
    (a, b) =>
      yes(a.offersIt) - yes(b.offersIt) ||
      yes(a.ofSector) - yes(b.ofSector) ||
      yes(a.suitsYears ?? true) - yes(b.suitsYears ?? true) ||
      a.sessions - b.sessions ||
      far(a) - far(b) ||
      a.name.localeCompare(b.name, 'en-GB'),
  );
}
