import type { FundingLine, OutputClaim } from '#shared/domain/funding/items.ts';
import { type Output, outputsOf, type Progress, progressOf } from '#shared/domain/funding/outputs.ts';
import { answeredHere } from '#shared/domain/funding/waves.ts';
import type { TableReader } from '#shared/ports.ts';

/** Everything that was held in an edition, and can count for a deliverable. */
export async function findOutputs(read: TableReader, key: { readonly edition: string }): Promise<Output[]> {
  const [sessions, menu, events, totals, waves, all] = await Promise.all([
    read.list('sectorSession', key),
    read.list('menuEntry', key),
    read.list('event', key),
    read.list('eventTotal', key),
    read.list('evaluationWave', key),
    read.get('editionTotal', key),
  ]);
  return outputsOf({ sessions, menu, events, totals, waves, answered: answeredHere(all) });
}

type OfLine = { readonly line: FundingLine; readonly claims: readonly OutputClaim[] };

/** How far each deliverable of a line is. */
export async function findProgress(read: TableReader, { line, claims }: OfLine): Promise<Progress[]> {
  return progressOf(line, claims, await findOutputs(read, line));
}
