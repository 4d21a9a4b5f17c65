import { buildReport } from '#shared/domain/report/document.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import type { ReportDocument } from '#shared/domain/report/items.ts';
import { keepPrinted } from '#shared/domain/report/printed.ts';
import { numberOf, publishPrepared } from '#shared/domain/report/report-edition.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';
import {
  earlierYears,
  prepareReport,
  publishedBefore,
  publishedMeanwhile,
  reportTask,
  requireTrue,
  sourceOf,
} from './prepare-report.ts';

type Prepare = PostCall<'POST /organiser/editions/{edition}/impact/prepare', 'reporting'>;

/** Freezes the figures as they stand and what is said with them. A second person publishes it. Conflict `nothing-counted`. */
export async function prepare({ ports, params, session, body, now, newId }: Prepare): Promise<Answer> {
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const item = await prepareReport(edition, { form: body, by: session.organiser, now, newId }, ports);
  return { status: 201, seeOther: `/organiser/editions/${params.edition}/impact`, data: item };
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

/** Publishes what somebody else prepared. Not found `not-prepared`; otherwise as `publishPrepared` says. */
export async function publish(call: PostCall<'POST /organiser/editions/{edition}/impact/publish', 'reporting'>): Promise<Answer> {
  const { ports, params, body, session, now } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const [item, current] = await Promise.all([
    ports.read.get('reportEdition', { edition: params.edition, number: numberOf(body.version) }),
    ports.read.get('report', params),
  ]);
  if (!item) throw new AppError('conflict', 'not-prepared', 'This version has not been prepared.');
  if (item.state === 'prepared' && item.version !== (current?.version ?? 0) + 1) throw publishedMeanwhile();
  const [source, earlier] = await Promise.all([sourceOf(ports.read, item), publishedBefore(ports.read, params.edition)]);
  requireTrue(item.document);
  const report = publishPrepared(item, { by: session.organiser, now, source, earlier });
  const { ok } = await ports.write.transact([
    { put: 'reportEdition', item: report, when: { state: 'prepared' } },
    { put: 'report', item: report, when: current ? { version: current.version } : 'absent' },
    { remove: 'task', key: reportTask(params.edition), when: 'any' },
    ...outboxWrite(params.edition, [{ type: 'report.published.v1', data: { version: report.version } }], call),
  ]);
  if (!ok) throw publishedMeanwhile();
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
