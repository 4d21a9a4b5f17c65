import { type ReportDocument, type ReportEdition, reportDocument } from '#shared/domain/report/items.ts';
import { checkSentence, isFlagged } from '#shared/domain/claims/check.ts';
import { reportClaimFigures } from '#shared/domain/claims/report-figures.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { creditsOf } from '#shared/domain/impact.ts';
import { buildReport, type EarlierReport, type ReportWords, valueIn } from '#shared/domain/report/document.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { keepPrinted } from '#shared/domain/report/printed.ts';
import { listsIn, numberOf, prepared, publishPrepared } from '#shared/domain/report/report-edition.ts';
import { partsOf, type Snapshot, snapshotOf } from '#shared/domain/report/snapshot.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { reportSentences } from '#web/report/sentences.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';

type Prepare = PostCall<'POST /organiser/editions/{edition}/impact/prepare', 'reporting'>;

/** Freezes the figures as they stand and what is said with them. A second person publishes it. Conflict `nothing-counted`. */
export async function prepare(call: Prepare): Promise<Answer> {
  const { ports, params, session, now, newId } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const [events, schools] = await Promise.all([ports.read.list('eventTotal', params), ports.read.list('schoolTotal', params)]);
  if (events.length + schools.length === 0) {
    throw new AppError('conflict', 'nothing-counted', 'There are no figures to publish yet.');
  }
  const source = { edition: params.edition, snapshot: idOf(newId()), events, schools };
  const parts = partsOf(source);
  const earlier = await publishedBefore(ports.read, params.edition);
  const version = (earlier?.document.version ?? 0) + 1;
  const words = await wordsFor(call, edition, version);
  const document = buildReport(snapshotOf(params.edition, source.snapshot, parts), words, earlier);
  requireTrue(document);
  const item = prepared({ document, snapshot: source.snapshot, by: session.organiser, now });
  const before = await ports.read.get('reportEdition', { edition: params.edition, number: item.number });
  await ports.write.bulk(parts.map((one) => ({ put: 'snapshotPart', item: one, when: 'any' })));
  const when = before ? { snapshot: before.snapshot } : 'absent';
  const { ok } =
    before?.state === 'published' ? { ok: false } : await ports.write.transact([{ put: 'reportEdition', item, when }]);
  if (!ok) throw meanwhile();
  return { status: 201, seeOther: `/organiser/editions/${params.edition}/impact`, data: item };
}

/** Refuses a report with a sentence that its own figures contradict, or do not show. Invalid `claims`. */
function requireTrue(document: ReportDocument): void {
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

/** The report as it would be prepared now, without anybody's words: what sentences are checked against. */
export async function previewOf(read: TableReader, params: { readonly edition: string }, now: Instant): Promise<ReportDocument> {
  const { edition } = await findEdition(read, params.edition, { drafts: true });
  const [events, schools, years] = await Promise.all([
    read.list('eventTotal', params),
    read.list('schoolTotal', params),
    earlierYears(read, edition),
  ]);
  const words = { quotes: [], credits: [], summary: [], pledges: [], actions: [], printed: [], years };
  const source = { edition: params.edition, snapshot: idOf('preview'), events, schools };
  return buildReport(source, { ...words, editionName: edition.name, version: 1, asOf: now });
}

async function wordsFor(
  { ports: { read }, params, body, now }: Prepare,
  edition: Edition,
  version: number,
): Promise<ReportWords> {
  const [schools, events, organisations, printed, years] = await Promise.all([
    read.list('schoolTotal', params),
    read.list('eventTotal', params),
    read.list('organisation', params),
    read.list('printedEdition', params),
    earlierYears(read, edition),
  ]);
  const chosen = new Set(body.quotes);
  return {
    editionName: edition.name,
    version,
    asOf: now,
    ...listsIn(body),
    quotes: schools.flatMap(({ quotes }) => quotes).filter((quote) => chosen.has(idOf(quote))),
    credits: creditsOf(events, organisations),
    years,
    printed,
  };
}

/** What the programme's earlier editions printed, oldest first. */
async function earlierYears(read: TableReader, { edition, programme, starts }: Edition): Promise<ReportWords['years']> {
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

/** Publishes what somebody else prepared. Not found `not-prepared`; otherwise as `publishPrepared` says. */
export async function publish(call: PostCall<'POST /organiser/editions/{edition}/impact/publish', 'reporting'>): Promise<Answer> {
  const { ports, params, body, session, now } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const [item, current] = await Promise.all([
    ports.read.get('reportEdition', { edition: params.edition, number: numberOf(body.version) }),
    ports.read.get('report', params),
  ]);
  if (!item) throw new AppError('conflict', 'not-prepared', 'This version has not been prepared.');
  if (item.state === 'prepared' && item.version !== (current?.version ?? 0) + 1) throw meanwhile();
  const [source, earlier] = await Promise.all([sourceOf(ports.read, item), publishedBefore(ports.read, params.edition)]);
  requireTrue(item.document);
  const report = publishPrepared(item, { by: session.organiser, now, source, earlier });
  const { ok } = await ports.write.transact([
    { put: 'reportEdition', item: report, when: { state: 'prepared' } },
    { put: 'report', item: report, when: current ? { version: current.version } : 'absent' },
    ...outboxWrite(params.edition, [{ type: 'report.published.v1', data: { version: report.version } }], call),
  ]);
  if (!ok) throw meanwhile();
  return { seeOther: `/organiser/editions/${params.edition}/impact`, data: report };
}

/** Keeps figures of the week that were printed elsewhere; the next version of the report sets them beside ours. */
export async function keepPrintedElsewhere(
  call: PostCall<'POST /organiser/editions/{edition}/impact/printed', 'reporting'>,
): Promise<Answer> {
  const { ports, params, body } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const item = keepPrinted(
    params.edition,
    body,
    figureDefinitions.map(({ figure }) => figure),
  );
  await ports.write.transact([{ put: 'printedEdition', item, when: 'any' }]);
  return { status: 201, seeOther: `/organiser/editions/${params.edition}/impact`, data: item };
}

/** The frozen source of a report. */
export async function sourceOf(
  read: TableReader,
  { edition, snapshot }: Pick<ReportEdition, 'edition' | 'snapshot'>,
): Promise<Snapshot> {
  return snapshotOf(edition, snapshot, await read.list('snapshotPart', { edition, snapshot }));
}

async function publishedBefore(read: TableReader, edition: string): Promise<EarlierReport | undefined> {
  const report = await read.get('report', { edition });
  return report && { document: reportDocument.parse(report.document), snapshot: await sourceOf(read, report) };
}

function meanwhile(): AppError {
  return new AppError(
    'conflict',
    'published-meanwhile',
    'Somebody else has just published or prepared. Look at their report first.',
  );
}
