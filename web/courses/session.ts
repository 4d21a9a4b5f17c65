import type { Course } from '#shared/domain/courses/items.ts';
import type { StandingSession } from '#shared/domain/courses/ready.ts';
import { checklist, isProfessional } from '#shared/domain/courses/template.ts';
import type { Booking } from '#shared/domain/event.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { dayInWords, type Instant, londonDate } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { coursesContent } from './content.en.ts';

const { session: words, ...shared } = coursesContent;

type Params = Console & {
  readonly course: Course;
  readonly one: StandingSession;
  /** Who could be asked: offered the half-day, and is not asked yet. */
  readonly free: readonly Volunteer[];
  readonly bookings: readonly Booking[];
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One session of a course: who comes, who stands in, and what it covered. */
export function sessionPage(params: Params): string {
  const { course, one, filled } = params;
  const { edition } = course;
  const path = pathOf('/organiser/editions/{edition}/courses/{course}/sessions/{session}', {
    edition,
    course: course.course,
    session: one.session,
  });
  return consolePage(params, {
    title: `${shared.sessions[one.session]}: ${course.schoolName}`,
    path,
    backLink: pathOf('/organiser/editions/{edition}/courses/{course}', course),
    filled,
    body: html`${paragraph(sayHalfDay(one.at.halfDay))}${counted(params)}
${paragraph(link(pathOf('/organiser/editions/{edition}/events/{event}', { edition, event: one.event }), words.event))}
${isProfessional(one.session) ? html`${professionals(params)}${cover(params, path)}${covered(params, path)}` : paragraph(words.plain)}`,
  });
}

function counted({ bookings }: Params): Html | undefined {
  const [own] = bookings;
  if (!own) return undefined;
  const booked = sayNumber(own.pupils);
  return paragraph(own.attended === undefined ? words.notCounted(booked) : words.came(sayNumber(own.attended), booked));
}

function professionals(params: Params): Html {
  const { course, one } = params;
  const waits = one.asked.find(({ offer }) => offer.state === 'waiting');
  const person = waits && { edition: course.edition, volunteer: waits.offer.visitor };
  return html`${heading2(words.professionals)}
${listTable({
  name: words.professionals,
  none: words.noneAsked,
  head: [words.name, words.answer, words.clearance].map((text) => ({ text })),
  rows: one.asked.map(({ name, offer, clearance }) => [
    { text: name },
    { text: shared.answers[offer.state] },
    { text: shared.clearance[clearance] },
  ]),
})}
${
  person &&
  may(params, 'safeguarding') &&
  paragraph(link(pathOf('/organiser/editions/{edition}/safeguarding/{volunteer}', person), words.line))
}
${may(params, 'coordinator') && askForm(params)}`;
}

function askForm({ course, one, free, requestKey, filled }: Params): Html {
  if (free.length === 0) return paragraph(words.nobodyFree);
  const action = pathOf('/organiser/editions/{edition}/courses/{course}/sessions/{session}/ask', {
    ...course,
    session: one.session,
  });
  const body = html`${hiddenField('requestKey', `${requestKey}-ask`)}
${selectField({ ...formState(filled), path: 'volunteer', label: words.ask, hint: words.askHint, empty: shared.list.choose, options: free.map(named) })}`;
  return narrow(form({ action, body, submit: words.askButton }));
}

function cover(params: Params, path: string): Html {
  const { course, one, free, requestKey, filled } = params;
  const at = { ...course, session: one.session };
  const body = html`${hiddenField('requestKey', `${requestKey}-cover`)}
${selectField({ ...formState(filled), path: 'substitute', label: words.coverField, hint: words.coverHint, empty: shared.list.choose, options: free.map(named) })}`;
  const name = form({
    action: pathOf('/organiser/editions/{edition}/courses/{course}/sessions/{session}/substitute', at),
    body,
    submit: words.coverButton,
    submitClasses: 'govuk-button--secondary',
  });
  const takeOver = html`${paragraph(words.takeOverHint)}${form({
    action: `${path}/take-over`,
    body: hiddenField('requestKey', `${requestKey}-over`),
    submit: words.takeOver,
    submitClasses: 'govuk-button--warning',
  })}`;
  const acts = may(params, 'coordinator');
  return html`${heading2(words.cover)}
${one.cover ? paragraph(words.coverNow(one.cover.name, shared.clearance[one.cover.clearance])) : paragraph(words.noCover)}
${acts && one.cover && takeOver}
${acts && free.length > 0 && narrow(name)}`;
}

function covered(params: Params, path: string): Html {
  const { one, now, requestKey, filled } = params;
  const held = one.record ? { covered: one.record.covered, task: [one.record.task ?? ''] } : {};
  const state = filled ?? { ...formState(filled), values: held };
  const ticked = one.record?.covered.map((item) => shared.covered[item]) ?? [];
  const form_ = form({
    action: path,
    body: html`${hiddenField('requestKey', `${requestKey}-record`)}
${checkboxesField({ ...state, path: 'covered', label: words.tick, options: checklist.map((value) => ({ value, text: shared.covered[value] })) })}
${textField({ ...state, path: 'task', label: words.task, optional: true })}`,
    submit: words.keep,
  });
  if (londonDate(now) < one.day) return paragraph(`${words.checklist}: ${dayInWords(one.day)}.`);
  if (may(params, 'coordinator')) return html`${heading2(words.checklist)}${narrow(form_)}`;
  return html`${heading2(words.checklist)}${ticked.length === 0 ? paragraph(shared.report.notTicked) : bullets(ticked)}`;
}

function named({ volunteer, contact, organisationName }: Volunteer) {
  const at = contact.jobTitle ?? organisationName;
  return { value: volunteer, text: at === undefined ? contact.name : `${contact.name}, ${at}` };
}
