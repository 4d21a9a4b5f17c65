import { isErased } from '#shared/domain/erasure.ts';
import type { YearGroup } from '#shared/domain/fields.ts';
import type { MenuEntry, SectorSession } from '#shared/domain/funding/items.ts';
import { type Match, rankMatches } from '#shared/domain/funding/match.ts';
import { fittingSectors } from '#shared/domain/funding/sectors.ts';
import { positionsOf } from '#shared/domain/distance.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { TableReader } from '#shared/ports.ts';
import { findSchool, schoolsOf } from '../find.ts';
import { distanceOf, sitesOf } from '../visitor-distance.ts';

/** Everybody who signed up and confirmed, by their names. */
export async function peopleOf(read: TableReader, key: { readonly edition: string }) {
  const [organisations, volunteers] = await Promise.all([read.list('organisation', key), read.list('volunteer', key)]);
  const firms = organisations
    .filter((one) => one.state === 'confirmed' && !isErased(one))
    .map(({ organisation, name, contact, sector, yearGroups }) => {
      return {
        kind: 'organisation' as const,
        id: organisation,
        name,
        contact: contact.name,
        email: contact.email,
        sector,
        yearGroups,
      };
    });
  const alone = volunteers
    .filter((one) => one.state === 'confirmed' && !isErased(one))
    .map(({ volunteer, organisation, contact }) => {
      const of = firms.find(({ id }) => id === organisation);
      const { name, email } = contact;
      return {
        kind: 'volunteer' as const,
        id: volunteer,
        name,
        contact: name,
        email,
        sector: of?.sector,
        yearGroups: of?.yearGroups,
      };
    });
  return [...firms, ...alone];
}
export type People = Awaited<ReturnType<typeof peopleOf>>;

type Around = {
  readonly one: SectorSession;
  readonly programme: Programme;
  readonly menu: readonly MenuEntry[];
  readonly sessions: readonly SectorSession[];
  readonly people: People;
};

/** Who could come to a session, the best first. Whoever goes to another session that day is left out. */
export async function matchesFor(read: TableReader, { one, programme, menu, sessions, people }: Around): Promise<Match[]> {
  const [events, schools, school] = await Promise.all([
    read.list('event', one),
    schoolsOf(programme, read),
    findSchool(programme, one.urn, read),
  ]);
  const others = sessions.filter(({ session, state }) => session !== one.session && state !== 'cancelled');
  const busy = new Set(others.filter(({ on }) => on === one.on).map(({ visitor }) => visitor?.id));
  const [here] = school ? positionsOf(school) : [];
  const offered = (id: string) => menu.filter(({ visitor }) => visitor?.id === id);
  const wanted = Object.entries(one.expected).flatMap(([year, pupils]) => ((pupils ?? 0) > 0 ? [year] : []));
  const suits = (years: readonly YearGroup[] | undefined) => years && wanted.every((year) => years.some((own) => own === year));
  const matches = people
    .filter(({ id }) => !busy.has(id))
    .map(({ kind, id, name, contact, email, sector, yearGroups }): Match => {
      const own = offered(id);
      return {
        kind,
        id,
        name,
        contact,
        email,
        offersIt: own.some(({ entry }) => entry === one.entry),
        ofSector: own.some((entry) => entry.sector === one.sector) || fittingSectors[one.sector].includes(sector ?? ''),
        suitsYears: suits(yearGroups),
        sessions: others.filter(({ visitor }) => visitor?.id === id).length,
        kilometres: distanceOf(here, sitesOf(id, events), schools),
      };
    });
  return rankMatches(matches);
}
