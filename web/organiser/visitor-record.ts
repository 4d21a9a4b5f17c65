import type { Event } from '#shared/domain/event.ts';
import { missingInOrganisation, missingInVolunteer } from '#shared/domain/missing.ts';
import { isAnswerable, type Offer } from '#shared/domain/offer.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { organisationRows, row, volunteerRows } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { heading2, link } from '../prose.ts';
import { sayHalfDay, sayMoment } from '../say.ts';
import type { Dossier } from './dossier.ts';
import { type Console, listTable } from './frame.ts';
import { recordPage } from './record-page.ts';
import { recordsContent as words } from './records.en.ts';

/** A place offered to an organisation or a volunteer, with its event. */
export type OfferedPlace = { readonly event: Event; readonly offer: Offer };

type VisitorParams = Console & {
  readonly visitor: Visitor;
  /** What the organisation is called that a volunteer came with. */
  readonly signedUpWith: string | undefined;
  readonly places: readonly OfferedPlace[];
  readonly dossier: Dossier;
  readonly now: Instant;
  readonly filled?: Filled | undefined;
};

/** The page of an organisation or a volunteer. */
export function visitorPathOf(visitor: Visitor): string {
  const { kind, state } = visitor;
  const at = { edition: state.edition, kind, visitor: visitorId(visitor) };
  return pathOf('/organiser/editions/{edition}/visitors/{kind}/{visitor}', at);
}

/** What an organisation or a volunteer is called. */
export function visitorName({ state }: Visitor): string {
  return 'name' in state ? state.name : state.contact.name;
}

/** Its id. */
export function visitorId({ state }: Pick<Visitor, 'state'>): string {
  return 'formats' in state ? state.organisation : state.volunteer;
}

/** One organisation or volunteer: how they stand, what can be done, what we hold, their places, notes, mails and timeline. */
export function visitorRecordPage(params: VisitorParams): string {
  const { visitor, signedUpWith, places, dossier, now, filled, ...console } = params;
  const { kind, state } = visitor;
  const path = visitorPathOf(visitor);
  const { mergedInto } = state;
  const stays = { edition: state.edition, kind, visitor: mergedInto ?? '' };
  const open = places.some(({ event, offer }) => offer.state === 'offered' && isAnswerable(event, now));
  return recordPage(console, {
    name: visitorName(visitor),
    list: kind === 'organisation' ? 'organisations' : 'volunteers',
    path,
    stand: {
      state: state.state,
      missing: visitor.kind === 'organisation' ? missingInOrganisation(visitor.state) : missingInVolunteer(visitor.state),
      mergedInto: mergedInto === undefined ? undefined : pathOf('/organiser/editions/{edition}/visitors/{kind}/{visitor}', stays),
      waits: state.state === 'pending' || (state.state === 'confirmed' && open),
    },
    rows: [
      ...(visitor.kind === 'organisation' ? organisationRows(visitor.state) : volunteerRows(visitor.state)),
      row(words.fields.organisation, signedUpWith),
      ...momentRows(state),
    ],
    places: placesPart(places),
    approve: { action: `${path}/approve`, list: false },
    merge: `${path}/merge`,
    dossier,
    now,
    filled,
  });
}

function momentRows({ signedUpAt, confirmedAt, withdrawnAt, withdrawalReason }: Visitor['state']): (SummaryRow | undefined)[] {
  return [
    row(words.since, sayMoment(signedUpAt)),
    row(words.confirmed, confirmedAt && sayMoment(confirmedAt)),
    row(words.withdrawn, withdrawnAt && sayMoment(withdrawnAt)),
    row(words.reason, withdrawalReason),
  ];
}

function placesPart(places: readonly OfferedPlace[]): Html {
  return html`${heading2(words.places)}
${listTable({
  name: words.places,
  none: words.noPlaces,
  head: [words.event, words.when, words.answer, words.reason].map((text) => ({ text })),
  rows: places.map(({ event, offer }) => [
    { html: link(pathOf('/organiser/editions/{edition}/events/{event}', event), event.title) },
    { text: sayHalfDay(event.halfDay) },
    { text: labels.offers[offer.state] },
    { text: offer.reason ?? '–' },
  ]),
})}`;
}
