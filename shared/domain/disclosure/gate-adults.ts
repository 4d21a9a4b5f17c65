import type { AdultsInAll } from '../adults.ts';
import { reportStatements } from '../report/statement-figures.ts';
import { gateStatement } from './gate.ts';
import type { PublicStatement } from './public-statement.ts';

/** What visitors or parents said so far, as the report will show it: organisers see no more of it. */
export function gateAdults({ instrument, schools, asked, counts }: AdultsInAll): PublicStatement[] {
  return reportStatements
    .filter(({ audience }) => audience === instrument)
    .map(({ statement, text }) => {
      const answers = counts[statement.slice(instrument.length + 1)] ?? [0, 0, 0, 0, 0];
      const respondents = answers.reduce((sum, count) => sum + count, 0);
      return gateStatement({ statement, text, invited: asked, respondents, answers, schools });
    });
}
