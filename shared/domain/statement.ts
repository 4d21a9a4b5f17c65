import * as z from 'zod/mini';
import type { Decision } from './decision.ts';
import { type Edition } from './edition.ts';
import type { Event } from './event.ts';
import { mealsFrom } from './fair-shares.ts';
import { count } from './fields.ts';
import { hoursOf } from './hours.ts';
import type { EventTotal } from './totals.ts';
import type { Organisation } from './organisation.ts';
import { requireUnchanged, requireUnreported, version } from './registration-changes.ts';
import type { School } from './school.ts';
import { requireConfirmed } from './visitor.ts';
import type { Volunteer } from './volunteer.ts';

// What one organisation, volunteer or school gave and met in an edition. Each sees what it was at, and nothing of others.

/** What an organisation or a volunteer sends: hours of preparation, over all its events. */
export const preparationForm = z.strictObject({
  version,
  preparationHours: count('Enter how many hours it took to prepare', 500),
});

/** How many of a school's pupils are eligible for free school meals, by the register. */
export const needBands = ['many', 'some', 'few', 'unknown'] as const;
export type NeedBand = (typeof needBands)[number];

/** An event that was held, with what was counted of it. */
export type Held = { readonly event: Event; readonly total: EventTotal };

/** What somebody gave, in counts. Headcounts: a child at two events counts twice. */
export type Statement = {
  readonly held: readonly Held[];
  readonly sessions: number;
  /** Of the events they were at. */
  readonly minutes: number;
  readonly faceToFace: number;
  readonly online: number;
  readonly schools: number;
  readonly byNeed: Readonly<Record<NeedBand, number>>;
};

/** What was given at these events; `schools` are those of the register. */
export function statementOf(events: readonly Held[], schools: readonly School[]): Statement {
  const held = events.filter(({ total }) => total.held).toSorted((a, b) => a.event.halfDay.localeCompare(b.event.halfDay));
  const sum = (of: (one: Held) => number) => held.reduce((all, one) => all + of(one), 0);
  const met = new Set(held.flatMap(({ total }) => total.schools));
  const register = new Map(schools.map((one) => [one.urn, one]));
  const byNeed: Record<NeedBand, number> = { many: 0, some: 0, few: 0, unknown: 0 };
  for (const urn of met) byNeed[bandOf(register.get(urn))] += 1;
  return {
    held,
    sessions: sum(({ event }) => event.sessions),
    minutes: sum(({ event }) => minutesOf(event)),
    faceToFace: sum(({ event, total }) => (event.kind === 'online' ? 0 : total.pupils)),
    online: sum(({ event, total }) => (event.kind === 'online' ? total.pupils : 0)),
    schools: met.size,
    byNeed,
  };
}

/** The band of a school's pupils who are eligible for free school meals. */
function bandOf(one: Pick<School, 'percentageFsm'> | undefined): NeedBand {
  const share = one?.percentageFsm;
  if (share === undefined) return 'unknown';
  return share >= mealsFrom.many ? 'many' : share >= mealsFrom.some ? 'some' : 'few';
}

function minutesOf(event: Event): number {
  const { starts, ends } = hoursOf(event);
  return (Date.parse(ends) - Date.parse(starts)) / 60_000;
}

type Preparation = { readonly edition: Edition; readonly form: z.infer<typeof preparationForm> };

/** Keeps how long an organisation prepared. The same again changes nothing. Conflicts: `not-confirmed`, `withdrawn`, `edition-over`, `changed-meanwhile`. */
export function prepareOrganisation(current: Organisation, preparation: Preparation): Decision<Organisation> {
  return prepared(current, preparation, { kind: 'organisation', visitor: current.organisation });
}

/** Keeps how long a volunteer prepared. Conflicts as for an organisation. */
export function prepareVolunteer(current: Volunteer, preparation: Preparation): Decision<Volunteer> {
  return prepared(current, preparation, { kind: 'volunteer', visitor: current.volunteer });
}

function prepared<T extends Organisation | Volunteer>(
  current: T,
  { edition, form: { preparationHours, ...seen } }: Preparation,
  who: { readonly kind: 'organisation' | 'volunteer'; readonly visitor: string },
): Decision<T> {
  if (current.preparationHours === preparationHours) return { state: current, facts: [] };
  requireConfirmed(current);
  requireUnreported(edition);
  requireUnchanged(current, seen);
  const state = { ...current, preparationHours, version: current.version + 1 };
  const data = { ...who, hours: preparationHours, version: state.version };
  return { state, facts: [{ type: 'preparation.recorded.v1', data }] };
}
