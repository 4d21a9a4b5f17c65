import { slug } from '#shared/domain/fields.ts';
import type { FundingLine } from '#shared/domain/funding/items.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { findEdition } from '../find.ts';

type LineKey = { readonly edition: string; readonly line: string };

/** An edition with its funders' money and what was spent of it. */
export async function findMoney(read: TableReader, edition: string) {
  const found = await findEdition(read, edition, { drafts: true });
  const [lines, spends, claims, team] = await Promise.all([
    read.list('fundingLine', { edition }),
    read.list('spendEntry', { edition }),
    read.list('outputClaim', { edition }),
    read.get('team', { edition }),
  ]);
  const people = new Map((team?.members ?? []).map(({ organiser, email }) => [organiser, email]));
  return { ...found, lines, spends, claims, people };
}

/** The same with one of its lines. Not found `no-such-line`. */
export async function findOneLine(read: TableReader, { edition, line }: LineKey) {
  const found = await findMoney(read, edition);
  const one = found.lines.find((each) => each.line === line);
  if (!one) throw noSuchLine();
  return { ...found, line: one };
}

/** A line as it is now, for a decision about it. */
export async function currentLine(read: TableReader, key: LineKey): Promise<FundingLine> {
  const found = slug.safeParse(key.line).success ? await read.get('fundingLine', key) : undefined;
  if (!found) throw noSuchLine();
  return found;
}

function noSuchLine(): AppError {
  return new AppError('not-found', 'no-such-line', 'There is no such funding line.');
}

/** The console's page of a line. */
export function linePath({ edition, line }: LineKey): string {
  return `/organiser/editions/${edition}/funding/lines/${line}`;
}
