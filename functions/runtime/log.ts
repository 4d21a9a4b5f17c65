/** The only fields a log line may have: ids, names of ours, counts and times; never what a person typed. */
export type LogFields = {
  readonly function: string;
  readonly unit?: string;
  readonly outcome: string;
  readonly code?: string;
  readonly status?: number;
  readonly count?: number;
  readonly milliseconds?: number;
  readonly request?: string;
  /** Stack or class of a bug; our own refusals have a code instead. */
  readonly bug?: string;
};

/** Writes one line for one unit of work. */
export function log(fields: LogFields): void {
  console.info(JSON.stringify(fields));
}

/** Where in our code an unexpected error came from, without its message (which may hold what a person typed). */
export function bugOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames.slice(0, 4).map((line) => line.trim())].join(' ');
}
