import { idOf } from '../../kernel/ids.ts';
import { searchForm } from '../../kernel/text.ts';
import { localDate, type LocalDate, londonDate } from '../../kernel/time.ts';
import type { Decision } from '../decision.ts';
import { penceOf, type SpendChangeForm } from './forms.ts';
import type { FundingLine, SpendEntry } from './items.ts';
import { type Deciding, refusedAt } from './lines.ts';

/** An entry with its line, which are written together. */
export type Spent = { readonly entry: SpendEntry; readonly line: FundingLine };

/** The id of an entry: one reference is one entry, however it is spaced or spelt in capitals, whoever's line it is on. */
export function spendId(edition: string, evidence: string): string {
  return idOf('spend', edition, searchForm(evidence));
}

type Entering = {
  readonly line: FundingLine;
  /** All entries of the edition. */
  readonly all: readonly SpendEntry[];
  readonly form: SpendChangeForm & { readonly evidence: string };
};

/**
 * Enters money spent. Conflict `funding-evidence` where its reference is entered already, on this line or another; invalid
 * `funding-amount` where the line would be overspent, `funding-on` for a day that is none or has not come.
 */
export function enterSpend({ line, all, form }: Entering, { now, by }: Deciding): Decision<Spent & { version: number }> {
  const { evidence, ...rest } = form;
  const spend = spendId(line.edition, evidence);
  const there = all.find((one) => one.spend === spend);
  if (there?.state === 'entered') {
    const where = there.line === line.line ? 'on this line' : `on the line ${there.line}`;
    throw refusedAt('evidence', `This reference is entered ${where} already, for ${there.what}`, 'conflict');
  }
  const entry: SpendEntry = {
    edition: line.edition,
    spend,
    line: line.line,
    ...answersIn(rest, londonDate(now)),
    evidence,
    state: 'entered',
    at: now,
    by,
    past: there ? [...there.past, formerly(there, { now, by })] : [],
    version: (there?.version ?? 0) + 1,
  };
  return decided('entered', entry, withSpent(line, all, entry));
}

/** Puts an entry right, and keeps how it stood. Refusals as for a new one. */
export function correctSpend(
  current: SpendEntry,
  { line, all, form }: Omit<Entering, 'form'> & { readonly form: SpendChangeForm },
  deciding: Deciding,
): Decision<Spent & { version: number }> {
  requireEntered(current);
  const { urn: _, ...rest } = current;
  const entry: SpendEntry = {
    ...rest,
    ...answersIn(form, londonDate(deciding.now)),
    past: [...current.past, formerly(current, deciding)],
    version: current.version + 1,
  };
  return decided('corrected', entry, withSpent(line, all, entry));
}

/** Takes an entry back: it stays to be seen, and counts for nothing. Taken back already, it stays so. */
export function undoSpend(
  current: SpendEntry,
  { line, all }: Omit<Entering, 'form'>,
  deciding: Deciding,
): Decision<Spent & { version: number }> {
  if (current.state === 'undone') return { state: { entry: current, line, version: current.version }, facts: [] };
  const entry: SpendEntry = {
    ...current,
    state: 'undone',
    past: [...current.past, formerly(current, deciding)],
    version: current.version + 1,
  };
  return decided('undone', entry, withSpent(line, all, entry));
}

function requireEntered({ state }: SpendEntry): void {
  if (state === 'undone') throw refusedAt('amount', 'This entry was undone. Enter it again instead', 'conflict');
}

function decided(how: 'entered' | 'corrected' | 'undone', entry: SpendEntry, line: FundingLine) {
  const data = { what: 'spend', how, subject: entry.spend } as const;
  return { state: { entry, line, version: entry.version }, facts: [{ type: 'funding.changed.v1' as const, data }] };
}

/** The line as it is once an entry stands as it does. Counted anew from all entries; invalid `funding-amount` beyond the line. */
function withSpent(line: FundingLine, all: readonly SpendEntry[], entry: SpendEntry): FundingLine {
  const others = all.filter((one) => one.spend !== entry.spend);
  const spent = spentOf(line.line, [...others, entry]);
  if (spent > line.pence) {
    const left = (line.pence - spentOf(line.line, others)) / 100;
    throw refusedAt('amount', `Only £${left.toFixed(2)} of this line is left`);
  }
  return { ...line, spent, version: line.version + 1 };
}

/** What is spent of a line, in pence. */
function spentOf(line: string, all: readonly SpendEntry[]): number {
  return all.filter((one) => one.line === line && one.state === 'entered').reduce((sum, { pence }) => sum + pence, 0);
}

function formerly({ on, pence, what, urn, line }: SpendEntry, { now, by }: Deciding): SpendEntry['past'][number] {
  return { on, pence, what, ...(urn === undefined ? {} : { urn }), line, until: now, by };
}

function answersIn({ on, amount, what, urn }: SpendChangeForm, today: LocalDate) {
  const day = dayAt('on', on);
  if (day > today) throw refusedAt('on', 'This day has not come yet');
  return { on: day, pence: penceOf(amount), what, ...(urn === undefined ? {} : { urn }) };
}

/** A day that somebody typed. Invalid at its field where there is no such day. */
export function dayAt(path: string, text: string): LocalDate {
  const day = localDate.safeParse(text);
  if (!day.success) throw refusedAt(path, 'Enter a day, like 2022-03-14');
  return day.data;
}
