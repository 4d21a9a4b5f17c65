import { change, verbOfChange } from './change.ts';
import type { Claim } from './claim.ts';
import type { ClaimFigure } from './claim-figure.ts';
import { comparison } from './comparison.ts';
import { subjectsIn } from './naming.ts';
import { clausesOf, type NumberRead } from './sentence.ts';
import { superlative } from './superlative.ts';

/** What relations a sentence claims, and which of its numbers they have taken care of. */
export type Related = { readonly claims: readonly Claim[]; readonly used: ReadonlySet<NumberRead> };

/** Checks what a sentence says has changed, is more than something else, or is most of all. Takes what `plain` gives. */
export function checkRelations(sentence: string, numbers: readonly NumberRead[], figures: readonly ClaimFigure[]): Related {
  const used = new Set<NumberRead>();
  const claims: Claim[] = [];
  let subject: string | undefined;
  let verb = '';
  for (const { at, text: said } of clausesOf(sentence)) {
    // “England rose by 1.7, the neighbours by 0.9”: the second clause rises too.
    const text = /\bby \d/.test(said) && verbOfChange(said) === undefined ? `${verb}${said}` : said;
    verb = verbOfChange(text) ?? verb;
    const inside = numbers.filter((one) => one.at >= at && one.at < at + said.length);
    // A clause that names nobody goes on about whom the one before named.
    subject = subjectsIn(text, figures)[0] ?? subject;
    const found =
      superlative(text, figures) ?? comparison(text, inside, figures, subject) ?? change(text, at, inside, figures, subject);
    if (!found) continue;
    claims.push(...found.claims);
    for (const number of found.used) used.add(number);
  }
  return { claims, used };
}
