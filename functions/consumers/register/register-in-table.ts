import { isOpen, type School } from '#shared/domain/school.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';

/** How a row differs from what the table held. `closed`: open before, closed now. */
export type Change = 'added' | 'changed' | 'closed' | 'moved' | 'unchanged';

/** What the table knows of one school, in one local authority. */
type Known = { readonly la: string; readonly digest: string; readonly open: boolean };

type Writes = Parameters<TableWriter['bulk']>[0][number];

/** Enough to keep the table busy, little enough to hold in memory. */
const batchSize = 400;

export type Register = Awaited<ReturnType<typeof registerIn>>;

/**
 * The register as the table holds it, and what an import makes of it. Only digests are kept in memory, of all schools: one
 * that moved to another local authority is under another key, and its old item must go.
 */
export async function registerIn(read: Pick<TableReader, 'list'>, write: Pick<TableWriter, 'bulk'> | undefined) {
  const authorities = new Map((await read.list('registerLa', {})).map((one) => [one.la, one]));
  const schools = new Map<string, Known[]>();
  for (const la of authorities.keys()) {
    for (const one of await read.list('school', { la })) {
      schools.set(one.urn, [...(schools.get(one.urn) ?? []), { la, digest: one.digest, open: isOpen(one) }]);
    }
  }
  const names = new Map<string, string>();
  let waiting: Writes[] = [];
  // Old items go last: an import that is interrupted leaves a moved school twice rather than nowhere.
  const departed: Writes[] = [];

  async function flush(): Promise<void> {
    const writes = waiting;
    waiting = [];
    if (writes.length > 0) await write?.bulk(writes);
  }

  /** An authority is listed before it has schools, so that an interrupted import is found again by the next. */
  async function announce(la: string, name: string | undefined): Promise<void> {
    if (name) names.set(la, name);
    if (authorities.has(la)) return;
    const item = { la, name: name ?? la, schools: 0 };
    authorities.set(la, item);
    await write?.bulk([{ put: 'registerLa', item, when: 'any' }]);
  }

  return {
    /** Takes one school in, and says how it differs. */
    async take(school: School, laName: string | undefined): Promise<Change> {
      await announce(school.la, laName);
      const known = schools.get(school.urn) ?? [];
      const change = changeOf(school, known);
      const elsewhere = known.filter(({ la }) => la !== school.la);
      schools.set(school.urn, [{ la: school.la, digest: school.digest, open: isOpen(school) }]);
      if (change !== 'unchanged') waiting.push({ put: 'school', item: school, when: 'any' });
      for (const { la } of elsewhere) departed.push({ remove: 'school', key: { la, urn: school.urn }, when: 'any' });
      if (waiting.length >= batchSize) await flush();
      return change;
    },
    /** Writes what is still waiting, and the number of open schools of every local authority that has another one now. */
    async finish(): Promise<void> {
      await flush();
      waiting = departed.splice(0);
      const open = new Map<string, number>();
      for (const { la } of [...schools.values()].flat().filter((one) => one.open)) open.set(la, (open.get(la) ?? 0) + 1);
      for (const before of authorities.values()) {
        const item: Item<'registerLa'> = {
          la: before.la,
          name: names.get(before.la) ?? before.name,
          schools: open.get(before.la) ?? 0,
        };
        if (item.name !== before.name || item.schools !== before.schools) waiting.push({ put: 'registerLa', item, when: 'any' });
      }
      await flush();
    },
    /** Open schools, by number, of the local authorities of the schools given that are not among these. */
    missing(seen: ReadonlySet<string>): string[] {
      const listed = new Set([...seen].flatMap((urn) => (schools.get(urn) ?? []).map(({ la }) => la)));
      return [...schools]
        .filter(([urn, places]) => !seen.has(urn) && places.some(({ la, open }) => open && listed.has(la)))
        .map(([urn]) => urn)
        .sort();
    },
  };
}

function changeOf(school: School, known: readonly Known[]): Change {
  const here = known.find(({ la }) => la === school.la);
  if (here?.digest === school.digest) return 'unchanged';
  if (known.length === 0) return 'added';
  if (known.some(({ open }) => open) && school.status === 'closed') return 'closed';
  return here ? 'changed' : 'moved';
}
