import { checkSentence, isFlagged } from '#shared/domain/claims/check.ts';
import { reportClaimFigures } from '#shared/domain/claims/report-figures.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { creditsOf } from '#shared/domain/impact.ts';
import { buildReport, type EarlierReport, type ReportWords, valueIn } from '#shared/domain/report/document.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { type ReportDocument, type ReportEdition, reportDocument } from '#shared/domain/report/items.ts';
import { listsIn, type PrepareForm, prepared } from '#shared/domain/report/report-edition.ts';
import { partsOf, type Snapshot, snapshotOf } from '#shared/domain/report/snapshot.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf, type NewId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { reportSentences } from '#web/report/sentences.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Wanted = { readonly form: PrepareForm; readonly by: string; readonly now: Instant; readonly newId: NewId };

/**
 * Freezes the figures as they stand, with what is said with them, as the next version, which waits for a second person. What
 * waited before gives way. Conflicts `nothing-counted`, `published-meanwhile`; invalid `claims`.
 */
export async function prepareReport(
  edition: Edition,
  { form, by, now, newId }: Wanted,
  { read, write }: Ports,
): Promise<ReportEdition> {
  const at = { edition: edition.edition };
  const [events, schools] = await Promise.all([read.list('eventTotal', at), read.list('schoolTotal', at)]);
  if (events.length + schools.length === 0) {
    throw new AppError('conflict', 'nothing-counted', 'There are no figures to publish yet.');
  }
  const source = { ...at, snapshot: idOf(newId()), events, schools };
  const parts = partsOf(source);
  const earlier = await publishedBefore(read, edition.edition);
  const version = (earlier?.document.version ?? 0) + 1;
  const words = await wordsFor(edition, { form, version, now }, { read, events, schools });
  const document = buildReport(snapshotOf(edition.edition, source.snapshot, parts), words, earlier);
  requireTrue(document);
  const item = prepared({ document, snapshot: source.snapshot, by, now });
  const before = await read.get('reportEdition', { ...at, number: item.number });
  await write.bulk(parts.map((one) => ({ put: 'snapshotPart', item: one, when: 'any' })));
  const when = before ? { snapshot: before.snapshot } : 'absent';
  if (before?.state === 'published') throw publishedMeanwhile();
  const { ok } = await write.transact([
    { put: 'reportEdition', item, when },
    { put: 'task', item: { ...reportTask(edition.edition), since: now }, when: 'any' },
  ]);
  if (!ok) throw publishedMeanwhile();
  return item;
}

/** The key of what waits while a report is prepared: somebody else must publish it. */
export function reportTask(edition: string) {
  return { edition, kind: 'report', subject: 'report' } as const;
}

/** Refuses a report with a sentence that its own figures contradict, or do not show. Invalid `claims`. */
export function requireTrue(document: ReportDocument): void {
  const figures = reportClaimFigures(document);
  const wrong = reportSentences(document).filter((sentence) => checkSentence(sentence, figures).some(isFlagged));
  if (wrong.length === 0) return;
  const message = 'The figures do not show this. Check the sentence against them';
  const inPledges = (sentence: string) => document.pledges.some(({ evidence }) => evidence === sentence);
  const issues = wrong.map((sentence) => ({
    path: inPledges(sentence) ? 'pledges' : 'summary',
    message: `${message}: “${sentence}”`,
  }));
  throw new AppError('invalid', 'claims', `${message}.`, issues);
}

type Said = { readonly form: PrepareForm; readonly version: number; readonly now: Instant };
type Counted = {
  readonly read: TableReader;
  readonly events: readonly Item<'eventTotal'>[];
  readonly schools: readonly Item<'schoolTotal'>[];
};

async function wordsFor(
  edition: Edition,
  { form, version, now }: Said,
  { read, events, schools }: Counted,
): Promise<ReportWords> {
  const at = { edition: edition.edition };
  const [organisations, printed, years] = await Promise.all([
    read.list('organisation', at),
    read.list('printedEdition', at),
    earlierYears(read, edition),
  ]);
  const chosen = new Set(form.quotes);
  return {
    editionName: edition.name,
    version,
    asOf: now,
    ...listsIn(form),
    quotes: schools.flatMap(({ quotes }) => quotes).filter((quote) => chosen.has(idOf(quote))),
    credits: creditsOf(events, organisations),
    years,
    printed,
  };
}

/** What the programme's earlier editions printed, oldest first. */
export async function earlierYears(read: TableReader, { edition, programme, starts }: Edition): Promise<ReportWords['years']> {
  const editions = (await read.list('edition', {}))
    .filter((one) => one.programme === programme && one.edition !== edition && one.starts < starts)
    .sort((a, b) => a.starts.localeCompare(b.starts));
  const reports = await Promise.all(editions.map(async (one) => read.get('report', { edition: one.edition })));
  return reports.flatMap((report) => {
    if (!report) return [];
    const { document } = report;
    const figures = figureDefinitions.flatMap(({ figure }) => {
      const value = valueIn(document, figure);
      return value === undefined ? [] : [{ figure, value }];
    });
    return [{ edition: document.edition, name: document.editionName, figures }];
  });
}

/** The frozen source of a report. */
export async function sourceOf(
  read: TableReader,
  { edition, snapshot }: Pick<ReportEdition, 'edition' | 'snapshot'>,
): Promise<Snapshot> {
  return snapshotOf(edition, snapshot, await read.list('snapshotPart', { edition, snapshot }));
}

/** The report that is published now, with its source. */
export async function publishedBefore(read: TableReader, edition: string): Promise<EarlierReport | undefined> {
  const report = await read.get('report', { edition });
  return report && { document: reportDocument.parse(report.document), snapshot: await sourceOf(read, report) };
}

/** Somebody else published, or prepared, in between. */
export function publishedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'published-meanwhile',
    'Somebody else has just published or prepared. Look at their report first.',
  );
}
