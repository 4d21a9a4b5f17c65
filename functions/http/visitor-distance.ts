import { kilometresBetween, type Position, positionOfPostcode, postcodeIn } from '#shared/domain/distance.ts';
import type { Event } from '#shared/domain/event.ts';
import type { School } from '#shared/domain/school.ts';

/** The venues of events at the own site of an organisation or a volunteer: those without a host. */
export function sitesOf(id: string, events: readonly Event[]): string[] {
  return events.flatMap(({ organisations, volunteers, host, venue }) =>
    host === undefined && venue !== undefined && [...organisations, ...volunteers].includes(id) ? [venue] : [],
  );
}

/** How far the nearest of some sites is from a place, in kilometres of the straight line; undefined where neither is known. */
export function distanceOf(host: Position | undefined, sites: readonly string[], schools: readonly School[]): number | undefined {
  if (!host) return undefined;
  const distances = sites.flatMap((site) => {
    const postcode = postcodeIn(site);
    const position = postcode === undefined ? undefined : positionOfPostcode(postcode, schools);
    return position ? [kilometresBetween(host, position)] : [];
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}
