import { type Clash, clashesOf, type Gathering } from '#shared/domain/clash.ts';
import type { EventForm } from '#shared/domain/event-forms.ts';
import { hoursAt, type WeekSettings } from '#shared/domain/week-settings.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { type ClashSeen, sayClash } from '#web/organiser/clashes.ts';
import { gatheringsAt, positionOfEvent } from '../../jobs/gatherings.ts';

/** What an event shares with others of its day, each with the name of who or what it is. */
export async function clashesWith(
  one: Gathering & { readonly venue?: string | undefined },
  edition: string,
  read: TableReader,
): Promise<ClashSeen[]> {
  const [there, at] = await Promise.all([
    gatheringsAt({ edition, halfDay: one.halfDay }, read),
    positionOfEvent({ edition, ...one }, read),
  ]);
  const clashes = clashesOf(
    { ...one, at },
    there.map(({ gathering }) => gathering),
  );
  return Promise.all(clashes.map(async (clash) => ({ ...clash, name: await nameOf(clash, edition, read) })));
}

/** An event that is being recorded, as clashes see it. */
export function plannedGathering(
  form: Pick<EventForm, 'reference' | 'kind' | 'title' | 'halfDay' | 'host' | 'venue' | 'organisations' | 'volunteers'>,
  edition: WeekSettings,
): Gathering & Pick<EventForm, 'venue'> {
  const { reference: event, kind, title, halfDay, host, venue, organisations, volunteers = [] } = form;
  const visitors = [
    ...organisations.map((visitor) => ({ visitor, kind: 'organisation' }) as const),
    ...volunteers.map((visitor) => ({ visitor, kind: 'volunteer' }) as const),
  ];
  return { event, kind, title, halfDay, hours: hoursAt(edition, halfDay), host, venue, visitors, schools: [] };
}

/**
 * Refuses what clashes, unless the organiser has seen it and goes on all the same: an organisation may have two teams, and a
 * school two halls. One person is never at two places. Conflict `clash`.
 */
export function requireNoClash(clashes: readonly ClashSeen[], despite: boolean | undefined, path?: string): void {
  const stands = clashes.filter(({ what }) => what === 'volunteers' || !despite);
  if (stands.length === 0) return;
  const issues = stands.map((clash) => ({ path: path ?? clash.what, message: sayClash(clash) }));
  throw new AppError('conflict', 'clash', 'This clashes with another event of the day.', issues);
}

async function nameOf({ what, who }: Clash, edition: string, read: TableReader): Promise<string> {
  if (what === 'organisations') return (await read.get('organisation', { edition, organisation: who }))?.name ?? who;
  if (what === 'volunteers') return (await read.get('volunteer', { edition, volunteer: who }))?.contact.name ?? who;
  const [school] = await read.list('registration', { edition }, { startsWith: who, limit: 1 });
  return school?.schoolName ?? who;
}
