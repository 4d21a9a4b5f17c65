import { disclosureRules, isSmall } from '../disclosure/rules.ts';
import type { RoleModels, SectorSession } from './items.ts';
import { type SectorId, sectorIds } from './sectors.ts';

/** How many sessions of each sector a school had. */
export type Coverage = {
  readonly urn: string;
  readonly held: Readonly<Record<SectorId, number>>;
  /** The sectors that it had none of. */
  readonly gaps: readonly SectorId[];
};

/** The sessions of each school by sector, the schools as they are given. */
export function coverageOf(urns: readonly string[], sessions: readonly SectorSession[]): Coverage[] {
  const done = sessions.filter(({ state }) => state === 'held');
  return urns.map((urn) => {
    const own = done.filter((one) => one.urn === urn);
    const countOf = (sector: SectorId) => own.filter((one) => one.sector === sector).length;
    const held = { sport: countOf('sport'), nhs: countOf('nhs'), rail: countOf('rail'), robotics: countOf('robotics') };
    return { urn, held, gaps: sectorIds.filter((sector) => held[sector] === 0) };
  });
}

/** How role models describe themselves: visits, those of them who said, and the counts where they may be shown. */
export type Balance = {
  readonly visits: number;
  readonly said: number;
  readonly counts?: Omit<RoleModels, 'unsaid'> | undefined;
};

/** Adds the role models of held sessions up. Nothing is split below the threshold, or where one part would be small. */
export function balanceOf(sessions: readonly SectorSession[]): Balance {
  const counted = sessions.flatMap(({ state, roleModels }) => (state === 'held' && roleModels ? [roleModels] : []));
  const sum = (of: keyof RoleModels) => counted.reduce((total, one) => total + one[of], 0);
  const counts = { women: sum('women'), men: sum('men'), another: sum('another') };
  const said = counts.women + counts.men + counts.another;
  const shown = said >= disclosureRules.leastAnswers && !Object.values(counts).some(isSmall);
  return { visits: said + sum('unsaid'), said, ...(shown ? { counts } : {}) };
}
