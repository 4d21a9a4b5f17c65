import { dynamoReader, dynamoWriter } from '#functions/runtime/table.ts';
import { agreed, openLink, organiserList, schoolForm } from '../flow/larkford.ts';
import { type City, post } from './city.ts';
import { sent, shown } from './city-page.ts';
import { formStates } from './form-pages.ts';

const byOrganiser = { as: 'organiser' } as const;
const bySchool = { as: 'course school' } as const;
const term = 'larkford-courses';
const path = `/organiser/editions/${term}`;
const days = ['2025-03-06', '2025-03-13', '2025-03-20', '2025-03-27', '2025-04-03', '2025-04-10'];
const halfDays = days.map((day) => `${day}-am`);

/** The pages of courses at schools: one that is planned, and one for which children apply. */
export const coursePages = [
  ...formStates('courses, for everybody', `/editions/${term}/courses`, 'Send'),
  ...formStates('school’s course', '/my/courses/open', 'Add these codes', bySchool),
  ...formStates('school’s count of clouds', '/my/courses/open/cloud', 'Keep these counts', bySchool),
  shown('courses, asked for', `/editions/${term}/courses/asked`),
  shown('schools that ask for a course', `${path}/enquiries`, byOrganiser),
  shown('one school’s enquiry', ({ ids }) => `${path}/enquiries/${ids.get('enquiry')}`, byOrganiser),
  shown('no such enquiry', `${path}/enquiries/nobody`, { ...byOrganiser, status: 404 }),
  shown('notice for parents', `/editions/${term}/courses/open/notice`),
  shown('notice for parents, not confirmed', `/editions/${term}/courses/planned/notice`, { status: 404 }),
  shown('invitation to families', `/editions/${term}/courses/open/invitation`),
  shown('courses', `${path}/courses`, byOrganiser),
  sent('course, nothing filled in', `${path}/courses`, 'Make the course', byOrganiser),
  shown('course, planned', `${path}/courses/planned`, byOrganiser),
  sent('course, confirmed too early', `${path}/courses/planned`, 'Confirm the course', byOrganiser),
  shown('course, open for applications', `${path}/courses/open`, byOrganiser),
  shown('no such course', `${path}/courses/nowhere`, { ...byOrganiser, status: 404 }),
  shown('course, one session', `${path}/courses/planned/sessions/professional-1`, byOrganiser),
  sent('course, nobody chosen to ask', `${path}/courses/planned/sessions/professional-1`, 'Ask for this session', byOrganiser),
  shown('course, first session', `${path}/courses/planned/sessions/first`, byOrganiser),
  shown('course, final assembly', `${path}/courses/open/assembly`, byOrganiser),
  sent('course, final assembly without numbers', `${path}/courses/open/assembly`, 'Keep these numbers', byOrganiser),
  shown('courses, what they came to', `${path}/course-report`, byOrganiser),
  shown('clearances', `${path}/clearances`, byOrganiser),
  sent('clearances, nobody chosen', `${path}/clearances`, 'Record the clearance', byOrganiser),
  shown('school’s courses', '/my/courses', bySchool),
];

/** A term with a school, a volunteer and two courses. */
export async function fillCourses(city: City): Promise<void> {
  const { system, cookies } = city;
  const organiser = cookies.get('organiser');
  const dates = { starts: '2025-02-24', ends: '2025-05-02', registrationOpens: '2025-01-06', registrationCloses: '2025-02-21' };
  const plan = { edition: term, programme: 'larkford', name: 'Larkford courses 2025', ...dates, surveyCloses: '2025-05-30' };
  await post(city, '/organiser/editions', plan, organiser);
  await post(city, `${path}/state`, { state: 'open' }, organiser);
  const email = 'office@course-school.example';
  await post(city, `/editions/${term}/schools/register`, schoolForm({ 'contact.email': email, halfDays }));
  const volunteer = { 'contact.name': 'N. Fictional', 'contact.jobTitle': 'nurse', 'contact.email': 'nurse@volunteer.example' };
  await post(city, `/editions/${term}/volunteers/sign-up`, { ...volunteer, halfDays, ...agreed });
  await system.settle();
  cookies.set('course school', await openLink(city, email));
  await post(city, '/my/place/confirm', {}, cookies.get('course school'));
  await post(city, '/my/place/confirm', {}, await openLink(city, 'nurse@volunteer.example'));
  await system.settle();
  await makeCourses(city);
  const asking = { asks: 'school', school: 'Dovecote Junior School (fictional)', 'contact.name': 'D. Fictional' };
  await post(city, `/editions/${term}/courses`, { ...asking, 'contact.email': 'office@dovecote.example' });
  const table = { TABLE_NAME: system.engine.tableName };
  const [enquiry] = await dynamoReader(table).list('enquiry', { edition: term });
  city.ids.set('enquiry', enquiry?.enquiry ?? '');
}

async function makeCourses(city: City): Promise<void> {
  const organiser = city.cookies.get('organiser');
  const { registrations = [] } = await organiserList(city, 'registrations', term);
  const [first, one, two, three, four, last] = days;
  const sessions = { first, 'professional-1': one, 'professional-2': two, 'professional-3': three, 'professional-4': four };
  const form = {
    registration: registrations[0]?.registration['registration'],
    template: 'health-and-care-1',
    yearGroups: ['year4', 'year5'],
    places: 12,
    seed: 'Larkford spring',
    opening: '2025-02-24',
    closes: '2025-02-28',
    ...sessions,
    reflection: last,
    final: '2025-04-11',
  };
  await post(city, `${path}/courses`, { ...form, course: 'planned', half: 'am' }, organiser);
  await post(city, `${path}/courses`, { ...form, course: 'open', half: 'pm' }, organiser);
  // Four professionals, cleared and come, would be a story of their own: the second course is set to where it is then.
  const table = { TABLE_NAME: city.system.engine.tableName };
  const course = await dynamoReader(table).get('schoolCourse', { edition: term, course: 'open' });
  if (!course) throw new Error('the course is there');
  await dynamoWriter(table).transact([{ put: 'schoolCourse', item: { ...course, state: 'confirmed' }, when: 'any' }]);
  await post(city, '/my/courses/open', { year: 'year4', codes: 'k1 k2 k3' }, city.cookies.get('course school'));
  await post(city, `${path}/clearances`, { volunteer: await volunteerId(city), until: '2025-03-31' }, organiser);
}

async function volunteerId(city: City): Promise<string> {
  const { volunteers = [] } = await organiserList(city, 'volunteers', term);
  return volunteers[0]?.['volunteer'] ?? '';
}
