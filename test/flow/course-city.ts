import { agreed, type Larkford, openLink, postJson, schoolForm, startLarkford } from './larkford.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { instant } from '#shared/kernel/time.ts';

/** An edition of a whole term, in which courses are held. */
export const term = 'larkford-courses';
export const termPath = `/organiser/editions/${term}`;

/** Thursdays, week by week. */
export const sessionDays = {
  first: '2025-03-06',
  'professional-1': '2025-03-13',
  'professional-2': '2025-03-20',
  'professional-3': '2025-03-27',
  'professional-4': '2025-04-03',
  reflection: '2025-04-10',
} as const;
export const professionalSessions = ['professional-1', 'professional-2', 'professional-3', 'professional-4'] as const;

const everyThursday = Object.values(sessionDays).map((day) => `${day}-am`);
/** One professional for each session, so that nobody comes weekly; and one who stands in. */
export const people = ['nurse', 'midwife', 'doctor', 'carer', 'stand-in'] as const;

/** Larkford with an edition for courses, a school in it, and people who offer every Thursday. */
export class CourseCity {
  larkford: Larkford;
  registration = '';
  teacher = '';
  readonly volunteers = new Map<string, string>();

  constructor(larkford: Larkford) {
    this.larkford = larkford;
  }

  get cookie() {
    return { cookie: this.larkford.organiser };
  }

  /** Posts JSON as the organiser; gives status, code and what is to be mended. */
  async ask(path: string, body: object = {}) {
    const { status, body: answer } = await postJson(this.larkford, `${termPath}${path}`, body, this.cookie);
    await this.larkford.system.settle();
    return { status, code: answer['code'], text: JSON.stringify(answer) };
  }

  /** The same by the school's link. */
  async bySchool(path: string, body: object, cookie = this.teacher) {
    const { status, body: answer } = await postJson(this.larkford, path, body, { cookie });
    await this.larkford.system.settle();
    return { status, code: answer['code'], text: JSON.stringify(answer) };
  }

  async moveTo(moment: string): Promise<void> {
    this.larkford.system.clock.set(instant.parse(moment));
    await this.larkford.system.settle();
    this.larkford = { ...this.larkford, organiser: await signInAsOrganiser(this.larkford.system.origin) };
  }

  /** Signs people up who help on every Thursday, and confirms them. */
  async help(names: readonly string[]): Promise<void> {
    const { client, system } = this.larkford;
    const emailOf = (name: string) => `${name}@volunteer.example`;
    for (const name of names) {
      const contact = { 'contact.name': `V. ${name}`, 'contact.jobTitle': name, 'contact.email': emailOf(name) };
      await client.post(`/editions/${term}/volunteers/sign-up`, { ...contact, halfDays: everyThursday, ...agreed });
    }
    await system.settle();
    for (const name of names) await client.post('/my/place/confirm', {}, await openLink(this.larkford, emailOf(name)));
    await system.settle();
    const all = await this.read<{ volunteers: { volunteer: string; contact: { email: string } }[] }>('/volunteers');
    for (const name of names)
      this.volunteers.set(name, all.volunteers.find(({ contact }) => contact.email === emailOf(name))?.volunteer ?? '');
  }

  async read<T>(path: string): Promise<T> {
    const headers = { accept: 'application/json', ...this.cookie };
    return JSON.parse(await (await fetch(`${this.larkford.system.origin}${termPath}${path}`, { headers })).text());
  }

  idOf(name: string): string {
    return this.volunteers.get(name) ?? '';
  }

  /** Says yes to a session by the newest mailed link. */
  async accepts(event: string, name: string): Promise<unknown> {
    const cookie = await openLink(this.larkford, `${name}@volunteer.example`);
    const { body } = await postJson(this.larkford, `/my/offers/${event}`, { answer: 'accepted' }, { cookie });
    await this.larkford.system.settle();
    return body['state'];
  }

  /** Everything that a planned course needs: each professional asked, cleared and come, and somebody who stands in. */
  async staff(course: string): Promise<void> {
    await this.clear(people);
    await this.askOthers(course, professionalSessions);
  }

  /** Records clearances that hold all year. */
  async clear(names: readonly string[]): Promise<void> {
    for (const name of names) await this.ask('/clearances', { volunteer: this.idOf(name), until: '2025-12-31' });
  }

  /** Has the professionals of some sessions asked and come, with somebody who stands in. */
  async askOthers(course: string, sessions: readonly (typeof professionalSessions)[number][]): Promise<void> {
    for (const session of sessions) {
      const name = people[professionalSessions.indexOf(session)] ?? '';
      await this.ask(`/courses/${course}/sessions/${session}/ask`, { volunteer: this.idOf(name) });
      await this.accepts(`${course}-${session}`, name);
      await this.ask(`/courses/${course}/sessions/${session}/substitute`, { substitute: this.idOf('stand-in') });
    }
  }

  /** What an organiser sends to make a course at the school. */
  form(more: object = {}) {
    return {
      course: 'alder',
      registration: this.registration,
      template: 'health-and-care-1',
      yearGroups: ['year4', 'year5'],
      places: 12,
      seed: 'Larkford spring',
      half: 'am',
      opening: '2025-02-24',
      closes: '2025-02-28',
      ...sessionDays,
      final: '2025-04-11',
      ...more,
    };
  }
}

/** Starts the city: the edition is open, the school has confirmed, and all the people have. */
export async function startCourseCity(): Promise<CourseCity> {
  return fillCourseCity(await startLarkford());
}

/** The same in a city that has started. */
async function fillCourseCity(larkford: Larkford): Promise<CourseCity> {
  const city = new CourseCity(larkford);
  const { client, organiser, system } = larkford;
  const dates = { starts: '2025-02-24', ends: '2025-05-02', registrationOpens: '2025-01-06', registrationCloses: '2025-02-21' };
  const plan = { edition: term, programme: 'larkford', name: 'Larkford courses 2025', ...dates, surveyCloses: '2025-05-30' };
  await client.post('/organiser/editions', plan, organiser);
  await client.post(`${termPath}/state`, { state: 'open' }, organiser);
  const email = 'office@course-school.example';
  await client.post(`/editions/${term}/schools/register`, schoolForm({ 'contact.email': email, halfDays: everyThursday }));
  await system.settle();
  city.teacher = await openLink(larkford, email);
  await client.post('/my/place/confirm', {}, city.teacher);
  await system.settle();
  const { registrations } = await city.read<{ registrations: { registration: { registration: string } }[] }>('/registrations');
  city.registration = registrations[0]?.registration.registration ?? '';
  await city.help(people);
  return city;
}
