import ICAL from 'ical.js';
import { daysAfter, localDate } from '#shared/kernel/time.ts';
import { schoolAddress, type Week } from './browsing.ts';

type Due = { readonly to: string; readonly title: string; readonly halfDay: string };

/** Everybody who has a place at an event as it stands: schools booked, organisations and volunteers who said yes. */
function everyPlace(week: Week): Due[] {
  const { plan, ledger } = week;
  const due = (reference: string, to: string): Due => {
    const { title = '', halfDay = '' } = plan.events.find((one) => one.reference === reference) ?? {};
    return { to, title, halfDay };
  };
  return [
    ...ledger.booked.map(({ event, urn }) => due(event, schoolAddress(week, urn))),
    ...ledger.visits.map(({ event, email }) => due(event, email)),
  ];
}

type Told = Due & { readonly method: unknown; readonly uid: string; readonly sequence: number };

/** Reads every invitation in the inbox as a calendar would, and says for whom one is missing or wrong. */
export function checkInvitations(week: Week): void {
  const { said, problems, ledger, plan } = week;
  const told = toldToCalendars(week);
  const of = ({ to, title }: Pick<Due, 'to' | 'title'>) => told.filter((one) => one.to === to && one.title === title);
  const places = everyPlace(week);
  for (const place of places) {
    const [first, ...more] = of(place);
    const last = more.at(-1) ?? first;
    if (last?.method !== 'REQUEST' || last.halfDay !== place.halfDay)
      problems.push(`no invitation to ${place.title} is in the calendar of ${place.to}`);
    if (more.some(({ uid }) => uid !== first?.uid)) problems.push(`${place.to} has ${place.title} in the calendar twice`);
  }
  for (const { event, urn } of ledger.withdrawn) {
    const title = plan.events.find(({ reference }) => reference === event)?.title ?? '';
    const last = of({ to: schoolAddress(week, urn), title }).at(-1);
    if (last?.method !== 'CANCEL') problems.push(`${title} stays in the calendar of the school that withdrew`);
  }
  said.push(
    `${places.length} places: ${ledger.booked.length} of schools and ${ledger.visits.length} of visitors, each with an invitation in the inbox.`,
    `  Entries taken out of a calendar again: ${told.filter(({ method }) => method === 'CANCEL').length}.`,
  );
}

function toldToCalendars({ system: { inbox } }: Week): Told[] {
  return inbox
    .list({ limit: 100_000 })
    .toReversed()
    .flatMap(({ attachments }) => attachments.filter(({ type }) => type === 'text/calendar'))
    .map(({ content }) => {
      const file = new ICAL.Component(ICAL.parse(content.toString('utf8')));
      const entry = new ICAL.Event(file.getFirstSubcomponent('vevent') ?? file);
      const [attendee = ''] = entry.attendees.map((one) => String(one.getFirstValue()));
      const starts = entry.startDate.toJSDate().toISOString();
      return {
        to: attendee.replace(/^mailto:/i, ''),
        title: entry.summary,
        // The week is in winter: London's time is UTC.
        halfDay: `${starts.slice(0, 10)}-${starts.slice(11, 13) < '12' ? 'am' : 'pm'}`,
        method: file.getFirstPropertyValue('method'),
        uid: entry.uid,
        sequence: entry.sequence,
      };
    });
}

/** Everybody with a place is reminded of it twice: a week before, and on the school day before. */
export function checkReminders(week: Week): void {
  const { system, said, problems } = week;
  const due = new Set(
    everyPlace(week).flatMap(({ to, title, halfDay }) => {
      const day = localDate.parse(halfDay.slice(0, 10));
      return [`${to}, ${title}, ${daysAfter(day, -7)}`, `${to}, ${title}, ${schoolDayBefore(day)}`];
    }),
  );
  const sent = system.inbox
    .list({ limit: 100_000 })
    .filter(({ tags }) => tags['template']?.[0] === 'visit-reminder')
    .map(({ to, date, subject }) => `${to.join()}, ${titleIn(subject, week)}, ${date.slice(0, 10)}`);
  problems.push(
    ...sent.filter((one) => !due.has(one)).map((one) => `not due: a reminder to ${one}`),
    ...[...due].filter((one) => !sent.includes(one)).map((one) => `missing: a reminder to ${one}`),
  );
  if (new Set(sent).size < sent.length) problems.push('somebody was reminded twice on one day');
  said.push(`${sent.length} reminders went, each a week before a visit or on the school day before it.`);
}

/** Whoever came to an event that pupils came to is thanked for it once; nobody else is. */
export function checkThanks(week: Week): void {
  const { plan, ledger, said, problems } = week;
  const due = plan.events.flatMap(({ reference, title }) => {
    const held = ledger.events.get(reference);
    if (!held || [...held.came.values()].every((pupils) => pupils === 0)) return [];
    const firms = [...held.organisations].map((index) => plan.organisations[index]?.email ?? '');
    const helpers = ledger.visits.filter(({ event, email }) => event === reference && email === plan.helper?.email);
    return [...firms, ...helpers.map(({ email }) => email)].map((email) => `${email}, ${title}`);
  });
  const sent = week.system.inbox
    .list({ limit: 100_000 })
    .filter(({ tags }) => tags['template']?.[0] === 'visit-thanks')
    .map(({ to, subject }) => `${to.join()}, ${titleIn(subject, week)}`);
  const [wanted, got] = [due.sort(), sent.sort()];
  if (wanted.join('\n') !== got.join('\n')) {
    problems.push(
      ...got.filter((one) => !wanted.includes(one)).map((one) => `not due: thanks to ${one}`),
      ...wanted.filter((one) => !got.includes(one)).map((one) => `missing: thanks to ${one}`),
      `${got.length} were thanked, ${wanted.length} came`,
    );
  }
  said.push(`${got.length} visitors were thanked, each once and with the counted figures.`);
}

function titleIn(subject: string, { plan }: Week): string {
  const named = plan.events.filter(({ title }) => subject.includes(title)).map(({ title }) => title);
  return named.reduce((longest, title) => (title.length > longest.length ? title : longest), '');
}

function schoolDayBefore(day: ReturnType<typeof localDate.parse>): string {
  const monday = new Date(`${day}T12:00:00Z`).getUTCDay() === 1;
  return daysAfter(day, monday ? -3 : -1);
}
