/** What kind of refusal this is; the table below says what each becomes. */
export type ErrorKind = 'invalid' | 'not-found' | 'conflict' | 'forbidden' | 'gone' | 'too-many' | 'unavailable';

/** One thing to mend in what was sent: a field's path (`contact.email`) and a sentence that never repeats the value. */
export type Issue = { readonly path: string; readonly message: string };

/** A refusal that a person can act on. Anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly issues: readonly Issue[];
  /** Seconds after which it may be tried again, where that is known. */
  readonly retryAfter: number | undefined;

  /** `code` is stable and kebab-case; `message` is a sentence for the reader. */
  constructor(kind: ErrorKind, code: string, message: string, issues: readonly Issue[] = [], retryAfter?: number) {
    super(message);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}

/** The one mapping of a kind to an HTTP status, and to what a queue consumer does with its message. */
export const errorKinds = {
  invalid: { status: 422, title: 'There is a problem with what you sent', message: 'dead-letter' },
  'not-found': { status: 404, title: 'Page not found', message: 'ignore' },
  conflict: { status: 409, title: 'This has already changed', message: 'retry' },
  forbidden: { status: 403, title: 'You cannot do this', message: 'dead-letter' },
  gone: { status: 410, title: 'This link has ended', message: 'ignore' },
  'too-many': { status: 429, title: 'Wait before you send this again', message: 'retry' },
  unavailable: { status: 503, title: 'Try again in a moment', message: 'retry' },
} as const satisfies Record<ErrorKind, { status: number; title: string; message: 'retry' | 'ignore' | 'dead-letter' }>;
