import { meanInterval } from '../statistics/interval.ts';
import { roundedQuotient } from '../statistics/rounding.ts';
import { attackStatement, attackTable } from './attack.ts';
import { type PlainStatement, type PublicStatement, publicStatement } from './public-statement.ts';
import { type PlainTable, type PublicTable, publicTable } from './public-table.ts';
import { disclosureRules as rules, isSmall } from './rules.ts';

/**
 * What the public may see of a statement that adults answered: n, mean and response rate from 10 answers of 3 schools on;
 * how many chose each answer only when nobody's choice was one of a few. Where even n and mean would prove that a few chose
 * an answer, the mean stays out too.
 */
export function gateStatement(plain: PlainStatement): PublicStatement {
  const { statement, text, invited, respondents, answers, schools } = plain;
  const n = sum(answers);
  const named = { statement, text, invited };
  if (n < rules.leastAnswers) return publicStatement.parse({ ...named, withheld: 'few-answers' });
  if (schools < rules.leastSchools) return publicStatement.parse({ ...named, withheld: 'few-schools' });
  const responseRate = invited > 0 ? roundedQuotient(respondents, invited) : undefined;
  const mean = roundedQuotient(
    answers.reduce((total, count, index) => total + count * (index + 1), 0),
    n,
  );
  const withMean = { ...named, n, responseRate, mean, interval: meanInterval(mean, n) };
  if (!answers.some(isSmall)) return publicStatement.parse({ ...withMean, answers: [...answers] });
  const shown = publicStatement.parse({ ...withMean, withheld: 'small-cells' });
  const told = attackStatement(shown).some(({ exposed }) => exposed);
  return told ? publicStatement.parse({ ...named, n, responseRate, withheld: 'mean-tells' }) : shown;
}

/**
 * The same, after an earlier edition: answers published once stay as they were until at least 10 more have come in, for
 * the difference of two editions would tell what the few new ones said.
 */
export function gateAgain(plain: PlainStatement, earlier: PublicStatement | undefined, version: number): PublicStatement {
  const kept = earlier?.n;
  if (earlier === undefined || kept === undefined) return gateStatement(plain);
  const fresh = gateStatement(plain);
  const same = fresh.n === kept && fresh.mean === earlier.mean && String(fresh.answers) === String(earlier.answers);
  if (same || sum(plain.answers) - kept >= rules.leastNewAnswers) return fresh;
  return publicStatement.parse({ ...earlier, keptFrom: earlier.keptFrom ?? version });
}

/**
 * What the public may see of a breakdown of pupils: its total is exact; counts from 1 to 7 are hidden, and with them as
 * many more as it takes for the attack to fail. Nothing when no count is left to show.
 */
export function gateTable(plain: PlainTable): PublicTable | undefined {
  const every = parts(plain);
  let hidden = new Set(every.flatMap(({ name, value }) => (isSmall(value) ? [name] : [])));
  for (;;) {
    const table = shownOf(plain, hidden);
    const exposed = exposedIn(table);
    if (exposed.length === 0) return table.cells.flat().some((one) => one !== null) ? table : undefined;
    const next = every.filter(({ name, value }) => !hidden.has(name) && value > 0 && exposed.some((cell) => share(cell, name)));
    // The one that leaves least to find; of equals a count before a sum, and the smaller.
    const [best] = next
      .map((one) => ({ ...one, left: exposedIn(shownOf(plain, new Set([...hidden, one.name]))).length }))
      .toSorted((a, b) => a.left - b.left || Number(isMargin(a.name)) - Number(isMargin(b.name)) || a.value - b.value);
    if (!best) return undefined;
    hidden = new Set([...hidden, best.name]);
  }
}

function exposedIn(table: PublicTable): string[] {
  return attackTable(table).flatMap(({ cell, exposed }) => (exposed ? [cell] : []));
}

function shownOf(plain: PlainTable, hidden: ReadonlySet<string>): PublicTable {
  const visible = parts(plain).map(({ name, value }) => (hidden.has(name) ? null : value));
  const width = plain.columns.length;
  const cells = plain.rows.map((_, row) => visible.slice(row * width, (row + 1) * width));
  const margins = visible.slice(plain.rows.length * width);
  return publicTable.parse({
    rows: [...plain.rows],
    columns: [...plain.columns],
    cells,
    rowTotals: margins.slice(0, plain.rows.length),
    columnTotals: margins.slice(plain.rows.length),
    total: sum(plain.cells.flat()),
  });
}

/** Every count of a table, named as the attack names it: the cells row by row, the rows' totals, the columns'. */
function parts({ rows, columns, cells }: PlainTable): { readonly name: string; readonly value: number }[] {
  return [
    ...rows.flatMap((row, r) => columns.map((column, c) => ({ name: `${row}, ${column}`, value: cells[r]?.[c] ?? 0 }))),
    ...rows.map((row, r) => ({ name: `${row}, all`, value: sum(cells[r] ?? []) })),
    ...columns.map((column, c) => ({ name: `all, ${column}`, value: sum(cells.map((line) => line[c] ?? 0)) })),
  ];
}

function isMargin(name: string): boolean {
  return name.split(', ').includes('all');
}

function share(one: string, other: string): boolean {
  const [[row, column], [otherRow, otherColumn]] = [one.split(', '), other.split(', ')];
  return row === otherRow || column === otherColumn;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
