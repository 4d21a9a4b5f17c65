import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import type { Instrument, Statement } from '../instruments/instrument.ts';
import { scales } from '../instruments/scales.ts';
import type { PlacesChosen } from './items.ts';

const choose = 'Choose one of the pictures';
const place = z.optional(z.int(choose).check(z.minimum(1, choose), z.maximum(5, choose)));

/** What one page sends: what was chosen on it, and all that was chosen before. */
export const pupilForm = z.strictObject({
  /** The page it comes from, from 1; without it the whole survey is sent at once. */
  page: z.optional(z.int()),
  go: z.optional(z.enum(['back', 'skip'])),
  fun: place,
  again: place,
  'many-jobs': place,
  'same-job': place,
  'any-job': place,
});
export type PupilForm = z.infer<typeof pupilForm>;

/** Where a child goes from a page: to another, or to the end with all answers. */
export type Step =
  | { readonly to: 'page'; readonly page: number; readonly answers: PlacesChosen }
  | { readonly to: 'end'; readonly answers: PlacesChosen };

/** Turns a page. What is skipped is forgotten. Invalid where an answer is not on its scale, or not asked. */
export function turnPage({ statements }: Instrument, { page, go, ...chosen }: PupilForm): Step {
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
    return !statement || value > scales[statement.scale].words.length;
  });
  if (wrong) throw new AppError('invalid', 'not-on-scale', `${choose}.`, [{ path: wrong[0], message: choose }]);
  return Object.fromEntries(given);
}
