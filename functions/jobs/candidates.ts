import type { Asking } from '#shared/domain/asking.ts';
import { type Candidate, timesAsked } from '#shared/domain/asking-tiers.ts';
import { clashesOf } from '#shared/domain/clash.ts';
import type { Event } from '#shared/domain/event.ts';
import { countingOn, type Offer } from '#shared/domain/offer.ts';
import type { AskingRules } from '#shared/domain/week-settings.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { gatheringsAt, positionOfEvent } from './gatherings.ts';

type By = { readonly kind: Asking['kind']; readonly rules: AskingRules; readonly now: Instant };

/** Those who offered an event's half-day and take part, each with what whether they are asked follows from. */
export async function candidatesFor(event: Event, { kind, rules, now }: By, read: TableReader): Promise<Candidate[]> {
  const { edition } = event;
  const [people, events, askings, there, at] = await Promise.all([
    peopleOf(event, kind, read),
    read.list('event', { edition }),
    read.list('asking', { edition }),
    gatheringsAt(event, read),
    positionOfEvent(event, read),
  ]);
  const offers = (await Promise.all(events.map((one) => read.list('offer', one)))).flat();
  const visitors = people.map(({ visitor }) => ({ visitor, kind }));
  const others = there.map(({ gathering }) => gathering);
  const elsewhere = new Set(clashesOf({ ...event, at, visitors, schools: [], host: undefined }, others).map(({ who }) => who));
  const here = new Set(offers.filter((one) => one.event === event.event).map(({ visitor }) => visitor));
  return people.map(({ visitor, name }): Candidate => {
    const own: readonly Offer[] = offers.filter((one) => one.visitor === visitor);
    const asked = timesAsked(visitor, { offers: own, askings, rules, now });
    return { visitor, name, places: countingOn(own).length, asked, busy: elsewhere.has(visitor) || here.has(visitor) };
  });
}

type Person = Pick<Candidate, 'visitor' | 'name'>;

async function peopleOf(
  { edition, halfDay, kind: shape, host }: Event,
  kind: Asking['kind'],
  read: TableReader,
): Promise<Person[]> {
  if (kind === 'volunteer') {
    const volunteers = await read.list('volunteer', { edition });
    return volunteers
      .filter(({ state, halfDays }) => state === 'confirmed' && halfDays.includes(halfDay))
      .map(({ volunteer: visitor, contact: { name } }) => ({ visitor, name }));
  }
  const format = shape === 'special' ? (host === undefined ? 'special-own-site' : 'special-in-school') : shape;
  const organisations = await read.list('organisation', { edition });
  return organisations
    .filter(({ state, halfDays, formats }) => state === 'confirmed' && halfDays.includes(halfDay) && formats.includes(format))
    .map(({ organisation: visitor, name }) => ({ visitor, name }));
}
