import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import { idOf } from '../../kernel/ids.ts';
import { searchForm } from '../../kernel/text.ts';
import type { Instant } from '../../kernel/time.ts';
import { requireNotReported } from '../closed-days.ts';
import type { Decision } from '../decision.ts';
import type { Edition } from '../edition.ts';
import { contact, line, optionalLines } from '../fields.ts';
import { enquiryStates } from '../vocabulary.ts';
import type { Enquiry } from './items.ts';

/** What a school sends to ask for a course. A parent is sent to their school, and nothing is kept of them. */
export const enquiryForm = z.strictObject({
  asks: z.enum(['school', 'parent'], 'Say who you are'),
  school: line('Enter the name of your school'),
  contact,
  message: optionalLines(1000),
});
export type EnquiryForm = z.infer<typeof enquiryForm>;

/** What an organiser sends as they talk with the school; `version` is the enquiry's, as it was shown. */
export const followUpForm = z.strictObject({
  version: z.int('Reload the page and try again'),
  state: z.enum(enquiryStates, 'Choose how it stands'),
  notes: optionalLines(2000),
});
export type FollowUpForm = z.infer<typeof followUpForm>;

/** One enquiry is a school and a mailbox. */
export function enquiryId(edition: string, { school, contact: { email } }: Pick<EnquiryForm, 'school' | 'contact'>): string {
  return idOf('enquiry', edition, searchForm(school), email.toLowerCase());
}

type Asking = { readonly edition: Edition; readonly form: EnquiryForm; readonly now: Instant };

/** Keeps what a school asks; asked again, the newer words stand. Invalid `parent` for a parent, who is sent to their school. */
export function askForCourse(current: Enquiry | undefined, { edition, form, now }: Asking): Decision<Enquiry> {
  const { asks, ...asked } = form;
  if (asks === 'parent') {
    const message = 'Please ask your child’s school. Children apply through their school';
    throw new AppError('invalid', 'parent', `${message}.`, [{ path: 'asks', message }]);
  }
  requireNotReported(edition);
  const state: Enquiry = {
    ...(current ?? { state: 'new' }),
    ...asked,
    edition: edition.edition,
    enquiry: enquiryId(edition.edition, form),
    askedAt: now,
    version: (current?.version ?? 0) + 1,
  };
  return { state, facts: [enquiryFact(state)] };
}

/** Notes how talking with a school goes on. Conflict `changed-meanwhile`. */
export function followUp(current: Enquiry, { version, state: stands, notes }: FollowUpForm): Decision<Enquiry> {
  if (current.version !== version) {
    throw new AppError('conflict', 'changed-meanwhile', 'This changed while you were writing. Look again, then keep it.');
  }
  const { notes: _, ...rest } = current;
  const state: Enquiry = { ...rest, state: stands, ...(notes === undefined ? {} : { notes }), version: version + 1 };
  return { state, facts: [enquiryFact(state)] };
}

function enquiryFact({ enquiry: of, state, version }: Enquiry) {
  return { type: 'enquiry.changed.v1', data: { enquiry: of, state, version } } as const;
}
