import { AppError } from '../kernel/errors.ts';
import type { Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Edition } from './edition.ts';

// A draft is tried with made-up data before it opens. While a trial lasts its team can use every page as the public would,
// and all that is in the edition is test data: clearing takes all of it away.

/** The local authority of the made-up schools: DfE gives no code that begins with 99. Only an edition that is tried has it. */
export const trialAuthority = '998';

type Start = { readonly empty: boolean; readonly now: Instant };

/**
 * Begins a trial of a draft that holds nobody and no event yet. Begun already, it goes on. Conflicts: `not-draft`,
 * `draft-in-use` where there is something that clearing would take with it.
 */
export function startTrial(current: Edition, { empty, now }: Start): Decision<Edition> {
  requireDraft(current);
  if (current.trial) return { state: current, facts: [] };
  if (!empty) {
    throw new AppError(
      'conflict',
      'draft-in-use',
      'This draft holds real records, and clearing would take them away. Plan another edition from it to try things out.',
    );
  }
  const version = current.version + 1;
  return { state: { ...current, trial: { since: now }, version }, facts: [{ type: 'trial.started.v1', data: { version } }] };
}

/** Ends a trial, once its data has gone. Without one nothing changes. */
export function endTrial(current: Edition): Decision<Edition> {
  if (!current.trial) return { state: current, facts: [] };
  const version = current.version + 1;
  return { state: { ...current, trial: undefined, version }, facts: [{ type: 'trial.ended.v1', data: { version } }] };
}

/** Refuses what only a trial may do. Conflicts: `not-draft`, `no-trial`. */
export function requireTrial(current: Edition): void {
  requireDraft(current);
  if (!current.trial) throw new AppError('conflict', 'no-trial', 'This draft holds no test data.');
}

function requireDraft({ state }: Edition): void {
  if (state !== 'draft') throw new AppError('conflict', 'not-draft', 'Only a draft can be tried with test data.');
}
