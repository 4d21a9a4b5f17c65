import { isOpen, type School } from './school.ts';

// What a file of the register would change, and how that is taken back. By page an organiser changes only the schools of
// their own programme's places.

/** How a school of the file differs from the register: new to it, closed in it now, or with other particulars. */
export const registerChanges = ['added', 'closed', 'changed'] as const;
export type RegisterChange = {
  readonly kind: (typeof registerChanges)[number];
  readonly school: School;
  /** As it was; nothing for a new one. */
  readonly before?: School | undefined;
};

/** What the schools of a file would change in the register as it stands, by number, and how many are as they were. */
export function compareSchools(
  wanted: readonly School[],
  register: readonly School[],
): { readonly changes: readonly RegisterChange[]; readonly unchanged: number } {
  const known = new Map(register.map((one) => [one.urn, one]));
  const changes = wanted.flatMap((school): RegisterChange[] => {
    const before = known.get(school.urn);
    if (before?.digest === school.digest && before.la === school.la) return [];
    if (!before) return [{ kind: 'added', school }];
    return [{ kind: isOpen(before) && school.status === 'closed' ? 'closed' : 'changed', school, before }];
  });
  return { changes, unchanged: wanted.length - changes.length };
}

/** Open schools of the register that a file does not name: they stay, as a file may hold one phase only. */
export function notListed(wanted: readonly School[], register: readonly School[]): School[] {
  const named = new Set(wanted.map(({ urn }) => urn));
  return register.filter((one) => isOpen(one) && !named.has(one.urn));
}

/**
 * The changes that can be taken back: whose school is in the register as the file left it, and, for one that was new, that
 * nobody has registered since.
 */
export function undoable(
  changes: readonly RegisterChange[],
  register: readonly School[],
  registered: ReadonlySet<string>,
): readonly RegisterChange[] {
  const known = new Map(register.map((one) => [one.urn, one]));
  return changes.filter(
    ({ kind, school }) => known.get(school.urn)?.digest === school.digest && !(kind === 'added' && registered.has(school.urn)),
  );
}

/** The changes whose school is still in the register as it was before them. */
export function untouched(changes: readonly RegisterChange[], register: readonly School[]): readonly RegisterChange[] {
  const known = new Map(register.map((one) => [one.urn, one]));
  return changes.filter(({ school, before }) => known.get(school.urn)?.digest === before?.digest);
}
