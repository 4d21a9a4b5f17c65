import * as z from 'zod/mini';
import { localDate } from '../../kernel/time.ts';
import { choices, count, id, line, optionalLine, slug, yearGroups } from '../fields.ts';
import { checklist, type CloudTheme, sessionNames, templateNames } from './template.ts';

// What is sent about courses: apart from what is kept, so that only who takes it loads it.

const mostPlaces = 60;

function day(missing: string) {
  return z.pipe(
    z.string(`${missing}, like 2025-03-03`),
    z.pipe(
      z.string().check(z.refine((text) => localDate.safeParse(text).success, 'Enter a real date, like 2025-03-03')),
      localDate,
    ),
  );
}

const sessionDay = () => z.optional(day('Enter the day of the session'));
/** A child's group of answers is counted by hand: at most so many. */
const counted = (missing: string) => count(missing, mostPlaces);

/** What an organiser sends to make a course at a school. A session whose day is not known yet is added later. */
export const courseForm = z.strictObject({
  course: slug.check(z.maxLength(40, 'Use 40 characters or fewer')),
  registration: id,
  template: z.enum(templateNames, 'Choose a course'),
  yearGroups: choices(yearGroups, 'Choose the year groups'),
  places: count('Enter how many children can take part', mostPlaces, 1),
  seed: line('Enter the words that the draw begins with', 60),
  half: z.enum(['am', 'pm'], 'Choose morning or afternoon'),
  opening: day('Enter the day of the opening assembly'),
  closes: day('Enter the last day to apply'),
  first: sessionDay(),
  'professional-1': sessionDay(),
  'professional-2': sessionDay(),
  'professional-3': sessionDay(),
  'professional-4': sessionDay(),
  reflection: sessionDay(),
  final: day('Enter the day of the final assembly'),
});
export type CourseForm = z.infer<typeof courseForm>;

/** What an organiser sends to add a session whose day was not known before. */
export const sessionForm = z.strictObject({
  session: z.enum(sessionNames, 'Choose the session'),
  day: day('Enter the day of the session'),
});

/** What an organiser sends to ask a professional for a session. */
export const askProfessionalForm = z.strictObject({ volunteer: id });

/** What an organiser sends to name who comes if whoever was to come cannot. */
export const substituteForm = z.strictObject({ substitute: id });

/** What an organiser ticks after a session. */
export const recordForm = z.strictObject({
  covered: choices(checklist, 'Tick what the session covered'),
  task: optionalLine(120),
});
export type RecordForm = z.infer<typeof recordForm>;

/** What an organiser enters after the final assembly. */
export const assemblyForm = z.strictObject({
  children: counted('Enter how many children of the course were there'),
  guests: count('Enter how many guests came', 2000),
  names: counted('Enter for how many children there is consent to use the name'),
  photos: counted('Enter for how many children there is consent to photos'),
});
export type AssemblyForm = z.infer<typeof assemblyForm>;

/** What a school sends of the children who apply: its own codes of one year group, parted by spaces, commas or lines. */
export const applyForm = z.strictObject({
  year: z.enum(yearGroups, 'Choose a year group'),
  codes: z.string('Enter the codes').check(z.maxLength(1000, 'Enter fewer codes at a time')),
});

/** What a school sends when a child does not apply any more. */
export const takeBackForm = z.strictObject({ code: z.string('Enter the code').check(z.maxLength(20, 'Enter one code')) });

const chose = z.optional(counted('Enter how many children chose it'));

/** What a school counts of the children's clouds, theme by theme. */
export const cloudForm = z.strictObject({
  children: count('Enter how many children made a cloud', mostPlaces, 1),
  themes: z.strictObject({
    'health-job': chose,
    'care-job': chose,
    'other-job': chose,
    'own-home': chose,
    'by-the-sea': chose,
    'in-a-city': chose,
    family: chose,
    friends: chose,
    pets: chose,
  } satisfies Record<CloudTheme, unknown>),
});
export type CloudForm = z.infer<typeof cloudForm>;

/** What the safeguarding lead records: until when somebody is cleared. */
export const clearanceForm = z.strictObject({ volunteer: id, until: day('Enter the last day of the clearance') });
