import type { Browser } from 'playwright-core';
import { localOrganisers } from '#local/identity.ts';
import { type CourseCity, startCourseCity } from '../../flow/course-city.ts';
import { openLink } from '../../flow/larkford.ts';
import { type Person, personAt } from '../person.ts';

const [first] = localOrganisers;
const schoolEmail = 'office@course-school.example';

/** Who is in the story of a course: an organiser and a teacher by hand; the professionals answer by their links. */
export type CourseCast = {
  readonly organiser: Person & { readonly name: string };
  readonly teacher: Person;
  readonly city: CourseCity;
  readonly stop: () => Promise<void>;
};
export type CourseChapter = { readonly tells: string; readonly happens: (cast: CourseCast) => Promise<void> };

/** Starts the city with its edition for courses, and gives the two a browser each. */
export async function meetCourse(browser: Browser, javaScriptEnabled: boolean): Promise<CourseCast> {
  const city = await startCourseCity();
  const { system } = city.larkford;
  const meet = (email: string) => personAt({ email, width: 1280, browser, system, javaScriptEnabled });
  return {
    organiser: { ...(await meet(first.email)), name: first.name },
    teacher: await meet(schoolEmail),
    city,
    stop: city.larkford.stop,
  };
}

/** Signs in by hand and opens the courses. A sign-in lasts half a day. */
export async function opensCourses({ organiser: { page, by, sees, name } }: CourseCast): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/organiser');
  await sees('Sign in first');
  await by.follow('Sign in as an organiser');
  await by.press('Sign in');
  await by.press(name);
  await by.follow('Larkford courses 2025');
  await by.follow('Courses');
}

/** The teacher opens their school's courses by the newest link mailed to the school. */
export async function opensByLink({ teacher: { page, by, sees }, city }: CourseCast): Promise<void> {
  const [mail] = city.larkford.system.inbox.list({ to: schoolEmail, limit: 1 });
  const link = mail?.links.find((one) => one.includes('/l/')) ?? '';
  await page.goto(new URL(link).pathname);
  await by.press('Continue');
  await page.goto('/my/courses');
  await sees('Your courses');
  city.teacher = await openLink(city.larkford, schoolEmail);
}
