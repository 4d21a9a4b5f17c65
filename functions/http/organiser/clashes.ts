import { type Clash, clashesOf, type Gathering } from '#shared/domain/clash.ts';
import type { EventForm } from '#shared/domain/event-forms.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { type ClashSeen, sayClash } from '#web/organiser/clashes.ts';
import { gatheringsAt } from '../../jobs/gatherings.ts';

/** What an event shares with others of its half-day, each with the name of who or what it is. */
export async function clashesWith(one: Gathering, edition: string, read: TableReader): Promise<ClashSeen[]> {
  const there = await gatheringsAt({ edition, halfDay: one.halfDay }, read);
  const clashes = clashesOf(
    one,
    there.map(({ gathering }) => gathering),
  );
  return Promise.all(clashes.map(async (clash) => ({ ...clash, name: await nameOf(clash, edition, read) })));
}

/** An event that is being recorded, as clashes see it. */
export function plannedGathering(
  form: Pick<EventForm, 'reference' | 'title' | 'halfDay' | 'host' | 'organisations' | 'volunteers'>,
): Gathering {
  const { reference: event, title, halfDay, host, organisations, volunteers = [] } = form;
  const visitors = [
    ...organisations.map((visitor) => ({ visitor, kind: 'organisation' }) as const),
    ...volunteers.map((visitor) => ({ visitor, kind: 'volunteer' }) as const),
  ];
  return { event, title, halfDay, host, visitors, schools: [] };
}

/** Refuses what clashes, unless the organiser has seen it and goes on all the same. Conflict `clash`. */
export function requireNoClash(clashes: readonly ClashSeen[], despite: boolean | undefined, path?: string): void {
  if (clashes.length === 0 || despite) return;
  const issues = clashes.map((clash) => ({ path: path ?? clash.what, message: sayClash(clash) }));
  throw new AppError('conflict', 'clash', 'This clashes with another event of the half-day.', issues);
}

async function nameOf({ what, who }: Clash, edition: string, read: TableReader): Promise<string> {
  if (what === 'organisations') return (await read.get('organisation', { edition, organisation: who }))?.name ?? who;
  if (what === 'volunteers') return (await read.get('volunteer', { edition, volunteer: who }))?.contact.name ?? who;
  const [school] = await read.list('registration', { edition }, { startsWith: who, limit: 1 });
  return school?.schoolName ?? who;
}
