import { domainToASCII } from 'node:url';
import * as z from 'zod/mini';
import { cleanText, isDeceptive, lengthInGraphemes } from '../kernel/text.ts';
import { leaveMedicalOut, seemsMedical } from './medical.ts';

/** The year groups of primary education, Reception to Year 6, as keys of a headcount. */
export const yearGroups = ['reception', 'year1', 'year2', 'year3', 'year4', 'year5', 'year6'] as const;
export type YearGroup = (typeof yearGroups)[number];

/** Lower-case words joined by hyphens: the id of a programme or edition, as it stands in addresses. */
export const slug = z
  .string('Enter a short name')
  .check(
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens'),
    z.maxLength(60, 'Use 60 characters or fewer'),
  );

/** DfE's unique reference number of a school: six digits, kept as text. */
export const urn = z
  .string('Choose your school')
  .check(z.regex(/^[1-9]\d{5}$/, 'A school’s reference number (URN) has 6 digits'));

/** The id that `idOf` makes. */
export const id = z.string('Choose one from the list').check(z.regex(/^[a-z2-7]{20}$/, 'Choose one from the list'));

/** One half-day of an edition: `2025-03-03-am`. */
export const halfDay = z
  .string('Choose a half-day')
  .check(z.regex(/^\d{4}-\d{2}-\d{2}-(?:am|pm)$/, 'Choose half-days from the list'));

/** One line of text that must say something, at most `max` characters as a reader counts them. */
export function line(missing: string, max = 120) {
  return cleaned(missing, max, false).check(z.refine((text) => visible(text), missing));
}

/** One line that may be left out. */
export function optionalLine(max = 120) {
  return z.optional(cleaned('Enter text', max, false));
}

/** Several lines that may be left out. */
export function optionalLines(max = 1000) {
  return z.optional(cleaned('Enter text', max, true));
}

/** Several lines about a school's visit that may be left out: what is said of a child's health is refused, not kept. */
export function optionalNeeds(max = 500) {
  const plain = cleaned('Enter text', max, true).check(z.refine((text) => !seemsMedical(text), leaveMedicalOut));
  return z.optional(plain);
}

/** Several lines of text that must say something, at most `max` characters as a reader counts them. */
export function lines(missing: string, max: number) {
  return cleaned(missing, max, true).check(z.refine((text) => visible(text), missing));
}

function cleaned(missing: string, max: number, several: boolean) {
  return z.pipe(
    z.string(missing).check(
      z.refine((raw) => !isDeceptive(raw), 'Remove hidden characters and piled-up accents'),
      z.maxLength(max * 8, `Use ${max} characters or fewer`),
    ),
    z.pipe(
      z.transform((raw: string) => (several ? cleanText(raw) : cleanText(raw).replace(/\s+/g, ' '))),
      z.string().check(z.refine((text) => fits(text, max), `Use ${max} characters or fewer`)),
    ),
  );
}

function fits(text: string, max: number): boolean {
  // A reader never counts more characters than there are code units: few texts need to be segmented.
  return text.length <= max || lengthInGraphemes(text) <= max;
}

/** Some letters by category, the Hangul fillers, show nothing: Unicode calls them ignorable. */
function visible(text: string): boolean {
  return /[[\p{L}\p{N}]--\p{Default_Ignorable_Code_Point}]/v.test(text);
}

/** A count of people or places from `min` to `max`. */
export function count(missing: string, max: number, min = 0) {
  const range = `Enter a whole number from ${min} to ${max}`;
  return z.int(missing).check(z.minimum(min, range), z.maximum(max, range));
}

/** Exactly one address, in the form used to send: a lower-case ASCII domain. Lists, names and quotes are refused. */
export const emailAddress = z.pipe(
  z.string('Enter an email address').check(
    z.refine(
      (raw) => !isDeceptive(raw) && !/[\p{Cc}\p{Cf}]/u.test(raw.trim()),
      'Enter an email address without hidden characters',
    ),
    z.maxLength(320, 'Enter an email address of 254 characters or fewer'),
  ),
  z.pipe(
    z.transform((raw: string) => canonicalEmail(raw)),
    z
      .string()
      .check(
        z.refine(isSendable, 'Enter one email address, like name@school.example'),
        z.maxLength(254, 'Enter an email address of 254 characters or fewer'),
      ),
  ),
);

function canonicalEmail(raw: string): string {
  const address = raw.normalize('NFC').trim();
  const at = address.lastIndexOf('@');
  // Node reads a domain as a browser reads a host: it would drop a path or a port without a word.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(address.slice(at + 1))) return address;
  return at < 0 ? address : `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)).toLowerCase()}`;
}

function isSendable(address: string): boolean {
  return (
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(
      address,
    ) && address.lastIndexOf('@') <= 64
  );
}

/** A telephone number as typed: digits, spaces and the usual marks. */
export const telephone = z.optional(
  z
    .string('Enter a telephone number')
    .check(z.regex(/^\s*\+?[\d\s().-]{7,25}\s*(?:(?:ext|x)\.?\s*\d{1,6}\s*)?$/i, 'Enter a telephone number, like 01632 960 001')),
);

/** The person who answers for a registration or sign-up. */
export const contact = z.strictObject(
  {
    name: line('Enter your name', 100),
    jobTitle: optionalLine(100),
    email: emailAddress,
    telephone,
  },
  'Enter your name and email address',
);
export type Contact = z.infer<typeof contact>;

/** Pupils by year group, as far as they are known. Headcounts only: no child is ever named. */
export const headcounts = z.strictObject(
  {
    reception: z.optional(pupils()),
    year1: z.optional(pupils()),
    year2: z.optional(pupils()),
    year3: z.optional(pupils()),
    year4: z.optional(pupils()),
    year5: z.optional(pupils()),
    year6: z.optional(pupils()),
  },
  'Enter how many pupils will take part',
);
/** The same with at least one pupil in all. */
export const cohorts = headcounts.check(z.refine((counts) => pupilsIn(counts) > 0, 'Enter how many pupils will take part'));
export type Cohorts = z.infer<typeof cohorts>;

function pupils() {
  return count('Enter a whole number of pupils', 500);
}

/** All pupils of a set of cohorts. */
export function pupilsIn(counts: Partial<Record<YearGroup, number | undefined>>): number {
  return yearGroups.reduce((sum, year) => sum + (counts[year] ?? 0), 0);
}

/** A list of distinct choices, in the order of the choices. */
export function choices<const T extends readonly [string, ...string[]]>(options: T, missing: string) {
  return z.array(z.enum(options, missing), missing).check(
    z.minLength(1, missing),
    z.maxLength(options.length, missing),
    z.refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each answer once'),
  );
}

/** The half-days that suit, as far as they are known. */
export const someHalfDays = z.array(halfDay, 'Choose at least one half-day').check(
  z.maxLength(60, 'Choose half-days from the list'),
  z.refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each half-day once'),
);

/** The same, at least one. */
export const halfDays = someHalfDays.check(z.minLength(1, 'Choose at least one half-day'));
