/** What an organiser is told: a heading, and rows under it. */
export type News = {
  readonly heading: string;
  readonly preheader?: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
};
