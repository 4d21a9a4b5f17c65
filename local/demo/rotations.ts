import * as z from 'zod/mini';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import { type Rotation, rotation } from '#shared/domain/rotation/shape.ts';
import { listIn, must, organiserPath, textIn, type Week } from './browsing.ts';
import type { PlannedEvent } from './plan.ts';

/** The rotations of a week as they were planned last, by the event's reference. */
export type Rotations = Map<string, Rotation>;

const shown = z.object({ rotation });

/** Plans every rotation of the week in the form and checks each certificate; where no plan is possible the page says why. */
export async function planRotations(week: Week): Promise<Rotations> {
  const { plan, client, ledger, said, problems } = week;
  const planned: Rotations = new Map();
  let meetings = 0;
  let impossible = 0;
  for (const event of plan.events) {
    if (event.groups === undefined) continue;
    const posted = await client.post(pathOf(event), await limitsOf(week, event, event.groups), week.cookie);
    if (posted.status === 422) {
      ledger.refused += 1;
      impossible += 1;
      continue;
    }
    must(posted, 303);
    ledger.accepted += 1;
    const kept = await readRotation(week, event);
    planned.set(event.reference, kept);
    meetings += kept.plan.sessions.reduce((sum, { groups }) => sum + groups.length, 0);
    problems.push(...checkRotation(kept).map((fault) => `${event.title}: ${fault}`));
  }
  said.push(
    `${planned.size} rotations planned, ${meetings} meetings of a group and an organisation; every certificate was checked.`,
    ...(impossible > 0 ? [`  ${impossible} were impossible, and the page named the limits that clash.`] : []),
  );
  return planned;
}

/** The rotation as it stands, by the organiser's page. */
export async function readRotation({ client, cookie }: Week, event: PlannedEvent): Promise<Rotation> {
  return shown.parse(await client.read(pathOf(event), cookie)).rotation;
}

/** The organiser's page of an event's rotation. */
export function pathOf({ reference }: PlannedEvent): string {
  return `${organiserPath}/events/${reference}/rotation`;
}

async function limitsOf({ client, cookie }: Week, event: PlannedEvent, groups: number) {
  const bookings = listIn(await client.read(`${organiserPath}/events/${event.reference}`, cookie), 'bookings');
  const each = Math.ceil(groups / Math.max(1, bookings.length)) + 1;
  const adults = bookings.flatMap((booking) =>
    Array.from({ length: each }, (_, index) => `${textIn(booking, 'schoolName')}: Adult ${index + 1} (simulated)`),
  );
  return {
    starts: event.halfDay.endsWith('am') ? '09:15' : '13:00',
    slots: event.slots,
    minutes: 20,
    between: 5,
    rooms: ['Hall', 'Library', 'Studio', 'Year 4 room'].join('\n'),
    adults: adults.join('\n'),
    smallest: 2,
    largest: 30,
    groups,
    mixed: Math.min(2, bookings.length),
  };
}
