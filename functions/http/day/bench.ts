import { positionsOf } from '#shared/domain/distance.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { type BenchCandidate, rankBench } from '#shared/domain/rotation/bench.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { TableReader } from '#shared/ports.ts';
import { gatheringsAt } from '../../jobs/gatherings.ts';
import { crossingAt } from '../child-days.ts';
import { schoolsOf } from '../find.ts';
import { distanceOf, sitesOf } from '../visitor-distance.ts';

type At = {
  readonly event: Event;
  readonly rotation: Rotation;
  readonly setting: { readonly edition: Edition; readonly programme: Programme };
};

/**
 * Who could come instead: confirmed organisations that offered a rotation in this half-day, and confirmed volunteers who
 * offered it, neither in this rotation nor counted on by another event of the half-day; the best fit first. Volunteers who
 * would come over the safeguarding line are left out.
 */
export async function benchFor(read: TableReader, { event, rotation, setting }: At): Promise<BenchCandidate[]> {
  const { edition } = event;
  const [organisations, volunteers, there, events, schools] = await Promise.all([
    read.list('organisation', { edition }),
    read.list('volunteer', { edition }),
    gatheringsAt(event, read),
    read.list('event', { edition }),
    schoolsOf(setting.programme, read),
  ]);
  const inIt = new Set(rotation.brief.organisations.map(({ organisation }) => organisation));
  const now = there.filter(({ event: { halfDay } }) => halfDay === event.halfDay);
  const busy = new Set(now.flatMap(({ gathering }) => gathering.visitors.map(({ visitor }) => visitor)));
  const free = (id: string) => !inIt.has(id) && !busy.has(id);
  const [host] = schools.filter(({ urn }) => urn === event.host).flatMap(positionsOf);
  const far = (id: string) => distanceOf(host, sitesOf(id, events), schools);
  const firms = organisations
    .filter(
      ({ organisation, state, formats, halfDays }) =>
        free(organisation) && state === 'confirmed' && formats.includes('rotation') && halfDays.includes(event.halfDay),
    )
    .map(({ organisation: id, name, contact, placesPerWorkshop: places, sector }): BenchCandidate => {
      const { name: person, telephone } = contact;
      return { id, kind: 'organisation', name, contact: person, telephone, places, sector, kilometres: far(id) };
    });
  const offered = volunteers.filter(
    ({ volunteer, state, halfDays }) => free(volunteer) && state === 'confirmed' && halfDays.includes(event.halfDay),
  );
  // On the day there is no time for the safeguarding lead to decide: whoever would come over the line is not asked.
  const crossings = await Promise.all(offered.map((one) => crossingAt(event, one, { setting, read })));
  const people = offered
    .filter((_, index) => crossings[index] === undefined)
    .map(({ volunteer: id, contact: { name, telephone } }): BenchCandidate => {
      return { id, kind: 'volunteer', name, contact: name, telephone, kilometres: far(id) };
    });
  const sizes = rotation.plan.groups.map(({ members }) => members.reduce((sum, { pupils }) => sum + pupils, 0));
  const sectors = new Set(organisations.filter(({ organisation }) => inIt.has(organisation)).map(({ sector }) => sector));
  return rankBench([...firms, ...people], { biggest: Math.max(0, ...sizes), sectors });
}
