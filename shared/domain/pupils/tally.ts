import * as z from 'zod/mini';
import { AppError, type Issue } from '../../kernel/errors.ts';
import type { Decision } from '../decision.ts';
import type { Edition } from '../edition.ts';
import { count } from '../fields.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { scales } from '../instruments/scales.ts';
import { factData, refuseReported } from './class.ts';
import type { PupilClass, PupilTally } from './items.ts';

const number = () => z.optional(count('Enter a whole number', 60));
const five = z.optional(z.strictObject({ '1': number(), '2': number(), '3': number(), '4': number(), '5': number() }));
const three = z.optional(z.strictObject({ '1': number(), '2': number(), '3': number() }));

/** The same as it is typed in; an empty box is nobody. */
export const tallyForm = z.strictObject({
  present: count('Enter how many children were there', 60),
  fun: five,
  again: three,
  'many-jobs': three,
  'same-job': three,
  // Children choose among three, parents among five.
  'any-job': five,
  told: five,
  'more-jobs': five,
  talk: five,
});
export type TallyForm = z.infer<typeof tallyForm>;

type Counted = { readonly edition: Edition; readonly instrument: Instrument; readonly form: TallyForm };

/**
 * Keeps or corrects a tally; each question's counts add up to those present, for everybody shows a hand or is not counted.
 * With those who answered on tablets they stay within the class's budget. Invalid `does-not-add-up`, `too-many-children`.
 */
export function enterTally(
  current: PupilClass,
  { edition, instrument, form }: Counted,
): Decision<PupilClass> & { readonly tally: PupilTally } {
  refuseReported(edition);
  const { present, ...typed } = form;
  const counts = Object.fromEntries(
    instrument.statements.map(({ id, scale }) => {
      const chosen: Readonly<Record<string, number | undefined>> = Reflect.get(typed, id) ?? {};
      return [id, scales[scale].words.map((_, index) => chosen[String(index + 1)] ?? 0)] as const;
    }),
  );
  const wrong = Object.entries(counts).flatMap(([path, each]): Issue[] => {
    const sum = each.reduce((total, one) => total + one, 0);
    return sum === present ? [] : [{ path, message: `These add up to ${sum}, and ${present} children were there` }];
  });
  if (wrong.length > 0) throw new AppError('invalid', 'does-not-add-up', 'The counts do not add up.', wrong);
  const left = current.left + current.tallied - present;
  if (left < 0) {
    const room = current.left + current.tallied;
    const message = `There is room for ${room} more answers in this class. Change its number of children first`;
    throw new AppError('invalid', 'too-many-children', `${message}.`, [{ path: 'present', message }]);
  }
  const state = { ...current, left, tallied: present, version: current.version + 1 };
  const tally = { edition: current.edition, code: current.code, present, counts };
  return { state, tally, facts: [{ type: 'class.changed.v1', data: factData(state) }] };
}
