/** `low ≤ coefficients · x ≤ high`: one thing that is known of some unknown counts, none of them below zero. */
export type Known = { readonly coefficients: readonly number[]; readonly low: number; readonly high: number };

const nothing = 1e-9;

/**
 * The smallest and the largest value that a sum of unknowns can have, given all that is known: two linear programs, solved
 * by the simplex method (Dantzig 1951) with Bland's rule (1977), which never goes round in circles. `high` is infinite
 * where nothing limits it. Throws when what is known contradicts itself.
 */
export function linearBounds(
  target: readonly number[],
  known: readonly Known[],
): { readonly low: number; readonly high: number } {
  const tableau = feasible(target.length, known);
  return {
    low: -largest(
      tableau,
      target.map((one) => -one),
    ),
    high: largest(tableau, target),
  };
}

type Tableau = { readonly rows: readonly (readonly number[])[]; readonly basis: readonly number[]; readonly columns: number };

/** One way to satisfy everything, as a tableau: the first phase, with an artificial unknown for each row. */
function feasible(unknowns: number, known: readonly Known[]): Tableau {
  const equations = known.flatMap(
    ({ coefficients, low, high }): { row: readonly number[]; slack: -1 | 0 | 1; right: number }[] =>
      low === high
        ? [{ row: coefficients, slack: 0, right: low }]
        : [
            ...(Number.isFinite(high) ? [{ row: coefficients, slack: 1 as const, right: high }] : []),
            ...(low > 0 ? [{ row: coefficients, slack: -1 as const, right: low }] : []),
          ],
  );
  const size = equations.length;
  const columns = unknowns + size;
  const rows = equations.map(({ row, slack, right }, index) => {
    const sign = right < 0 ? -1 : 1;
    const slacks = Array.from({ length: size }, (_, place) => (place === index ? slack * sign : 0));
    const artificials = Array.from({ length: size }, (_, place) => (place === index ? 1 : 0));
    return [...row.map((one) => one * sign), ...slacks, ...artificials, right * sign];
  });
  const start = { rows, basis: rows.map((_, index) => columns + index), columns: columns + size };
  const goal = Array.from({ length: columns + size }, (_, place) => (place < columns ? 0 : -1));
  const { tableau, value } = maximise(start, goal);
  if (value < -1e-6) throw new Error('what is known of the counts contradicts itself');
  return withoutArtificials(tableau, columns);
}

/** Takes the artificial unknowns out; a row that still rests on one says nothing new and goes with it. */
function withoutArtificials(tableau: Tableau, columns: number): Tableau {
  let { rows, basis } = tableau;
  for (const [index, held] of tableau.basis.entries()) {
    const entering =
      held < columns ? -1 : (rows[index] ?? []).findIndex((one, place) => place < columns && Math.abs(one) > nothing);
    if (entering >= 0) ({ rows, basis } = pivoted({ rows, basis, columns: tableau.columns }, index, entering));
  }
  const kept = basis.flatMap((held, index) => (held < columns ? [index] : []));
  return {
    rows: kept.map((index) => [...(rows[index] ?? []).slice(0, columns), rows[index]?.at(-1) ?? 0]),
    basis: kept.map((index) => basis[index] ?? 0),
    columns,
  };
}

function largest(tableau: Tableau, target: readonly number[]): number {
  return maximise(tableau, [...target, ...Array.from({ length: tableau.columns - target.length }, () => 0)]).value;
}

function maximise(start: Tableau, goal: readonly number[]): { readonly tableau: Tableau; readonly value: number } {
  let tableau = start;
  for (;;) {
    const { rows, basis } = tableau;
    const gain = (column: number) =>
      (goal[column] ?? 0) - rows.reduce((total, row, index) => total + (goal[basis[index] ?? 0] ?? 0) * (row[column] ?? 0), 0);
    const entering = goal.findIndex((_, column) => !basis.includes(column) && gain(column) > nothing);
    if (entering < 0) {
      const value = rows.reduce((total, row, index) => total + (goal[basis[index] ?? 0] ?? 0) * (row.at(-1) ?? 0), 0);
      return { tableau, value };
    }
    const leaving = leavingRow(tableau, entering);
    if (leaving < 0) return { tableau, value: Number.POSITIVE_INFINITY };
    tableau = pivoted(tableau, leaving, entering);
  }
}

function leavingRow({ rows, basis }: Tableau, entering: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    const step = row[entering] ?? 0;
    if (step <= nothing) continue;
    const ratio = (row.at(-1) ?? 0) / step;
    const tie = Math.abs(ratio - least) <= nothing && (basis[index] ?? 0) < (basis[best] ?? 0);
    if (ratio < least - nothing || tie) [best, least] = [index, ratio];
  }
  return best;
}

function pivoted({ rows, basis, columns }: Tableau, leaving: number, entering: number): Tableau {
  const divisor = rows[leaving]?.[entering] ?? 1;
  const unit = (rows[leaving] ?? []).map((one) => one / divisor);
  const next = rows.map((row, index) => {
    const factor = row[entering] ?? 0;
    return index === leaving ? unit : factor === 0 ? row : row.map((one, place) => one - factor * (unit[place] ?? 0));
  });
  return { rows: next, basis: basis.map((held, index) => (index === leaving ? entering : held)), columns };
}
