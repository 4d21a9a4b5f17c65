import { AppError, type Issue } from '../../kernel/errors.ts';
import { dayInWords, type Instant, londonDate } from '../../kernel/time.ts';
import type { Decision } from '../decision.ts';
import type { Event } from '../event.ts';
import type { AssemblyForm, CloudForm, RecordForm } from './forms.ts';
import type { Course } from './items.ts';
import { changeFact } from './plan.ts';
import { dayOfEvent } from './ready.ts';
import { cloudThemes, isProfessional, type SessionName } from './template.ts';

type Recording = { readonly session: SessionName; readonly event: Event; readonly form: RecordForm; readonly now: Instant };

/** Keeps or corrects what a professional's session covered. Conflict `too-early` before its day, `event-cancelled`. */
export function recordSession(current: Course, { session, event, form, now }: Recording): Decision<Course> {
  if (!isProfessional(session)) throw new AppError('not-found', 'session-unknown', 'This session has no checklist.');
  if (event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This session was cancelled.');
  requireDay(dayOfEvent(event), now);
  if (form.covered.includes('hands-on-task') && form.task === undefined) {
    const message = 'Say what the hands-on task was';
    throw new AppError('invalid', 'task', `${message}.`, [{ path: 'task', message }]);
  }
  const record = { covered: form.covered, ...(form.task === undefined ? {} : { task: form.task }), at: now };
  const sessions = current.sessions.map((one) => (one.session === session ? { ...one, record } : one));
  const state = { ...current, sessions, version: current.version + 1 };
  return { state, facts: [changeFact(state, 'recorded')] };
}

/**
 * Keeps or corrects the count of the children's clouds, from the day they look back. Invalid `cloud` for a theme that more
 * chose than were there, or for more children than have a place. Conflict `too-early`.
 */
export function keepCloud(current: Course, event: Event, { children, themes }: CloudForm, now: Instant): Decision<Course> {
  requireDay(dayOfEvent(event), now);
  const chosen = cloudThemes.map((theme) => [theme, themes[theme] ?? 0] as const);
  const issues: Issue[] = chosen
    .filter(([, count]) => count > children)
    .map(([theme]) => ({ path: `themes.${theme}`, message: `At most ${children} children can have chosen it` }));
  if (children > current.places) issues.push({ path: 'children', message: `The course has ${current.places} places` });
  const [first] = issues;
  if (first) throw new AppError('invalid', 'cloud', `${first.message}.`, issues);
  const state = { ...current, cloud: { children, themes: Object.fromEntries(chosen) }, version: current.version + 1 };
  return { state, facts: [changeFact(state, 'cloud')] };
}

/** Keeps or corrects who was at the final assembly. Invalid `assembly` for more children or consents than places or children. */
export function keepAssembly(current: Course, form: AssemblyForm, now: Instant): Decision<Course> {
  requireDay(current.final, now);
  const issues: Issue[] = (['names', 'photos'] as const)
    .filter((field) => form[field] > form.children)
    .map((path) => ({ path, message: `${form.children} children were there` }));
  if (form.children > current.places) issues.push({ path: 'children', message: `The course has ${current.places} places` });
  const [first] = issues;
  if (first) throw new AppError('invalid', 'assembly', `${first.message}.`, issues);
  const state = { ...current, assembly: form, version: current.version + 1 };
  return { state, facts: [changeFact(state, 'assembly')] };
}

function requireDay(day: Course['final'], now: Instant): void {
  if (londonDate(now) >= day) return;
  throw new AppError('conflict', 'too-early', `This can be entered from ${dayInWords(day)} on.`);
}
