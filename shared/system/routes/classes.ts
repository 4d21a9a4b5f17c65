import * as z from 'zod/mini';
import { pupilForm } from '../../domain/pupils/answers.ts';
import { classChange, classForm } from '../../domain/pupils/class.ts';
import { tallyForm } from '../../domain/pupils/tally.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const byLink = { function: 'classes', auth: 'link' } as const;

/** What a teacher does, by the school's mailed link, so that a class can say how it was. */
export const classRoutes = {
  'GET /my/classes': { ...byLink, summary: 'A school’s classes, and the form to open one' },
  'POST /my/classes': { ...byLink, summary: 'Open a class; it gets a code', body: classForm },
  'GET /my/classes/{code}': { ...byLink, summary: 'One class: its code, and how many have answered' },
  'POST /my/classes/{code}': { ...byLink, summary: 'Change a class’s size, close it or open it again', body: classChange },
  'GET /my/classes/{code}/tally': { ...byLink, summary: 'The form for a count by show of hands or from sheets' },
  'POST /my/classes/{code}/tally': {
    ...byLink,
    summary: 'Enter or correct such a count; each question’s counts add up to those present',
    body: tallyForm,
  },
  'GET /my/classes/{code}/codes': { ...byLink, summary: 'The children’s own codes for a course, to print and keep at school' },
  'POST /my/classes/{code}/codes/delete': {
    ...byLink,
    summary: 'Delete the key of a course: nothing leads from a child’s code to their answers any more',
    body: nothing,
  },
  'GET /my/classes/{code}/sheet': { ...byLink, summary: 'The children’s questions on a sheet, to print' },
} as const satisfies Record<string, RouteDeclaration>;

const child = { function: 'pupils', auth: 'anyone' } as const;

/** What children answer. No account, no name, no cookie; only the last page is stored. */
export const pupilRoutes = {
  'GET /c': { ...child, summary: 'Type in the code of a class' },
  'POST /c': {
    ...child,
    summary: 'Go to a class by its code',
    body: z.strictObject({ code: z.string('Type the code').check(z.maxLength(40, 'A code has 6 letters and numbers')) }),
  },
  'GET /c/{code}': { ...child, summary: 'The children’s questions, the first page' },
  'POST /c/{code}': {
    ...child,
    summary: 'Turn a page, with all answers so far; the last page is stored. Without `page` all is sent at once',
    body: pupilForm,
  },
  'GET /c/{code}/thanks': { ...child, summary: 'Thanks, and the way back for the next child' },
} as const satisfies Record<string, RouteDeclaration>;
