import type { Found } from './change.ts';
import type { ClaimFigure } from './claim-figure.ts';
import { fits, latestTime, mostWords, subjectsIn } from './naming.ts';

const most = /\b(?:the |our )?(most|highest|largest|biggest|best|greatest|lowest|fewest|smallest|record)\b/;

/** Checks what a clause says is most or least of all. */
export function superlative(text: string, figures: readonly ClaimFigure[]): Found | undefined {
  const match = most.exec(text);
  if (
    !match ||
    /\bat (?:most|best)\b/.test(text) ||
    /(?<!the )\bmost (?:of the )?(?:schools|teachers|pupils|children)\b/.test(text)
  )
    return undefined;
  const high = !/lowest|fewest|smallest/.test(match[0]);
  const claim = { text: match[0], kind: 'superlative' as const };
  const plainOnes = figures.filter(({ unit }) => unit !== 'points');
  const named = plainOnes.filter((one) => fits(text, one));
  const rivals = rivalsOf(text, plainOnes, named);
  const [own] = rivals.own ? [rivals.own] : named;
  if (!own || rivals.all.length < 2)
    return { claims: [{ ...claim, verdict: 'unlinked' as const, figure: own?.figure }], used: [] };
  const values = rivals.all.map(({ value }) => value);
  const best = high ? Math.max(...values) : Math.min(...values);
  const tie = values.filter((value) => value === best).length > 1;
  const says = rivals.all.map(({ figure, value }) => `${figure}: ${value}`).join('; ');
  return {
    claims: [
      { ...claim, verdict: own.value === best && !tie ? ('holds' as const) : ('wrong' as const), figure: own.figure, says },
    ],
    used: [],
  };
}

/** Whom something is said to be most among: its years, the other subjects of the last year, or all that is measured alike. */
function rivalsOf(text: string, figures: readonly ClaimFigure[], named: readonly ClaimFigure[]) {
  const last = latestTime(figures);
  const [subject] = subjectsIn(text, figures);
  if (/\b(?:ever|yet|so far|record|of any year|in any year|of all years)\b/.test(text)) {
    const all = (named.length > 0 ? named : figures).filter(
      (one) => one.time !== undefined && (subject === undefined || one.subject === subject),
    );
    return { all, own: all.find(({ time }) => time === last) };
  }
  if (subject !== undefined) {
    const all = figures.filter(({ time, subject: whose }) => time === last && whose !== undefined);
    return { all, own: all.find((one) => one.subject === subject) };
  }
  const own = mostWords(
    named.filter(({ time }) => time === undefined || time === last),
    text,
  );
  const all = own
    ? figures.filter(
        (one) => one.unit === own.unit && one.nouns[0] === own.nouns[0] && one.time === own.time && one.words.length > 0,
      )
    : [];
  return { all, own };
}
