import type { Claim } from './claim.ts';
import type { ClaimFigure } from './claim-figure.ts';
import { mentions, subjectsIn } from './naming.ts';
import { isTrueOf, type NumberRead } from './sentence.ts';

/** What was found in one clause, and which of its numbers it took care of. */
export type Found = { readonly claims: readonly Claim[]; readonly used: readonly NumberRead[] };

const up =
  /\b(?:rose|risen|rises?|increas\w+|grew|grown|grows?|went up|gone up|up by|up from|gained|improv\w+|widen\w*|doubled)\b/;
const down =
  /\b(?:fell|fallen|falls?|decreas\w+|dropped|drops?|went down|gone down|down by|down from|declin\w+|narrow\w*|shrank)\b/;

/** The verb by which a clause says that something rose or fell. */
export function verbOfChange(text: string): string | undefined {
  return (up.exec(text) ?? down.exec(text))?.[0];
}

type Series = {
  readonly name: string;
  readonly unit: ClaimFigure['unit'];
  readonly steps: readonly { time: string; value: number }[];
};

/** The years of the figure that a clause is about. */
function seriesIn(text: string, figures: readonly ClaimFigure[], subject: string | undefined): Series | undefined {
  const timed = figures.filter(({ time }) => time !== undefined);
  const gap = /\bgap\b/.test(text);
  const named = timed.filter(
    ({ nouns, words, also = [] }) =>
      mentions(text, nouns) && [words, also].every((group) => group.length === 0 || group.some((word) => text.includes(word))),
  );
  // Where the table has one measure only, a sentence need not name it.
  const measures = new Set(timed.filter(({ unit }) => unit !== 'points').map(({ nouns }) => nouns[0]));
  const pool = named.length > 0 ? named : measures.size === 1 && !gap ? timed.filter(({ unit }) => unit !== 'points') : [];
  const own = subject ?? pool[0]?.subject;
  const other = gap ? (subjectsIn(text, pool).at(-1) ?? pool[0]?.subject) : own;
  const steps = pool
    .filter((one) => one.subject === other && one.nouns[0] === pool[0]?.nouns[0] && String(one.words) === String(pool[0]?.words))
    .flatMap(({ time, value }) => (time === undefined ? [] : [{ time, value }]))
    .toSorted((a, b) => a.time.localeCompare(b.time));
  const [first] = pool;
  return first && steps.length > 0
    ? { name: [first.nouns[0], other].filter(Boolean).join(', '), unit: first.unit, steps }
    : undefined;
}

/** Checks what a clause says has risen or fallen: which way, by how much, from what to what. */
export function change(
  text: string,
  at: number,
  numbers: readonly NumberRead[],
  figures: readonly ClaimFigure[],
  subject: string | undefined,
): Found | undefined {
  const verb = up.exec(text) ?? down.exec(text);
  if (!verb) return undefined;
  const rises = up.test(text);
  const used = numbers.filter((one) => one.at > at);
  const series = seriesIn(text, figures, subject);
  const base = { text: [verb[0], ...used.map((one) => one.text)].join(' '), kind: 'change' as const };
  if (!series) return { claims: [{ ...base, verdict: 'unlinked' }], used };
  const [before, after] = stepsIn(text, series);
  if (!before || !after) return { claims: [{ ...base, verdict: 'unlinked', figure: series.name, fault: 'no-earlier' }], used };
  const moved = after.value - before.value;
  const says = `${before.value} in ${before.time}, ${after.value} in ${after.time}: ${moved < 0 ? '' : '+'}${Math.round(moved * 100) / 100}`;
  const claim = { ...base, figure: series.name, says };
  if (moved === 0 || moved > 0 !== rises) return { claims: [{ ...claim, verdict: 'wrong' }], used };
  const [first, second] = used;
  const fromTo = /\bfrom\b.*\bto\b/.test(text) && second !== undefined;
  if (fromTo && first) {
    const holds = isTrueOf(first, before.value) && isTrueOf(second, after.value);
    return { claims: [{ ...claim, verdict: holds ? 'holds' : 'wrong' }], used };
  }
  return {
    claims: [{ ...claim, ...(first ? amount(first, before.value, Math.abs(moved), series) : { verdict: 'holds' as const }) }],
    used,
  };
}

/** Whether the size of a change is as it is said: in the figure's own unit, or in per cent of what it was. */
function amount(number: NumberRead, before: number, moved: number, { unit }: Series): Pick<Claim, 'verdict' | 'fault'> {
  if (number.unit !== 'percent') return { verdict: isTrueOf(number, moved) ? 'holds' : 'wrong' };
  if (isTrueOf(number, (100 * moved) / before)) return { verdict: 'holds' };
  return { verdict: 'wrong', ...(unit === 'percent' && isTrueOf(number, moved) ? { fault: 'points-not-percent' as const } : {}) };
}

/** The two years a change is between: those the clause names, else the last two. */
function stepsIn(text: string, { steps }: Series) {
  const named = steps.filter(({ time }) => text.includes(time));
  if (named.length >= 2) return [named[0], named.at(-1)] as const;
  const since = named.length === 1 && /\b(?:since|from|compared)\b/.test(text) ? named[0] : undefined;
  if (since) return [since, steps.at(-1) === since ? undefined : steps.at(-1)] as const;
  const after = named[0] ? steps.indexOf(named[0]) : steps.length - 1;
  return [steps[after - 1], steps[after]] as const;
}
