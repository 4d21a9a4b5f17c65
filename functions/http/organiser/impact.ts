import { creditsOf, publishReport } from '#shared/domain/impact.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { organiserImpactPage } from '#web/organiser/impact.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';

/** The live figures beside the published ones. */
export async function showLiveImpact({
  ports: { read },
  params,
  session,
}: Call<'GET /organiser/editions/{edition}/impact', 'organiser'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const [total, report] = await Promise.all([read.get('editionTotal', params), read.get('report', params)]);
  return {
    page: organiserImpactPage({ ...found, organiser: session, total, report }),
    data: { figures: total ?? null, published: report ?? null },
  };
}

/** Publishes the figures as they stand. Conflict `nothing-counted` before anything was counted. */
export async function publish(call: PostCall<'POST /organiser/editions/{edition}/impact/publish', 'organiser'>): Promise<Answer> {
  const { ports, params, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  const [figures, current] = await Promise.all([ports.read.get('editionTotal', params), ports.read.get('report', params)]);
  if (!figures) throw new AppError('conflict', 'nothing-counted', 'There are no figures to publish yet.');
  const [events, organisations] = await Promise.all([
    ports.read.list('eventTotal', params),
    ports.read.list('organisation', params),
  ]);
  const credits = creditsOf(events, organisations);
  const report = publishReport(current, { figures, editionName: edition.name, credits, now });
  const { ok } = await ports.write.transact([
    { put: 'report', item: report, when: current ? { version: current.version } : 'absent' },
    ...outboxWrite(params.edition, [{ type: 'report.published.v1', data: { version: report.version } }], call),
  ]);
  if (!ok) throw new AppError('conflict', 'published-meanwhile', 'Somebody else has just published. Look at their report first.');
  return { seeOther: `/organiser/editions/${params.edition}/impact`, data: report };
}
