import * as z from 'zod/mini';
import { contrastOf, hexColour } from '../kernel/colour.ts';
import { emailAddress, line, slug, telephone } from './fields.ts';

/** DfE's code of a local authority: three digits, kept as text (`331` is Coventry). */
export const laCode = z.string('Enter a local authority code').check(z.regex(/^\d{3}$/, 'A local authority code has 3 digits'));

/** The least contrast of text with what is behind it that WCAG 2.2 allows at level AA. */
const leastContrast = 4.5;

/** Whether the white text of the header can be read on a colour, in light and in dark: the header is the same in both. */
export function headerContrastEnough(colour: string): boolean {
  return contrastOf(colour, '#ffffff') >= leastContrast;
}

/** The colour of a programme's header. */
const colour = z.string('Enter a colour, like #0b5563').check(
  z.regex(hexColour, 'Enter a colour as # and six digits or letters from a to f, like #0b5563'),
  z.refine(
    (chosen) => !hexColour.test(chosen) || headerContrastEnough(chosen),
    'Choose a darker colour: white text on this one is hard to read',
  ),
);

/** What an organiser sends to open a standing scheme. */
export const programmeForm = z.strictObject({
  programme: slug,
  name: line('Enter the programme’s name'),
  city: line('Enter the city'),
  localAuthorities: z
    .array(laCode, 'Enter at least one local authority code')
    .check(z.minLength(1, 'Enter at least one local authority code'), z.maxLength(40, 'Enter at most 40 local authority codes')),
  colour: z.optional(colour),
  organiser: z.strictObject({ name: line('Enter the organiser’s name'), email: emailAddress, telephone }),
});

/** A city's standing scheme; each year's run of it is an edition. */
export const programme = z.extend(programmeForm, { version: z.int() });
export type Programme = z.infer<typeof programme>;

/** A new programme, at version 1. */
export function openProgramme(form: z.infer<typeof programmeForm>): Programme {
  return { ...form, version: 1 };
}
