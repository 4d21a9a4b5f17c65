import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import { sameAnswers } from '../../kernel/text.ts';
import { line, lines, slug } from '../fields.ts';

const answers = {
  name: line('Enter the strategy’s name'),
  aim: lines('Say in a few sentences what it is for', 600),
  programmes: z.array(slug, 'Choose at least one programme').check(
    z.minLength(1, 'Choose at least one programme'),
    z.refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each programme once'),
  ),
};

/** What a steering group follows: a few programmes that serve one aim. Each programme belongs to one strategy at most. */
export const strategy = z.strictObject({ strategy: slug, ...answers, version: z.int() });
export type Strategy = z.infer<typeof strategy>;

/** What somebody sends to write a strategy down or to change it; `version` is the one they saw, 0 where there was none. */
export const strategyForm = z.strictObject({ strategy: slug, ...answers, version: z.int('Reload the page') });
export type StrategyForm = z.infer<typeof strategyForm>;

/**
 * The strategy as it is to stand; the same answers again change nothing. Invalid `programme-unknown`; conflicts
 * `programme-taken` where another strategy has one of its programmes, and `strategy-changed` where somebody changed it meanwhile.
 */
export function keepStrategy(
  all: readonly Strategy[],
  { version, ...form }: StrategyForm,
  programmes: readonly { readonly programme: string; readonly name: string }[],
): Strategy {
  const current = all.find((one) => one.strategy === form.strategy);
  if (current && sameAnswers(Object.keys(form), current, form)) return current;
  const unknown = form.programmes.some((chosen) => !programmes.some(({ programme }) => programme === chosen));
  if (unknown) throw refused('invalid', 'programme-unknown', 'Choose programmes that exist');
  for (const other of all) {
    const taken = other.strategy === form.strategy ? undefined : form.programmes.find((one) => other.programmes.includes(one));
    const name = programmes.find(({ programme }) => programme === taken)?.name;
    if (name !== undefined) throw refused('conflict', 'programme-taken', `“${name}” belongs to “${other.name}” already`);
  }
  if ((current?.version ?? 0) !== version) {
    throw strategyChanged();
  }
  return { ...form, version: version + 1 };
}

/** The refusal of a change to what somebody else has changed meanwhile. */
export function strategyChanged(): AppError {
  return new AppError('conflict', 'strategy-changed', 'Somebody else changed this strategy while you were looking at it.');
}

function refused(kind: 'invalid' | 'conflict', code: string, message: string): AppError {
  return new AppError(kind, code, `${message}.`, [{ path: 'programmes', message }]);
}
