/**
 * A loader that remembers what it gave for so many milliseconds, apart for each owner (such as a reader of a table) and
 * key. Nothing is remembered of a load that fails or finds nothing. For settings that every request reads and that
 * change a few times a year; never for what a decision must know exactly.
 */
export function keepFor<O extends object, V>(
  milliseconds: number,
  load: (owner: O, key: string) => Promise<V | undefined>,
): (owner: O, key: string) => Promise<V | undefined> {
  const kept = new WeakMap<O, Map<string, { readonly value: V; readonly until: number }>>();
  return async (owner, key) => {
    const known = kept.get(owner) ?? new Map<string, { readonly value: V; readonly until: number }>();
    kept.set(owner, known);
    const before = known.get(key);
    if (before && before.until > performance.now()) return before.value;
    const value = await load(owner, key);
    if (value !== undefined) known.set(key, { value, until: performance.now() + milliseconds });
    return value;
  };
}
