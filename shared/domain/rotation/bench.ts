/** Somebody who could come instead, with what decides who is asked first. */
export type BenchCandidate = {
  readonly id: string;
  readonly kind: 'organisation' | 'volunteer';
  readonly name: string;
  /** Whom to ring. */
  readonly contact: string;
  readonly telephone?: string | undefined;
  /** How many pupils they take at once, where they said so. */
  readonly places?: number | undefined;
  readonly sector?: string | undefined;
  /** How far they are from the host in a straight line, where that is known. */
  readonly kilometres?: number | undefined;
};

type Fit = {
  /** The pupils in the biggest group. */
  readonly biggest: number;
  /** The sectors of those who are there already. */
  readonly sectors: ReadonlySet<string>;
};

/**
 * The best first: who offered this kind of event and takes the biggest group, then a sector that is there already, then
 * the nearest. Those whose distance is not known come after the rest.
 */
export function rankBench(candidates: readonly BenchCandidate[], { biggest, sectors }: Fit): BenchCandidate[] {
  const rank = ({ kind, places, sector }: BenchCandidate): number => {
    if (kind === 'volunteer') return 4;
    return ((places ?? 0) < biggest ? 2 : 0) + (sector !== undefined && sectors.has(sector) ? 0 : 1);
  };
  const distance = ({ kilometres }: BenchCandidate): number => kilometres ?? Number.MAX_SAFE_INTEGER;
  return [...candidates].sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b) || a.name.localeCompare(b.name, 'en-GB'));
}
