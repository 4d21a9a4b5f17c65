import type { Claim } from './claim.ts';
import type { ClaimFigure } from './claim-figure.ts';
import { mentions } from './naming.ts';
import { checkRelations } from './relations.ts';
import { clausesOf, isTrueOf, type NumberRead, numbersIn, plain } from './sentence.ts';

/**
 * Checks every claim of a sentence against figures: each number must be one of them, and what is said to have changed, to
 * be more or to be most must be so. A sentence without claims gives none. Rules of thumb for plain English sentences; what
 * it cannot link it flags, and a person decides.
 */
export function checkSentence(sentence: string, figures: readonly ClaimFigure[]): Claim[] {
  const text = plain(sentence);
  const numbers = numbersIn(text);
  const related = checkRelations(text, numbers, figures);
  const left = numbers.filter((number) => !related.used.has(number));
  return [...related.claims, ...left.map((number) => checkNumber(text, number, numbers, figures))];
}

/** Whether a claim may stand. */
export function isFlagged({ verdict }: Claim): boolean {
  return verdict !== 'holds';
}

function checkNumber(
  sentence: string,
  number: NumberRead,
  numbers: readonly NumberRead[],
  figures: readonly ClaimFigure[],
): Claim {
  const kind = number.unit === 'plain' ? 'total' : 'share';
  const candidates = candidatesFor(sentence, number, numbers, figures);
  const right = candidates.find(({ value }) => isTrueOf(number, value));
  if (right) return { text: number.text, kind, verdict: 'holds', figure: right.figure };
  const [first] = candidates;
  if (first) return { text: number.text, kind, verdict: 'wrong', figure: first.figure, says: String(first.value) };
  const kinds = figures.filter(({ nouns, unit }) => unit === 'count' && nouns.includes('pupil'));
  const sum = kinds.reduce((total, { value }) => total + value, 0);
  const adds = kinds.length > 1 && /pupil|child/.test(sentence) && isTrueOf(number, sum);
  return { text: number.text, kind, verdict: 'unlinked', ...(adds ? { fault: 'adds-kinds' as const } : {}) };
}

/** The figures that a number can be about, by the noun after it, the words of its clause, the subject and the year. */
function candidatesFor(
  sentence: string,
  number: NumberRead,
  numbers: readonly NumberRead[],
  figures: readonly ClaimFigure[],
): ClaimFigure[] {
  const inClause = figuresOfClause(sentence, clauseAt(sentence, number.at), number, numbers, figures);
  // What tells a figure from others may stand in the clause before.
  return inClause.length > 0 ? inClause : figuresOfClause(sentence, sentence, number, numbers, figures);
}

function figuresOfClause(
  sentence: string,
  clause: string,
  number: NumberRead,
  numbers: readonly NumberRead[],
  figures: readonly ClaimFigure[],
): ClaimFigure[] {
  const fitting = figures.filter((one) => fitsUnit(number, one) && wordsIn(clause, one) >= 0);
  const noun = nounAfter(sentence, number, numbers, figures);
  const onlyMeasure =
    new Set(fitting.map(({ nouns }) => nouns[0])).size === 1 && fitting.some(({ subject }) => subject !== undefined);
  const ofNoun = fitting.filter(({ nouns, words }) =>
    noun === undefined ? onlyMeasure || words.length > 0 || mentions(clause, nouns) : nouns.includes(noun),
  );
  const most = Math.max(0, ...ofNoun.map((one) => wordsIn(clause, one)));
  return aboutSubject(
    sentence,
    number.at,
    ofNoun.filter((one) => wordsIn(clause, one) === most),
  );
}

function clauseAt(sentence: string, at: number): string {
  return clausesOf(sentence).findLast((one) => one.at <= at)?.text ?? sentence;
}

function fitsUnit(number: NumberRead, { unit }: ClaimFigure): boolean {
  if (number.unit === 'points') return unit === 'points';
  if (number.unit === 'percent') return unit === 'percent';
  return number.decimals > 0 ? unit !== 'count' : unit === 'count' || unit === 'mean';
}

/** How many of a figure's groups of words the clause has; −1 when it lacks one it needs. */
function wordsIn(clause: string, { words, also = [] }: ClaimFigure): number {
  const groups = [words, also].filter((group) => group.length > 0);
  return groups.every((group) => group.some((word) => clause.includes(word))) ? groups.length : -1;
}

/** The counted noun nearest after a number, before the next number; after “between … and …” the one after both. */
function nounAfter(
  sentence: string,
  number: NumberRead,
  numbers: readonly NumberRead[],
  figures: readonly ClaimFigure[],
): string | undefined {
  const end = number.at + number.text.length;
  const between = /\bbetween $/.test(sentence.slice(0, number.at));
  const following = numbers.filter(({ at }) => at > number.at);
  const next = following[between ? 1 : 0]?.at ?? sentence.length;
  const words = sentence
    .slice(end, next)
    .replace(/[,;.].*$/, '')
    .split(/[^a-z'-]+/)
    .filter(Boolean)
    .slice(0, between ? 6 : 4);
  const nouns = new Set(figures.flatMap((one) => one.nouns));
  for (const word of words) {
    const found = [...nouns].find((noun) => mentions(word, [noun]));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of figures of several subjects and years, those that a place in the sentence speaks of: by default the first subject, the last year. */
function aboutSubject(sentence: string, at: number, figures: readonly ClaimFigure[]): ClaimFigure[] {
  const subject =
    nearest(
      sentence,
      at,
      figures.flatMap(({ subject: name }) => name ?? []),
    ) ?? figures[0]?.subject;
  const ofSubject = figures.filter((one) => one.subject === undefined || one.subject === subject);
  const times = [...new Set(ofSubject.flatMap(({ time }) => time ?? []))].sort();
  const time = nearest(sentence, at, times) ?? times.at(-1);
  return ofSubject.filter((one) => one.time === undefined || one.time === time);
}

/** The name that stands nearest before a place in a sentence, else the first after it. */
function nearest(sentence: string, at: number, names: readonly string[]): string | undefined {
  const places = [...new Set(names)].flatMap((name) =>
    [...sentence.matchAll(new RegExp(`\\b${name.replace(/[^\w ]/g, '.')}\\b`, 'g'))].map((match) => ({ name, at: match.index })),
  );
  const before = places.filter((one) => one.at < at).toSorted((a, b) => b.at - a.at);
  const after = places.filter((one) => one.at >= at).toSorted((a, b) => a.at - b.at);
  return (before[0] ?? after[0])?.name;
}
