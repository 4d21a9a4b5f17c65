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

const noCode = 'Enter at least one local authority code';

/** Codes of local authorities, each by itself or several to a line, with commas or spaces between. */
const laCodes = z.pipe(
  z.array(z.string(noCode), noCode).check(z.minLength(1, noCode)),
  z.pipe(
    z.transform((typed: string[]) => typed.flatMap((one) => one.split(/[\s,;]+/).filter((code) => code !== ''))),
    z.array(z.string()).check(
      z.minLength(1, noCode),
      z.maxLength(40, 'Enter at most 40 local authority codes'),
      z.refine((codes) => new Set(codes).size === codes.length, 'Enter each local authority code once'),
      z.superRefine((codes, context) => {
        const wrong = codes.flatMap((code, index) => (laCode.safeParse(code).success ? [] : [`code ${index + 1}`]));
        if (wrong.length > 0) context.addIssue(codesHint(wrong, codes.length));
      }),
    ),
  ),
);

/** Which codes of a list to look at; they are named by their place, since what was typed is never said again. */
function codesHint(wrong: readonly string[], all: number): string {
  if (all === 1) return 'A local authority code has 3 digits, like 331';
  return `Check ${new Intl.ListFormat('en-GB').format(wrong)}: a local authority code has 3 digits, like 331`;
}

/** What an organiser sends to open a standing scheme. */
export const programmeForm = z.strictObject({
  programme: slug,
  name: line('Enter the programme’s name'),
  city: line('Enter the city'),
  localAuthorities: laCodes,
  colour: z.optional(colour),
  organiser: z.strictObject({ name: line('Enter the organiser’s name'), email: emailAddress, telephone }),
});

/** A city's standing scheme; each year's run of it is an edition. */
export const programme = z.extend(programmeForm, { localAuthorities: z.array(laCode), version: z.int() });
export type Programme = z.infer<typeof programme>;

/** A new programme, at version 1. */
export function openProgramme(form: z.infer<typeof programmeForm>): Programme {
  return { ...form, version: 1 };
}
