import * as z from 'zod/mini';
import { instant } from '../kernel/time.ts';
import { id, slug } from './fields.ts';
import { placesChosen } from './pupils/items.ts';
import { visitorKinds } from './vocabulary.ts';

/**
 * One visitor asked about one visit, and what they answered: from the thanks after it on. Confidential, not anonymous: an
 * answer can be changed. It holds no words.
 */
export const visitSurvey = z.strictObject({
  edition: slug,
  event: slug,
  kind: z.enum(visitorKinds),
  /** An organisation or a volunteer. */
  visitor: id,
  askedAt: instant,
  /** When they were reminded: once, of all that they had not answered. */
  remindedAt: z.optional(instant),
  answers: placesChosen,
  firstAnsweredAt: z.optional(instant),
  answeredAt: z.optional(instant),
  version: z.int(),
});
export type VisitSurvey = z.infer<typeof visitSurvey>;
