import type { ScaleName } from './scales.ts';

/** One statement, as it is put to whom it is for. */
export type Statement = {
  readonly id: string;
  readonly text: string;
  readonly scale: ScaleName;
  /** The school that hosted alone, or everybody. */
  readonly asked: 'all' | 'hosts';
};

/**
 * A survey as data. Once anybody has been asked by it, it stays as it is: another wording is another version
 * (test/contract/instruments.json holds what each version says).
 */
export type Instrument = {
  readonly instrument: string;
  readonly version: number;
  readonly title: string;
  readonly audience: 'schools' | 'volunteers' | 'parents' | 'pupils';
  /** Once, after the event; or before and after a course. */
  readonly rounds: readonly ['once'] | readonly ['baseline', 'endline'];
  readonly languages: readonly ['en'];
  /** Where statements and scales come from. */
  readonly source: string;
  readonly statements: readonly Statement[];
};
