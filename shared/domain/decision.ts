import type { NewFact } from '../system/events.ts';

/** What deciding gives: the state to keep and the past-tense facts that go out with it, in one transaction. */
export type Decision<State> = { readonly state: State; readonly facts: readonly NewFact[] };
