import type { Fact, FactType } from '../system/events.ts';

/** A fact before the runtime gives it an id: what happened, and to what. */
export type NewFact = { [T in FactType]: { readonly type: T; readonly data: Fact<T>['data'] } }[FactType];

/** What deciding gives: the state to keep and the past-tense facts that go out with it, in one transaction. */
export type Decision<State> = { readonly state: State; readonly facts: readonly NewFact[] };
