import * as z from 'zod/mini';

const scale = 'Choose an answer from the list';
const choice = z.optional(z.int(scale).check(z.minimum(1, scale), z.maximum(5, scale)));

/** What a visitor sends about one visit, any part of it: what is left out keeps its earlier answer. */
export const visitForm = z.strictObject({ ready: choice, welcome: choice, questions: choice, again: choice }).check(
  z.refine((form) => Object.values(form).some((one) => one !== undefined), {
    message: 'Answer at least one statement',
    path: ['ready'],
  }),
);
export type VisitForm = z.infer<typeof visitForm>;
