import type { Event } from '#shared/domain/event.ts';
import type { EventForm } from '#shared/domain/event-forms.ts';
import { offersOf } from '#shared/domain/offer.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';

/** The organisations and volunteers that an event names and the host's place, as they are now; undefined where there is none. */
export async function readParts(
  read: TableReader,
  edition: string,
  { organisations, volunteers = [], host }: Pick<EventForm, 'organisations' | 'volunteers' | 'host'>,
) {
  const [offers, helpers, place] = await Promise.all([
    Promise.all([...new Set(organisations)].map((organisation) => read.get('organisation', { edition, organisation }))),
    Promise.all([...new Set(volunteers)].map((volunteer) => read.get('volunteer', { edition, volunteer }))),
    host === undefined ? undefined : read.get('schoolPlace', { edition, urn: host }),
  ]);
  return { offers, helpers, hosted: host === undefined || place !== undefined };
}
export type EventParts = Awaited<ReturnType<typeof readParts>>;

/** Refuses an event with somebody who does not take part, or a host without a place. Invalid `event-parts-unknown`. */
export function requireParts({ offers, helpers, hosted }: EventParts): void {
  const issues = [
    ...(offers.every(takesPart) ? [] : [{ path: 'organisations', message: 'Choose organisations that take part' }]),
    ...(helpers.every(takesPart) ? [] : [{ path: 'volunteers', message: 'Choose volunteers who take part' }]),
    ...(hosted ? [] : [{ path: 'host', message: 'Choose a host school that has confirmed' }]),
  ];
  if (issues.length > 0) throw new AppError('invalid', 'event-parts-unknown', 'There is a problem with what you sent.', issues);
}

function takesPart(one: { readonly state: string } | undefined): boolean {
  return one !== undefined && one.state !== 'withdrawn';
}

/** The places that come with an event which is offered, each meeting a withdrawal of its holder. */
export function offeringWrites(event: Event, parts: EventParts, now: Instant): Write[] {
  return [...offersOf(event, now).map((item): Write => ({ put: 'offer', item, when: 'absent' })), ...countOffers(parts)];
}

/** Meets a withdrawal at the row of each who is offered a place: whichever comes second sees the first. */
function countOffers({ offers, helpers }: EventParts): Write[] {
  const counted = { counter: 'offers', by: -1 } as const;
  return [
    ...offers.flatMap((one): Write[] =>
      one ? [{ reserve: 'organisation', key: one, ...counted, when: { state: one.state } }] : [],
    ),
    ...helpers.flatMap((one): Write[] =>
      one ? [{ reserve: 'volunteer', key: one, ...counted, when: { state: one.state } }] : [],
    ),
  ];
}
