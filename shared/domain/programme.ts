import * as z from 'zod/mini';
import { contrastOf, hexColour } from '../kernel/colour.ts';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import type { Decision } from './decision.ts';
import { emailAddress, line, slug, telephone } from './fields.ts';
import { changedProgramme } from './vocabulary.ts';

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

const answers = {
  name: line('Enter the programme’s name'),
  city: line('Enter the city'),
  localAuthorities: laCodes,
  colour: z.optional(colour),
  organiser: z.strictObject({ name: line('Enter the organiser’s name'), email: emailAddress, telephone }),
};

/** What an organiser sends to open a standing scheme. */
export const programmeForm = z.strictObject({ programme: slug, ...answers });

/** What an admin sends to change it; `version` is the one they saw. */
export const programmeChangeForm = z.strictObject({ ...answers, version: z.int('Reload the page') });

/** A city's standing scheme; each year's run of it is an edition. */
export const programme = z.extend(programmeForm, { localAuthorities: z.array(laCode), version: z.int() });
export type Programme = z.infer<typeof programme>;

/** A new programme, at version 1. */
export function openProgramme(form: z.infer<typeof programmeForm>): Programme {
  return { ...form, version: 1 };
}

type Change = {
  readonly form: z.infer<typeof programmeChangeForm>;
  /** Local authorities whose schools take part: none of them can be left out. */
  readonly used: readonly string[];
};

/**
 * Changes a programme's name, places, colour or contact. The same again changes nothing. Conflicts: `programme-changed`
 * when somebody changed it since the form was shown, `authority-in-use` when schools of one that is left out take part.
 */
export function changeProgramme(current: Programme, { form: { version, ...answers }, used }: Change): Decision<Programme> {
  const next: Programme = { ...current, ...answers, colour: answers.colour, version: current.version + 1 };
  const changed = changedProgramme.filter((field) => !sameAnswers([field], current, next));
  if (changed.length === 0) return { state: current, facts: [] };
  if (version !== current.version) {
    throw new AppError('conflict', 'programme-changed', 'Somebody else changed the programme while you were looking at it.');
  }
  const lost = used.filter((code) => !next.localAuthorities.includes(code));
  if (lost.length > 0) {
    const message = `Schools of ${new Intl.ListFormat('en-GB').format(lost)} take part. Keep the code`;
    throw new AppError('conflict', 'authority-in-use', `${message}.`, [{ path: 'localAuthorities', message }]);
  }
  return { state: next, facts: [{ type: 'programme.changed.v1', data: { changed, version: next.version } }] };
}
