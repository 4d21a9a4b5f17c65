import { studyFaults } from '#shared/domain/context/case-study.ts';
import { slug } from '#shared/domain/fields.ts';
import type { ReportEdition } from '#shared/domain/report/items.ts';
import { numberOf } from '#shared/domain/report/report-edition.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { caseStudiesContent } from '#web/context/case-studies.en.ts';
import { caseStudiesPage, caseStudyPage } from '#web/context/case-studies.ts';
import { contextContent } from '#web/context/content.en.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';

const { console: words } = caseStudiesContent;

type Path = '/organiser/editions/{edition}/case-studies';

/** One case study with the figures of its frozen report, for everybody. */
export async function showCaseStudy({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/case-studies/{study}', 'context'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  const study = slug.safeParse(params.study).success ? await read.get('caseStudy', params) : undefined;
  const report = study && (await publishedReport(read, params.edition, study.report));
  if (!study || !report) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  return { page: caseStudyPage({ ...found, study, report }), data: { study } };
}

/** The case studies of an edition, and the form for one. */
export async function showCaseStudies(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'context'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const [studies, report] = await Promise.all([read.list('caseStudy', params), read.get('report', params)]);
  return { page: caseStudiesPage({ ...found, organiser: session, studies, report, filled }), data: { studies } };
}

/** Keeps a case study whose figures its report shows, and whose typed numbers it does not contradict. */
export async function keepCaseStudy(call: PostCall<`POST ${Path}`, 'context'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const report = await publishedReport(ports.read, params.edition, body.report);
  if (!report) throw wrong('report', words.noVersion(body.report));
  const [fault] = studyFaults([body.title, ...body.text.split('\n')], report.document);
  if (fault !== undefined) throw wrong('text', fault);
  const before = await ports.read.get('caseStudy', { edition: params.edition, study: body.study });
  const item = { ...body, edition: params.edition, changedAt: now, version: (before?.version ?? 0) + 1 };
  const { ok } = await ports.write.transact([
    { put: 'caseStudy', item, when: before ? { version: before.version } : 'absent' },
    ...outboxWrite(params.edition, [{ type: 'context.changed.v1', data: { what: 'case-study', how: 'hand', items: 1 } }], call),
  ]);
  if (!ok) throw new AppError('conflict', 'context-changed', contextContent.import.meanwhile);
  return { seeOther: `/organiser/editions/${params.edition}/case-studies`, data: { study: item.study } };
}

/** Takes a case study down. Taken down already, it stays so. */
export async function removeCaseStudy(call: PostCall<`POST ${Path}/{study}/remove`, 'context'>): Promise<Answer> {
  const { ports, params } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const key = { edition: params.edition, study: params.study };
  const before = slug.safeParse(params.study).success ? await ports.read.get('caseStudy', key) : undefined;
  if (before) {
    await ports.write.transact([
      { remove: 'caseStudy', key, when: { version: before.version } },
      ...outboxWrite(params.edition, [{ type: 'context.changed.v1', data: { what: 'case-study', how: 'undo', items: 1 } }], call),
    ]);
  }
  return { seeOther: `/organiser/editions/${params.edition}/case-studies`, data: {} };
}

async function publishedReport(read: TableReader, edition: string, version: number): Promise<ReportEdition | undefined> {
  const report = await read.get('reportEdition', { edition, number: numberOf(version) });
  return report?.state === 'published' ? report : undefined;
}

function wrong(path: string, message: string): AppError {
  return new AppError('invalid', 'case-study', message, [{ path, message }]);
}
