import * as z from 'zod/mini';
import { idOf } from '../kernel/ids.ts';
import { searchForm } from '../kernel/text.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { type Edition, requireHalfDays } from './edition.ts';
import {
  choices,
  contact,
  count,
  emailAddress,
  halfDays,
  id,
  line,
  optionalLine,
  optionalLines,
  slug,
  someHalfDays,
  yearGroups,
} from './fields.ts';
import { safeguarding } from './safeguarding.ts';
import { sessionFormats } from './vocabulary.ts';
import { isConfirmed, repeatedOf } from './sign-up.ts';

/** The sectors an organisation can name, after UK SIC 2007 in words a volunteer uses. */
export const sectors = [
  'arts-media',
  'business-finance',
  'construction',
  'digital',
  'education',
  'emergency-services',
  'energy-utilities',
  'engineering-manufacturing',
  'environment-farming',
  'health-care',
  'hospitality-retail',
  'public-service',
  'science',
  'sport-leisure',
  'transport',
  'other',
] as const;

/** How many colleagues an organisation can name at once. */
export const mostColleagues = 6;

const answers = {
  name: line('Enter the organisation’s name'),
  sector: z.enum(sectors, 'Choose a sector'),
  sessionTitle: optionalLine(),
  formats: choices(sessionFormats, 'Choose how you can take part'),
  halfDays,
  workshopsPerHalfDay: count('Enter how many workshops you can run in a half-day', 12, 1),
  placesPerWorkshop: count('Enter how many pupils a workshop takes', 500, 1),
  yearGroups: choices(yearGroups, 'Choose the year groups your session suits'),
  needs: optionalLines(500),
  /** Who comes along: each is asked to sign up by themselves, once the organisation has confirmed. */
  colleagues: z.optional(
    z.array(emailAddress, 'Enter email addresses').check(
      z.maxLength(mostColleagues, `Enter at most ${mostColleagues} email addresses`),
      z.refine((all) => new Set(all).size === all.length, 'Enter each email address once'),
    ),
  ),
  safeguarding,
  contact,
  publicCredit: z.boolean('Say whether we may name you in public'),
};

/** What an organisation sends to sign up. */
export const organisationForm = z.strictObject(answers);
export type OrganisationForm = z.infer<typeof organisationForm>;

/** A body that offers sessions in one edition. */
export const organisation = z.strictObject({
  ...answers,
  // An organiser may keep a record before everything in it is known: missing.ts says what is not there yet.
  formats: z.array(z.enum(sessionFormats)),
  halfDays: someHalfDays,
  workshopsPerHalfDay: z.int(),
  placesPerWorkshop: z.int(),
  yearGroups: z.array(z.enum(yearGroups)),
  edition: slug,
  organisation: id,
  state: z.enum(['pending', 'confirmed', 'withdrawn']),
  signedUpAt: instant,
  confirmedAt: z.optional(instant),
  changedAt: z.optional(instant),
  withdrawnAt: z.optional(instant),
  withdrawalReason: optionalLines(500),
  /** The record that it was merged into: its links lead there. */
  mergedInto: z.optional(id),
  /** Goes up with each place offered, so that withdrawing meets every one of them. Never a figure. */
  offers: z.int(),
  /** Over all its events, as it says itself. */
  preparationHours: z.optional(z.int()),
  version: z.int(),
});
export type Organisation = z.infer<typeof organisation>;

/** One organisation and one mailbox make one sign-up, however often the form is sent. */
export function organisationId(edition: string, form: Pick<OrganisationForm, 'name' | 'contact'>): string {
  return idOf('organisation', edition, searchForm(form.name), form.contact.email.toLowerCase());
}

type SignUp = { readonly edition: Edition; readonly form: OrganisationForm; readonly now: Instant };

/** Keeps an organisation's offer; sent again before it is confirmed, the newer answers stand, and the same ones change nothing. */
export function signUpOrganisation(current: Organisation | undefined, { edition, form, now }: SignUp): Decision<Organisation> {
  const repeated = repeatedOf(current, { edition, form, fields: Object.keys(answers), now });
  if (repeated) return { state: repeated, facts: [] };
  const state: Organisation = {
    ...form,
    edition: edition.edition,
    organisation: organisationId(edition.edition, form),
    state: 'pending',
    signedUpAt: now,
    offers: current?.offers ?? 0,
    version: (current?.version ?? 0) + 1,
  };
  return {
    state,
    facts: [
      {
        type: 'organisation.signed-up.v1',
        data: { organisation: state.organisation, formats: state.formats, version: state.version },
      },
    ],
  };
}

/** As an organiser's file has it: signed up in its name, whatever the dates. Invalid `half-day-unknown`. */
export function importOrganisation({ edition, form, now }: SignUp): Decision<Organisation> {
  requireHalfDays(edition, form.halfDays, 'halfDays');
  const state: Organisation = {
    ...form,
    edition: edition.edition,
    organisation: organisationId(edition.edition, form),
    state: 'pending',
    signedUpAt: now,
    offers: 0,
    version: 1,
  };
  const { organisation: signedUp, formats, version } = state;
  return { state, facts: [{ type: 'organisation.signed-up.v1', data: { organisation: signedUp, formats, version } }] };
}

/** Confirms by mailed link or organiser. Confirming again changes nothing. */
export function confirmOrganisation(current: Organisation, now: Instant): Decision<Organisation> {
  if (isConfirmed(current)) return { state: current, facts: [] };
  return {
    state: { ...current, state: 'confirmed', confirmedAt: now, version: current.version + 1 },
    facts: [{ type: 'organisation.confirmed.v1', data: { organisation: current.organisation } }],
  };
}
