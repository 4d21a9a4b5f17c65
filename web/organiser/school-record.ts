import type { Booking, Event } from '#shared/domain/event.ts';
import { missingInRegistration } from '#shared/domain/missing.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { html, type Html } from '../html.ts';
import { registrationRows, row } from '../links/held.ts';
import { heading2, link } from '../prose.ts';
import { sayHalfDay, sayMoment, sayNumber } from '../say.ts';
import type { Dossier } from './dossier.ts';
import { pathOf } from '../paths.ts';
import { type Console, listTable } from './frame.ts';
import { recordPage, type Stand } from './record-page.ts';
import { recordsContent as words } from './records.en.ts';

/** An event that a school hosts or has places at. */
export type SchoolPlace = { readonly event: Event; readonly booking: Booking | undefined; readonly host: boolean };

type SchoolParams = Console & {
  readonly school: Registration;
  readonly places: readonly SchoolPlace[];
  readonly dossier: Dossier;
  readonly now: Instant;
  readonly filled?: Filled | undefined;
};

/** One school's registration: how it stands, what can be done, what we hold, its places, notes, mails and timeline. */
export function schoolRecordPage({ school, places, dossier, now, filled, ...console }: SchoolParams): string {
  const path = pathOf('/organiser/editions/{edition}/registrations/{urn}/{registration}', school);
  return recordPage(console, {
    name: school.schoolName,
    list: 'registrations',
    path,
    stand: standOf(school),
    rows: [...registrationRows(school), ...momentRows(school)],
    places: placesPart(places),
    approve: { action: `${path}/approve`, list: true },
    merge: undefined,
    dossier,
    now,
    filled,
  });
}

function standOf(school: Registration): Stand {
  return {
    state: school.state,
    missing: missingInRegistration(school),
    mergedInto: undefined,
    waits: school.state === 'pending',
  };
}

function momentRows({
  submittedAt,
  confirmedAt,
  confirmedBy,
  withdrawnAt,
  withdrawalReason,
  urn,
}: Registration): (SummaryRow | undefined)[] {
  const by = confirmedBy === undefined ? '' : `, ${words.confirmedBy[confirmedBy]}`;
  return [
    row('URN', urn),
    row(words.since, sayMoment(submittedAt)),
    row(words.confirmed, confirmedAt && `${sayMoment(confirmedAt)}${by}`),
    row(words.withdrawn, withdrawnAt && sayMoment(withdrawnAt)),
    row(words.reason, withdrawalReason),
  ];
}

function placesPart(places: readonly SchoolPlace[]): Html {
  return html`${heading2(words.places)}
${listTable({
  name: words.places,
  none: words.noPlaces,
  head: [{ text: words.event }, { text: words.when }, { text: words.role }, { text: words.pupils, format: 'numeric' }],
  rows: places.map(({ event, booking, host }) => [
    { html: link(pathOf('/organiser/editions/{edition}/events/{event}', event), event.title) },
    { text: sayHalfDay(event.halfDay) },
    { text: host ? words.host : words.guest },
    { text: booking ? sayNumber(booking.pupils) : '–', format: 'numeric' },
  ]),
})}`;
}
