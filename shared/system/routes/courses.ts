import { enquiryForm, followUpForm } from '../../domain/courses/enquiry.ts';
import {
  applyForm,
  askProfessionalForm,
  assemblyForm,
  clearanceForm,
  cloudForm,
  courseForm,
  recordForm,
  sessionForm,
  substituteForm,
  takeBackForm,
} from '../../domain/courses/forms.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const anyone = { function: 'courses', auth: 'anyone', cacheSeconds: 60 } as const;
const byLink = { function: 'courses', auth: 'link' } as const;
const viewer = { function: 'courses', auth: 'organiser', needs: 'viewer' } as const;
const coordinator = { function: 'courses', auth: 'organiser', needs: 'coordinator' } as const;
const lead = { function: 'courses', auth: 'organiser', needs: 'safeguarding' } as const;

/** Courses at schools: seven sessions with four professionals, for children who apply through their school. */
export const courseRoutes = {
  'GET /editions/{edition}/courses': { ...anyone, summary: 'What a course is, and which schools hold one' },
  'POST /editions/{edition}/courses': {
    function: 'courses',
    auth: 'anyone',
    summary: 'Ask for a course as a school; a parent is sent to their school',
    body: enquiryForm,
  },
  'GET /editions/{edition}/courses/asked': { ...anyone, summary: 'That the organisers have the enquiry' },
  'GET /editions/{edition}/courses/{course}/notice': { ...anyone, summary: 'The notice for parents about one course, to print' },
  'GET /editions/{edition}/courses/{course}/invitation': {
    ...anyone,
    summary: 'The school’s invitation to families for the final assembly, to print',
  },
  'GET /organiser/editions/{edition}/courses': { ...viewer, summary: 'The courses of an edition, and the form for one' },
  'POST /organiser/editions/{edition}/courses': {
    ...coordinator,
    summary: 'Make a course at a school; its sessions become events',
    body: courseForm,
  },
  'GET /organiser/editions/{edition}/courses/{course}': {
    ...viewer,
    personal: true,
    summary: 'One course: its days, who comes, what it lacks, who applied and how the draw came out',
  },
  'POST /organiser/editions/{edition}/courses/{course}/sessions': {
    ...coordinator,
    summary: 'Add a session whose day was not known before',
    body: sessionForm,
  },
  'POST /organiser/editions/{edition}/courses/{course}/confirm': {
    ...coordinator,
    summary: 'Confirm a course that lacks nothing; children can apply from then on',
    body: nothing,
  },
  'POST /organiser/editions/{edition}/courses/{course}/draw': {
    ...coordinator,
    summary: 'Draw the places after the last day to apply, and book the school for the children who have one',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/courses/{course}/sessions/{session}': {
    ...viewer,
    personal: true,
    summary: 'One session: who is asked, their answers and clearances, the substitute, and what it covered',
  },
  'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}': {
    ...coordinator,
    summary: 'Keep what a session covered',
    body: recordForm,
  },
  'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}/ask': {
    ...coordinator,
    summary: 'Ask a professional for a session',
    body: askProfessionalForm,
  },
  'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}/substitute': {
    ...coordinator,
    summary: 'Name who comes to a session if whoever was to come cannot',
    body: substituteForm,
  },
  'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}/take-over': {
    ...coordinator,
    summary: 'Let the substitute take a session over; both are told',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/courses/{course}/assembly': { ...viewer, summary: 'Who was at the final assembly' },
  'POST /organiser/editions/{edition}/courses/{course}/assembly': {
    ...coordinator,
    summary: 'Keep who was at the final assembly, and for how many children there is consent',
    body: assemblyForm,
  },
  'GET /organiser/editions/{edition}/course-report': {
    ...viewer,
    summary: 'What the courses of an edition came to, to print: sessions, headcounts, changes and the cloud',
  },
  'GET /organiser/editions/{edition}/clearances': { ...lead, personal: true, summary: 'Until when volunteers are cleared' },
  'POST /organiser/editions/{edition}/clearances': {
    ...lead,
    summary: 'Record until when a volunteer is cleared',
    body: clearanceForm,
  },
  'GET /organiser/editions/{edition}/enquiries': { ...viewer, summary: 'The schools that asked for a course' },
  'GET /organiser/editions/{edition}/enquiries/{enquiry}': {
    ...viewer,
    personal: true,
    summary: 'One school’s enquiry, with how talking about it goes on',
  },
  'POST /organiser/editions/{edition}/enquiries/{enquiry}': {
    ...coordinator,
    summary: 'Keep how an enquiry stands, and the notes on it',
    body: followUpForm,
  },
  'POST /organiser/editions/{edition}/enquiries/{enquiry}/remove': {
    ...coordinator,
    summary: 'Remove an enquiry with all that it says of a person',
    body: nothing,
  },
  'GET /my/courses': { ...byLink, summary: 'A school’s courses' },
  'GET /my/courses/{course}': { ...byLink, summary: 'One course: who applies, and how the draw came out' },
  'POST /my/courses/{course}': {
    ...byLink,
    summary: 'Enter children who apply, by codes of the school’s own and year group; never by name',
    body: applyForm,
  },
  'POST /my/courses/{course}/take-back': {
    ...byLink,
    summary: 'Take back the application of one code',
    body: takeBackForm,
  },
  'GET /my/courses/{course}/cloud': { ...byLink, summary: 'The form for a count of the children’s clouds' },
  'POST /my/courses/{course}/cloud': { ...byLink, summary: 'Keep a count of the children’s clouds', body: cloudForm },
} as const satisfies Record<string, RouteDeclaration>;
