import { AppError } from '../kernel/errors.ts';
import { erasedAddress, erasedWord } from '../kernel/erased.ts';
import { daysAfter, type Instant, londonDate } from '../kernel/time.ts';
import { type Edition, keptUntil } from './edition.ts';
import type { Contact } from './fields.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import type { Volunteer } from './volunteer.ts';

const erasedContact: Contact = { name: erasedWord, email: erasedAddress };

/** Whether nobody's name and address is in a record any more. */
export function isErased({ contact }: { readonly contact: Contact }): boolean {
  return contact.email === erasedAddress;
}

/** Whether somebody can be erased: whoever is still expected somewhere cannot. */
export function isErasable({ state }: { readonly state: string }, edition: Edition, now: Instant): boolean {
  return state === 'withdrawn' || londonDate(now) > edition.ends;
}

/** The same, for whoever asks for it. Conflict `still-taking-part`. */
export function requireErasable(record: { readonly state: string }, edition: Edition, now: Instant): void {
  if (isErasable(record, edition, now)) return;
  const message = 'They still take part. Withdraw them first, or let a colleague take over.';
  throw new AppError('conflict', 'still-taking-part', message);
}

/** A registration without the person who answered for it, nor what they wrote. What is counted stays. */
export function eraseRegistration(current: Registration): Registration {
  const { accessNeeds: _needs, wishes: _wishes, withdrawalReason: _reason, ...rest } = current;
  return { ...rest, contact: erasedContact, version: current.version + 1 };
}

/** An organisation without its contact, the colleagues it named and what they wrote; its name goes only where it is theirs. */
export function eraseOrganisation(current: Organisation): Organisation {
  const { needs: _needs, colleagues: _colleagues, withdrawalReason: _reason, sessionTitle, ...rest } = current;
  const name = scrubText(current.name, current.contact);
  const title = sessionTitle === undefined ? {} : { sessionTitle: scrubText(sessionTitle, current.contact) };
  return { ...rest, ...title, name, contact: erasedContact, version: current.version + 1 };
}

/** A volunteer's record without the volunteer. */
export function eraseVolunteer(current: Volunteer): Volunteer {
  const { organisationName: _name, offer: _offer, withdrawalReason: _reason, ...rest } = current;
  return { ...rest, contact: erasedContact, version: current.version + 1 };
}

type Arranged = {
  readonly contact: Contact;
  readonly accessNeeds?: string | undefined;
  readonly needs?: string | undefined;
  readonly colleagues?: readonly string[] | undefined;
  readonly version: number;
};

/** A record without what was needed on the day only: telephone numbers and arrangements. Undefined where there is none. */
export function withoutArrangements<T extends Arranged>(current: T): T | undefined {
  const { contact, accessNeeds, needs, colleagues } = current;
  if ([contact.telephone, accessNeeds, needs, colleagues].every((one) => one === undefined)) return undefined;
  const kept = { ...current, contact: { ...contact, telephone: undefined }, version: current.version + 1 };
  for (const field of ['accessNeeds', 'needs', 'colleagues'] as const) delete kept[field];
  return kept;
}

/** A text in which a person's name, address and telephone number stand no more, however they were written large or small. */
export function scrubText(text: string, { name, email, telephone }: Contact): string {
  const wanted = [email, name, ...(telephone === undefined ? [] : [telephone.trim()])].filter((one) => one !== '');
  return wanted.reduce((said, one) => said.replace(wholeWord(one), one === email ? erasedAddress : erasedWord), text);
}

/** The same in every text of an item, keys aside. */
export function scrub(value: unknown, person: Contact): unknown {
  if (typeof value === 'string') return scrubText(value, person);
  if (Array.isArray(value)) return value.map((one: unknown) => scrub(one, person));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key, scrub(one, person)]));
}

function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** Whether what was kept for a month after an edition's closing must go by now. */
export function monthIsOver({ surveyCloses }: Pick<Edition, 'surveyCloses'>, now: Instant): boolean {
  return londonDate(now) > daysAfter(surveyCloses, 31);
}

/** Whether the names and addresses of an edition must go by now: after twelve months, or fewer where it says so. */
export function namesMustGo(edition: Pick<Edition, 'surveyCloses' | 'keepMonths'>, now: Instant): boolean {
  return londonDate(now) > keptUntil(edition);
}
