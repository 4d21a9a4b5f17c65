import { countEdition, countEvent, countSchool } from '#shared/domain/impact.ts';
import { countVisits } from '#shared/domain/visit-survey.ts';
import type { NewId } from '#shared/kernel/ids.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { recountClasses } from './recount-classes.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter; readonly newId: NewId };
type Mark = Item<'dirty'>;

/** How many parts one transaction overwrites: two writes each, and one for the edition's own mark, within DynamoDB's 100. */
const partsAtOnce = 40;

/**
 * Recounts every part of an edition that is marked dirty, then the edition itself; answers how many parts there were.
 * The mark is the version guard: totals are written in one transaction that removes the very mark that was read, so a
 * recount that began before a newer mark is refused and the newer one counts again.
 */
export async function recountEdition(edition: string, ports: Ports): Promise<number> {
  await recountClasses(edition, ports);
  const marks = await ports.read.list('dirty', { edition });
  const parts = marks.filter((mark) => mark.level !== 'EDITION');
  for (let start = 0; start < parts.length; start += partsAtOnce)
    await recountParts(edition, parts.slice(start, start + partsAtOnce), ports);
  if (marks.length > 0) await rollUp(edition, ports);
  return parts.length;
}

async function recountParts(edition: string, marks: readonly Mark[], ports: Ports): Promise<void> {
  const recounted = await Promise.all(marks.map((mark) => recountPart(mark, ports)));
  const markEdition: Write = { put: 'dirty', item: { edition, level: 'EDITION', part: 'ALL', mark: ports.newId() }, when: 'any' };
  const { ok } = await ports.write.transact([...recounted.flat(), markEdition]);
  if (ok || marks.length === 1) return;
  // One part was marked again meanwhile: the others need not wait for it.
  for (const mark of marks) await recountParts(edition, [mark], ports);
}

async function recountPart(mark: Mark, { read }: Ports): Promise<Write[]> {
  const removeMark: Write = { remove: 'dirty', key: mark, when: { mark: mark.mark } };
  if (mark.level === 'SCHOOL') {
    const key = { edition: mark.edition, urn: mark.part };
    const startsWith = `${mark.part}#`;
    const [registrations, responses, classes] = await Promise.all([
      read.list('registration', key, { startsWith }),
      read.list('response', key, { startsWith }),
      read.list('classTotal', key, { startsWith }),
    ]);
    return [{ put: 'schoolTotal', item: countSchool(key, registrations, responses, classes), when: 'any' }, removeMark];
  }
  const key = { edition: mark.edition, event: mark.part };
  const [event, bookings, offers, classes, surveys] = await Promise.all([
    read.get('event', key),
    read.list('booking', key),
    read.list('offer', key),
    read.list('classTotal', key),
    read.list('visitSurvey', key, { startsWith: `${mark.part}#` }),
  ]);
  if (!event) return [removeMark];
  const said = classes.filter((one) => one.event === mark.part);
  return [{ put: 'eventTotal', item: countEvent(event, bookings, offers, said, countVisits(surveys)), when: 'any' }, removeMark];
}

async function rollUp(edition: string, { read, write }: Ports): Promise<void> {
  const mark = await read.get('dirty', { edition, level: 'EDITION', part: 'ALL' });
  if (!mark) return;
  const [events, schools] = await Promise.all([read.list('eventTotal', { edition }), read.list('schoolTotal', { edition })]);
  await write.transact([
    { put: 'editionTotal', item: countEdition(edition, events, schools), when: 'any' },
    { remove: 'dirty', key: mark, when: { mark: mark.mark } },
  ]);
}

/** Marks everything of an edition dirty, from the source items themselves, and recounts it, each class too. */
export async function rebuildEdition(edition: string, ports: Ports): Promise<number> {
  await recountClasses(edition, ports, { all: true });
  const [registrations, events] = await Promise.all([
    ports.read.list('registration', { edition }),
    ports.read.list('event', { edition }),
  ]);
  const parts = [
    ...[...new Set(registrations.map(({ urn }) => urn))].map((part) => ({ level: 'SCHOOL', part }) as const),
    ...events.map(({ event }) => ({ level: 'EVENT', part: event }) as const),
  ];
  await ports.write.bulk(parts.map((part) => ({ put: 'dirty', item: { edition, ...part, mark: ports.newId() }, when: 'any' })));
  return recountEdition(edition, ports);
}
