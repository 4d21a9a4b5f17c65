import type { FundingLine, OutputClaim } from '#shared/domain/funding/items.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { claimsContent as words } from './claims.en.ts';
import { sayDate } from './say.ts';

type Around = { readonly lines: readonly FundingLine[]; readonly people: ReadonlyMap<string, string> };

/** What an output counts for, and who said so when. */
export function sayClaim({ line, deliverable, by, at }: OutputClaim, { lines, people }: Around): string {
  const found = lines.find((one) => one.line === line);
  const what = found?.deliverables.find((one) => one.deliverable === deliverable)?.what ?? deliverable;
  return words.countsFor(what, found?.funder ?? line, people.get(by) ?? words.somebody, sayDate(londonDate(at)));
}
