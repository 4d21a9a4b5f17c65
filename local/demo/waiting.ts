import { accepted, numberIn, openLink, schoolAddress, textIn, valueAt, type Week } from './browsing.ts';
import type { PlannedBooking, PlannedEvent } from './plan.ts';
import { cohorts } from './sign-ups.ts';

type Waits = { readonly event: PlannedEvent; readonly booking: PlannedBooking };

/**
 * Schools that were refused wait for places by their links; the planned school withdraws by its own; whoever is then offered
 * what it gives back takes it.
 */
export async function withdrawAndWait(week: Week): Promise<void> {
  const { plan, client, ledger } = week;
  const waits = plan.events.flatMap((event) => event.bookings.filter((one) => one.waits).map((booking) => ({ event, booking })));
  for (const one of waits) {
    const cookie = await openLink(week, schoolAddress(week, one.booking.urn));
    await accepted(week, `/my/place/waiting/${one.event.reference}`, cohorts(one.booking.pupils), cookie);
  }
  await week.system.settle();
  if (plan.withdraws !== undefined) {
    const cookie = await openLink(week, schoolAddress(week, plan.withdraws));
    const version = numberIn(await client.read('/my/place', cookie), 'state', 'version');
    await accepted(week, '/my/place/withdraw', { version, reason: 'No coach can be found (simulated)' }, cookie);
    ledger.withdrawn = ledger.booked.filter(({ urn }) => urn === plan.withdraws);
    ledger.booked = ledger.booked.filter(({ urn }) => urn !== plan.withdraws);
    await week.system.settle();
  }
  const taken: Waits[] = [];
  for (const one of waits) if (await takeIfOffered(week, one)) taken.push(one);
  await week.system.settle();
  tell(week, waits, taken);
}

async function takeIfOffered(week: Week, { event, booking: { urn } }: Waits): Promise<boolean> {
  const { client, ledger } = week;
  const cookie = await openLink(week, schoolAddress(week, urn));
  const path = `/my/place/waiting/${event.reference}`;
  const entry = valueAt(await client.read(path, cookie), 'entry');
  if (entry === null || textIn(entry, 'state') !== 'offered') return false;
  await accepted(week, `${path}/answer`, { answer: 'accepted', version: numberIn(entry, 'version') }, cookie);
  ledger.booked.push({ event: event.reference, urn });
  return true;
}

function tell(week: Week, waits: readonly Waits[], taken: readonly Waits[]): void {
  const { plan, ledger, said, problems } = week;
  if (plan.withdraws === undefined) return;
  const titles = ledger.withdrawn.map((place) => plan.events.find(({ reference }) => reference === place.event)?.title);
  said.push(
    `School ${plan.withdraws} withdrew and gave its places back at: ${titles.join(', ') || 'no event'}.`,
    ...taken.map(
      ({ event, booking }) =>
        `  School ${booking.urn} had waited for ${event.title}: it was offered ${booking.pupils} places and took them.`,
    ),
  );
  for (const one of waits) {
    const freed = one.event.bookings.find(({ urn, tooMany }) => urn === plan.withdraws && !tooMany)?.pupils ?? 0;
    const alone = waits.filter(({ event }) => event === one.event).length === 1;
    if (alone && freed >= one.booking.pupils && !taken.includes(one))
      problems.push(`${one.event.title}: places that were given back did not go to the school that waited`);
  }
}
