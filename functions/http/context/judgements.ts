import { isInForce, judgementFrameworks } from '#shared/domain/context/frameworks.ts';
import type { JudgementSet } from '#shared/domain/context/items.ts';
import { readJudgements } from '#shared/domain/context/judgements.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { localDate } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { benchmarksContent } from '#web/context/benchmarks.en.ts';
import { contextContent } from '#web/context/content.en.ts';
import { judgementsListPage } from '#web/context/judgements-console.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';

const { judgementsConsole: words, frameworks: names } = benchmarksContent;

type Path = '/organiser/editions/{edition}/context/judgements';

/** The counts that are held, newest day first. */
export async function judgementSetsOf(programme: string, read: TableReader): Promise<JudgementSet[]> {
  return (await read.list('judgementSet', { programme })).sort((a, b) => b.day.localeCompare(a.day));
}

/** The counts that are held, and the form for those of one day. */
export async function showJudgements(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'context'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const sets = await judgementSetsOf(found.programme.programme, read);
  return { page: judgementsListPage({ ...found, organiser: session, sets, filled }), data: { sets } };
}

/** Keeps the counts of one day, in the categories of the framework of that day. */
export async function keepJudgements(call: PostCall<`POST ${Path}`, 'context'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  const day = localDate.safeParse(body.day);
  if (!day.success) throw wrong('day', [words.badDay]);
  const framework = judgementFrameworks[body.framework];
  if (!isInForce(framework.inForce, day.data)) throw wrong('framework', [words.notInForce(names[body.framework], day.data)]);
  const lines = body.counts.split('\n').filter((one) => one.trim() !== '');
  const { counts, faults } = readJudgements(lines, framework);
  if (faults.length > 0) throw wrong('counts', faults);
  const key = { programme: programme.programme, day: day.data };
  const before = await ports.read.get('judgementSet', key);
  if (before && !body.replace) throw wrong('replace', [words.there], 'conflict');
  const { source } = body;
  const item = {
    ...key,
    framework: body.framework,
    source,
    counts: [...counts],
    changedAt: now,
    version: (before?.version ?? 0) + 1,
  };
  const { ok } = await ports.write.transact([
    { put: 'judgementSet', item, when: before ? { version: before.version } : 'absent' },
    ...outboxWrite(params.edition, [{ type: 'context.changed.v1', data: { what: 'judgements', how: 'hand', items: 1 } }], call),
  ]);
  if (!ok) throw new AppError('conflict', 'context-changed', contextContent.import.meanwhile);
  return { seeOther: `/organiser/editions/${params.edition}/context/judgements`, data: { day: item.day } };
}

function wrong(path: string, messages: readonly string[], kind: 'invalid' | 'conflict' = 'invalid'): AppError {
  const message = messages.join('. ');
  return new AppError(kind, 'judgements', message, [{ path, message }]);
}
