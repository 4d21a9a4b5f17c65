import * as z from 'zod/mini';
import { optionalLine, slug } from './fields.ts';

/** How far a venue can be reached without steps. */
export const stepFreeWays = ['all', 'partly', 'none'] as const;

/** What is said to those who come. */
export const arrivalAnswers = {
  /** Where a class or a visitor joins an online event. */
  link: z.optional(z.string()),
  address: optionalLine(200),
  stepFree: z.optional(z.enum(stepFreeWays, 'Choose how far it is step-free')),
  parking: optionalLine(200),
  /** Where to come in, and what to do there. */
  gate: optionalLine(300),
  /** Whom to ask for, and how to reach them. */
  lead: optionalLine(120),
  bring: optionalLine(200),
};

/**
 * What only those are told who come to an event: its booked schools, its host, and the visitors who have said yes. It stands
 * apart from the event, so that no list of events gives it away.
 */
export const arrival = z.strictObject({ edition: slug, event: slug, ...arrivalAnswers, version: z.int() });
export type Arrival = z.infer<typeof arrival>;

/** The answers of an arrival, in the order in which they are told. */
export const arrivalParts = ['link', 'lead', 'address', 'gate', 'parking', 'stepFree', 'bring'] as const;
