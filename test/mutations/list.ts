/** One change that must not go unnoticed: `from` stands exactly once in `file`; `tests` are the files that must then fail. */
export type Mutation = {
  /** What breaks, and so who is hurt. */
  readonly why: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
};

/** The kept list: each entry is a mistake that somebody could make on this line. */
export const mutations: readonly Mutation[] = [];
