import type { Found } from './change.ts';
import type { ClaimFigure } from './claim-figure.ts';
import { fits, latestTime, mentions, mostWords, subjectsIn } from './naming.ts';
import { isTrueOf, type NumberRead } from './sentence.ts';

const than =
  /\b(more|higher|greater|larger|better|fewer|lower|less|smaller|worse)\b(.*?)\bthan\b|\b(above|ahead of)\b(?! \d)|\b(below|behind)\b(?! \d)/;

/** Checks what a clause says is more or less than something else. */
export function comparison(
  text: string,
  numbers: readonly NumberRead[],
  figures: readonly ClaimFigure[],
  subject: string | undefined,
): Found | undefined {
  const match = than.exec(text);
  if (!match || /\b(?:more|fewer|less) than \d/.test(text)) return undefined;
  const higher = match[3] !== undefined || /^(?:more|higher|greater|larger|better)/.test(match[1] ?? '');
  const middle = match.index + match[0].length;
  const sides = sidesOf(text, match.index, middle, figures, subject);
  const claim = { text: text.trim(), kind: 'comparison' as const };
  if (!sides) return { claims: [{ ...claim, verdict: 'unlinked' as const }], used: numbers };
  const [left, right] = sides;
  const says = `${left.figure}: ${left.value}; ${right.figure}: ${right.value}`;
  const apart = Math.abs(left.value - right.value);
  const [number] = numbers;
  const holds = left.value !== right.value && left.value > right.value === higher && (!number || isTrueOf(number, apart));
  return {
    claims: [{ ...claim, verdict: holds ? ('holds' as const) : ('wrong' as const), figure: left.figure, says }],
    used: numbers,
  };
}

/** The two figures a comparison is between: of two subjects, of two years, or of two kinds. */
function sidesOf(text: string, from: number, to: number, figures: readonly ClaimFigure[], subject: string | undefined) {
  const [before, after] = [text.slice(0, to), text.slice(to)];
  const plainOnes = figures.filter(({ unit }) => unit !== 'points');
  const other = subjectsIn(after, plainOnes)[0];
  const own = subjectsIn(text.slice(0, from), plainOnes)[0] ?? subject ?? plainOnes[0]?.subject;
  if (other !== undefined && own !== undefined && other !== own) return pairOf(latest(plainOnes, own), latest(plainOnes, other));
  const year = /\b(?:19|20)\d\d\b/.exec(after)?.[0];
  const named = plainOnes.filter((one) => fits(before, one));
  if (year !== undefined || /\blast year\b|\bthe year before\b/.test(after)) {
    const pool = (named.length > 0 ? named : plainOnes).filter((one) => one.time !== undefined && one.subject === own);
    const times = [...new Set(pool.flatMap(({ time }) => time ?? []))].sort();
    const earlier = pool.find(({ time }) => time === (year ?? times.at(-2)));
    return pairOf(
      pool.find((one) => one.time === times.at(-1) && one.figure !== earlier?.figure && one.nouns[0] === earlier?.nouns[0]),
      earlier,
    );
  }
  const noun = plainOnes.flatMap(({ nouns }) => nouns).find((one) => mentions(before, [one]));
  const latestOnly = plainOnes.filter((one) => one.time === undefined || one.time === latestTime(plainOnes));
  const left = mostWords(
    latestOnly.filter((one) => fits(before, one)),
    before,
  );
  const right = mostWords(
    latestOnly.filter((one) => fits(noun === undefined ? after : `${noun} ${after}`, one) && one !== left),
    after,
  );
  return pairOf(left, right);
}

function latest(figures: readonly ClaimFigure[], subject: string): ClaimFigure | undefined {
  return figures
    .filter((one) => one.subject === subject)
    .toSorted((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
    .at(-1);
}

function pairOf(left: ClaimFigure | undefined, right: ClaimFigure | undefined) {
  return left && right ? ([left, right] as const) : undefined;
}
