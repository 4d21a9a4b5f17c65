import * as z from 'zod/mini';
import type { RouteDeclaration } from './declaration.ts';

/** A form as it was typed, by field name: each page of a journey checks its own fields. */
const typedValues = z.record(z.string(), z.array(z.string()));
const apply = { function: 'apply', auth: 'anyone' } as const;

/** Signing up question by question, with a draft. */
export const applyRoutes = {
  'GET /editions/{edition}/apply/{journey}': {
    ...apply,
    summary: 'The first page of a sign-up question by question: of a `school` (`urn`), an `organisation` or a `volunteer`',
  },
  'POST /editions/{edition}/apply/{journey}': {
    ...apply,
    summary: 'Begin a sign-up question by question, or forget the answers given so far (`again`)',
    body: typedValues,
  },
  'GET /editions/{edition}/apply/{journey}/{step}': {
    ...apply,
    summary: 'One question; `check` shows all answers, `sent` the receipt',
  },
  'POST /editions/{edition}/apply/{journey}/{step}': {
    ...apply,
    summary: 'Answer one question; `check` sends the whole form',
    body: typedValues,
  },
} as const satisfies Record<string, RouteDeclaration>;
