// What the steps of planning tell each other, in numbers.

/** What forming groups needs to know; schools and groups are numbered by their place. */
export type GroupLimits = {
  readonly pupils: readonly number[];
  /** How many adults of each school can lead a group. */
  readonly adults: readonly number[];
  readonly groups: number;
  readonly size: { readonly min: number; readonly max: number };
  readonly mixed: number;
};

/** Pupils by group and school, and the school that leads each group. */
export type Grouping = { readonly pupils: readonly (readonly number[])[]; readonly leads: readonly number[] };

/** `proved` when no grouping can exist; otherwise the search gave up. */
export type NoGrouping = { readonly proved: boolean };

/** What a timetable needs to know; groups, organisations and slots are numbered by their place. */
export type TimetableLimits = {
  /** Pupils in each group. */
  readonly sizes: readonly number[];
  /** For each organisation, how many pupils it takes at once and in which slots it is there. */
  readonly organisations: readonly { readonly places: number; readonly slots: readonly number[] }[];
  /** How many rooms each slot has. */
  readonly rooms: readonly number[];
  readonly seed: number;
};

/** The slot in which each group meets each organisation, `at[group][organisation]`. */
export type Timetable = { readonly at: readonly (readonly number[])[] };
/** `proved` when no timetable can exist; otherwise the search gave up. */
export type NoTimetable = { readonly proved: boolean };
