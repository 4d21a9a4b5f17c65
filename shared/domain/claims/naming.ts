import type { ClaimFigure } from './claim-figure.ts';

/** Whether a text has one of these nouns, in the singular or the plural. */
export function mentions(text: string, nouns: readonly string[]): boolean {
  return nouns.some((noun) => new RegExp(`\\b${noun.replace(/[^\w ]/g, '.')}(?:s|es|ren)?\\b`).test(text));
}

/** The subjects that a text names, in its order. */
export function subjectsIn(text: string, figures: readonly ClaimFigure[]): string[] {
  const names = [...new Set(figures.flatMap(({ subject }) => subject ?? []))].filter((name) => text.includes(name));
  return names.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
}

/** Whether a text speaks of what a figure counts: one of its nouns, and one of each group of its words. */
export function fits(text: string, { nouns, words, also = [] }: ClaimFigure): boolean {
  const groups = [words, also].filter((group) => group.length > 0);
  return mentions(text, nouns) && groups.every((group) => group.some((word) => text.includes(word)));
}

/** Of these figures the one that most of a text's words are about. */
export function mostWords(figures: readonly ClaimFigure[], text: string): ClaimFigure | undefined {
  const score = ({ words, nouns }: ClaimFigure) =>
    words.filter((word) => text.includes(word)).length * 2 + nouns.filter((noun) => mentions(text, [noun])).length;
  return figures.toSorted((a, b) => score(b) - score(a))[0];
}

/** The last year there is a figure of. */
export function latestTime(figures: readonly ClaimFigure[]): string | undefined {
  return figures
    .flatMap(({ time }) => time ?? [])
    .sort()
    .at(-1);
}
