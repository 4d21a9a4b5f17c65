import { accepted, must, openLink, organiserPath, type Week } from './browsing.ts';
import type { PlannedEvent } from './plan.ts';
import { cohorts } from './sign-ups.ts';

/** Records an event as the organiser and books its schools; a school without a place asks for one by its link. */
export async function recordAndBook(week: Week, event: PlannedEvent): Promise<void> {
  const { client, cookie, ledger, organisations, registrations } = week;
  const { helper } = week.plan;
  const form = {
    reference: event.reference,
    kind: event.kind,
    title: event.title,
    organisations: event.organisations.map((index) => organisations.get(index) ?? ''),
    volunteers: helper?.events.includes(event.reference) ? [week.volunteers.get(helper.email) ?? ''] : undefined,
    host: event.host,
    venue: event.venue,
    halfDay: event.halfDay,
    // The plan is given: two events of one half-day may share an organisation that sends several people.
    despiteClash: 'yes',
    sessions: event.sessions,
    places: event.places,
  };
  await accepted(week, `${organiserPath}/events`, form, cookie);
  ledger.events.set(event.reference, {
    online: event.kind === 'online',
    host: event.host,
    organisations: new Set(event.organisations),
    came: new Map(),
  });
  for (const { urn, pupils, tooMany } of event.bookings) {
    const booking = { registration: registrations.get(urn), ...cohorts(pupils) };
    must(await client.post(`${organiserPath}/events/${event.reference}/bookings`, booking, cookie), tooMany ? 409 : 303);
    if (tooMany) ledger.refused += 1;
    else {
      ledger.accepted += 1;
      ledger.booked.push({ event: event.reference, urn });
    }
  }
}

/** Every organisation opens its link once and answers for each of its places; yes, but for those that decline. */
export async function answerOffers(week: Week): Promise<void> {
  const { plan, ledger } = week;
  for (const [index, { email }] of plan.organisations.entries()) {
    const asked = plan.events.filter(({ organisations }) => organisations.includes(index));
    if (asked.length === 0) continue;
    const cookie = await openLink(week, email);
    for (const { reference, declined } of asked) {
      const says = declined?.includes(index) ? 'declined' : 'accepted';
      await accepted(week, `/my/offers/${reference}`, { answer: says }, cookie);
      if (says === 'accepted') ledger.visits.push({ event: reference, email });
      else ledger.events.get(reference)?.organisations.delete(index);
    }
  }
}

/** Types how many pupils of each school came, into the event's own page. */
export async function takeAttendance(week: Week, event: PlannedEvent): Promise<void> {
  const { ledger } = week;
  for (const { urn, headcounts } of event.bookings) {
    for (const attended of ledger.isBooked(event.reference, urn) ? headcounts : []) {
      await accepted(week, `${organiserPath}/events/${event.reference}/attendance`, { urn, attended }, week.cookie);
      ledger.events.get(event.reference)?.came.set(urn, attended);
    }
  }
}
