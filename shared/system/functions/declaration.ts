import type { EmailName } from '../email-names.ts';
import type { FactType } from '../events.ts';
import type { PowerName } from '../powers.ts';

/** What starts a function. */
export type Trigger =
  /** The routes of routes.ts that name it. */
  | { readonly kind: 'http' }
  /** New items whose partition key begins so, from the table's stream. */
  | { readonly kind: 'stream'; readonly prefix: string }
  /** A queue of its own (with dead-letter queue) behind a rule on the bus for these facts. */
  | { readonly kind: 'facts'; readonly of: readonly FactType[] }
  /** A queue behind a rule for the mail provider's own reports: type, time, message id, tags and bounce kind only. */
  | { readonly kind: 'mail-reports' }
  /** A queue behind a rule for new files under a prefix of the bucket. */
  | { readonly kind: 'files'; readonly prefix: string }
  /** A schedule in Europe/London; `wokenBy` also starts it when the stream shows a new item with that key prefix. */
  | { readonly kind: 'schedule'; readonly expression: string; readonly wokenBy?: string };

export type FunctionDeclaration = {
  /** The file, from the project's root; it exports `handler`. */
  readonly entry: string;
  readonly trigger: Trigger;
  /** All it may do: its grants, its environment and its typed dependencies come from here. */
  readonly uses: readonly PowerName[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** The mail a consumer sends, if that is its effect. */
  readonly email?: EmailName;
  /** Who is hurt, and how, when it fails: the first sentence of its alarm. */
  readonly errorImpact: string;
};
