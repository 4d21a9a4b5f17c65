import { AppError } from '../../kernel/errors.ts';
import type { Instant } from '../../kernel/time.ts';
import { schoolYear } from '../context/frameworks.ts';
import type { Decision } from '../decision.ts';
import { type DeliverableForm, type LineChangeForm, penceOf } from './forms.ts';
import type { FundingLine, OutputClaim } from './items.ts';

/** Who decides, and when. */
export type Deciding = { readonly now: Instant; readonly by: string };

/** A refusal that stands at one field. */
export function refusedAt(path: string, message: string, kind: 'invalid' | 'conflict' = 'invalid'): AppError {
  return new AppError(kind, `funding-${path}`, `${message}.`, [{ path, message }]);
}

/** Writes a funder's money down. Conflict `funding-line` where the short name is taken, invalid `funding-year`. */
export function addLine(
  current: FundingLine | undefined,
  { line, edition, form }: { readonly line: string; readonly edition: string; readonly form: LineChangeForm },
): Decision<FundingLine> {
  if (current) throw refusedAt('line', `${current.funder} stands under this name already`, 'conflict');
  const state = { edition, line, ...answersIn(form), deliverables: [], spent: 0, past: [], version: 1 };
  return { state, facts: [{ type: 'funding.changed.v1', data: { what: 'line', how: 'entered', subject: line } }] };
}

/** Puts a line right, and keeps how it stood. Invalid `funding-amount` below what is spent of it. */
export function correctLine(current: FundingLine, form: LineChangeForm, { now, by }: Deciding): Decision<FundingLine> {
  const answers = answersIn(form);
  if (answers.pence < current.spent)
    throw refusedAt('amount', 'More than this is spent already. Undo or put right what was spent first');
  const { funder, pence, year, conditions } = current;
  const same = answers.funder === funder && answers.pence === pence && answers.year === year && answers.conditions === conditions;
  if (same && answers.words === current.words) return { state: current, facts: [] };
  const before = { funder, pence, year, ...(conditions === undefined ? {} : { conditions }), until: now, by };
  const { words: _, conditions: __, ...rest } = current;
  const state = { ...rest, ...answers, past: same ? current.past : [...current.past, before], version: current.version + 1 };
  return { state, facts: [{ type: 'funding.changed.v1', data: { what: 'line', how: 'corrected', subject: current.line } }] };
}

function answersIn({ funder, amount, year, conditions, words }: LineChangeForm) {
  if (schoolYear(year) === undefined) throw refusedAt('year', 'Enter a school year, like 2021-22');
  return {
    funder,
    pence: penceOf(amount),
    year,
    ...(conditions === undefined ? {} : { conditions }),
    ...(words === undefined ? {} : { words }),
  };
}

/**
 * Promises a deliverable, puts one right, or takes it away. Conflict `funding-unit` where outputs are claimed for it, and it
 * would be counted otherwise or not at all; invalid `funding-deliverable` for one to take away that is not there.
 */
export function keepDeliverable(
  current: FundingLine,
  { remove = false, ...form }: DeliverableForm,
  claims: readonly OutputClaim[],
): Decision<FundingLine> {
  const before = current.deliverables.find(({ deliverable }) => deliverable === form.deliverable);
  const claimed = claims.some(({ line, deliverable }) => line === current.line && deliverable === form.deliverable);
  if (before && claimed && (remove || before.unit !== form.unit))
    throw refusedAt('unit', 'Outputs are claimed for it already. Take their claims back first', 'conflict');
  if (remove && !before) throw refusedAt('deliverable', 'There is no deliverable of this name to take away');
  const others = current.deliverables.filter((one) => one !== before);
  const kept = before ? current.deliverables.map((one) => (one === before ? form : one)) : [...others, form];
  const deliverables = remove ? others : kept;
  if (deliverables.length > 40) throw refusedAt('deliverable', 'A line has at most 40 deliverables');
  const how = remove ? ('undone' as const) : before ? ('corrected' as const) : ('entered' as const);
  const data = { what: 'deliverable' as const, how, subject: form.deliverable };
  return { state: { ...current, deliverables, version: current.version + 1 }, facts: [{ type: 'funding.changed.v1', data }] };
}
