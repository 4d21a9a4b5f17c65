import { course, courseApplication, enquiry } from '../../domain/courses/items.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Courses at schools, who asks for one, and the children's applications under codes of the school's own. */
export const courseItems = {
  schoolCourse: {
    pk: 'EDITION#{edition}#COURSES',
    sk: 'COURSE#{course}',
    schema: course,
    access: 'read one course; list an edition’s',
  },
  courseApplication: {
    pk: 'EDITION#{edition}#COURSE-APPLICATIONS',
    sk: 'CODE#{course}#{code}',
    schema: courseApplication,
    access: 'list who applied for a course; list an edition’s',
  },
  enquiry: {
    pk: 'EDITION#{edition}#ENQUIRIES',
    sk: 'ENQUIRY#{enquiry}',
    schema: enquiry,
    access: 'read one school’s enquiry; list an edition’s',
  },
} as const satisfies ItemDeclarations;
