import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import type { Instrument, Statement } from '../instruments/instrument.ts';
import { scales } from '../instruments/scales.ts';
import type { PlacesChosen } from './items.ts';

const choose = 'Choose one of the pictures';
const place = z.optional(z.int(choose).check(z.minimum(1, choose), z.maximum(5, choose)));

const countsUpTo = 99;
const howMany = `Type a number up to ${countsUpTo}`;

/** What one page sends: what was chosen on it, and all that was chosen before. */
export const pupilForm = z.strictObject({
  /** The page it comes from, from 1, or 0 where a child typed its own code; without it the whole survey is sent at once. */
  page: z.optional(z.int()),
  go: z.optional(z.enum(['back', 'skip'])),
  fun: place,
  again: place,
  'many-jobs': place,
  'same-job': place,
  'any-job': place,
  /** Of parents only. */
  told: place,
  'more-jobs': place,
  talk: place,
  /** Of a course only: the child's own code, and the statements that are asked twice. */
  child: z.optional(z.string('Type your own code').check(z.maxLength(20, 'Type your own code'))),
  'school-helps': place,
  maths: place,
  english: place,
  science: place,
  'jobs-named': z.optional(z.int(howMany).check(z.minimum(0, howMany), z.maximum(countsUpTo, howMany))),
  'skill-listening': place,
  'skill-speaking': place,
  'skill-problem-solving': place,
  'skill-creativity': place,
  'skill-adapting': place,
  'skill-planning': place,
  'skill-leadership': place,
  'skill-teamwork': place,
});
export type PupilForm = z.infer<typeof pupilForm>;

/** Where a child goes from a page: to another, or to the end with all answers. */
export type Step =
  | { readonly to: 'page'; readonly page: number; readonly answers: PlacesChosen }
  | { readonly to: 'end'; readonly answers: PlacesChosen };

/** Turns a page. What is skipped is forgotten. Invalid where an answer is not on its scale, or not asked. */
export function turnPage({ statements }: Instrument, { page, go, child: _, ...chosen }: PupilForm): Step {
  if (page === 0) return { to: 'page', page: 1, answers: {} };
  const current = page === undefined ? statements.length : Math.min(Math.max(page, 1), statements.length);
  const answers = chosenOn(statements, chosen);
  const statement = statements[current - 1];
  if (go === 'skip' && statement) delete answers[statement.id];
  if (go === 'back') return { to: 'page', page: Math.max(current - 1, 1), answers };
  return current < statements.length ? { to: 'page', page: current + 1, answers } : { to: 'end', answers };
}

/** The chosen places, each checked against its statement's scale. Invalid `not-on-scale`. */
function chosenOn(
  statements: readonly Statement[],
  chosen: Readonly<Record<string, number | undefined>>,
): Record<string, number> {
  const given = Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const wrong = given.find(([name, value]) => {
    const statement = statements.find(({ id: known }) => known === name);
    return !statement || (statement.scale !== 'count' && value > scales[statement.scale].words.length);
  });
  if (wrong) throw new AppError('invalid', 'not-on-scale', `${choose}.`, [{ path: wrong[0], message: choose }]);
  return Object.fromEntries(given);
}
