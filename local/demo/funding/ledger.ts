import type { Child, FundingInputs, LineName } from './inputs.ts';
import { sectors } from './inputs.ts';

/** The client's own count of what it sent, by its own arithmetic, never read back from the system. */
export type FundingCount = {
  readonly lines: Readonly<Record<LineName, { readonly spentPence: number; readonly leftPence: number }>>;
  /** Activities of the one, headcounts of the other. */
  readonly delivered: Readonly<Record<LineName, number>>;
  /** Sessions held, by sector, and how many schools had none of it. */
  readonly held: readonly number[];
  readonly without: readonly number[];
  readonly women: number;
  readonly men: number;
  readonly all: Change;
  readonly high: Change;
  readonly medium: Change;
};
type Change = { readonly n: number; readonly points: string; readonly jobs: string };

/** Counts what is sent. */
export function countOf({ pounds, schools, sessions, spends }: FundingInputs): FundingCount {
  const spent = (line: LineName) => spends.filter((one) => one.line === line).reduce((sum, { pence }) => sum + pence, 0);
  const lineOf = (line: LineName) => ({ spentPence: spent(line), leftPence: pounds[line] * 100 - spent(line) });
  const ofSector = (sector: string) => sessions.filter((one) => one.sector === sector);
  const claimed = (line: LineName) => sessions.filter(({ claim }) => claim.line === line);
  const inBand = (band: string) => schools.filter((one) => one.band === band).flatMap(({ children }) => children);
  return {
    lines: { 'opportunity-area': lineOf('opportunity-area'), 'equality-hub': lineOf('equality-hub') },
    delivered: {
      'opportunity-area': claimed('opportunity-area').length,
      'equality-hub': claimed('equality-hub').reduce((sum, { came }) => sum + came, 0),
    },
    held: sectors.map((sector) => ofSector(sector).length),
    without: sectors.map((sector) => schools.length - new Set(ofSector(sector).map(({ urn }) => urn)).size),
    women: sessions.reduce((sum, one) => sum + one.women, 0),
    men: sessions.reduce((sum, one) => sum + one.men, 0),
    all: changeOf(schools.flatMap(({ children }) => children)),
    high: changeOf(inBand('high')),
    medium: changeOf(inBand('medium')),
  };
}

/** The change of the share who say yes, in points to one decimal, and the mean change of jobs named, to two; both half up. */
function changeOf(children: readonly Child[]): Change {
  const n = children.length;
  const gained = children.filter(({ before, after }) => after && !before).length;
  const lost = children.filter(({ before, after }) => before && !after).length;
  const steps = children.reduce((sum, { jobs: [before, after] }) => sum + after - before, 0);
  return { n, points: halfUp((gained - lost) * 100, n, 10), jobs: halfUp(steps, n, 100) };
}

function halfUp(numerator: number, denominator: number, scale: number): string {
  return String(Math.floor((2 * scale * numerator + denominator) / (2 * denominator)) / scale);
}
