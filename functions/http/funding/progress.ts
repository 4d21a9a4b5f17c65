import type { FundingLine, OutputClaim } from '#shared/domain/funding/items.ts';
import { type Output, outputsOf, type Progress, progressOf } from '#shared/domain/funding/outputs.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
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
  const asked = all?.children?.find(({ instrument }) => instrument === pupilsTwice.instrument);
  return outputsOf({ sessions, menu, events, totals, waves, pairs: asked?.course?.matched ?? 0 });
}

type OfLine = { readonly line: FundingLine; readonly claims: readonly OutputClaim[] };

/** How far each deliverable of a line is. */
export async function findProgress(read: TableReader, { line, claims }: OfLine): Promise<Progress[]> {
  return progressOf(line, claims, await findOutputs(read, line));
}
