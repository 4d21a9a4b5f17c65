import { keepStrategy, strategyChanged } from '#shared/domain/portfolio/strategy.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { strategyPage } from '#web/portfolio/strategy.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { isOwner } from '../owners.ts';

type Path = '/organiser/portfolio/strategy';
type Any = Call<`GET ${Path}` | `POST ${Path}`, 'portfolio'>;

/** A strategy's words and programmes, to write down or to change. */
export async function showStrategy({ ports: { read }, query, session }: Any, filled?: Filled): Promise<Answer> {
  requireOwner(session);
  const [strategies, programmes] = await Promise.all([read.list('strategy', {}), read.list('programme', {})]);
  const name = filled?.values['strategy']?.[0] ?? query['strategy'];
  const current = strategies.find(({ strategy }) => strategy === name);
  return { page: strategyPage({ organiser: session, programmes, current, filled }), data: { strategy: current ?? null } };
}

/** Keeps a strategy. Conflict `strategy-changed` when somebody else did so meanwhile. */
export async function setStrategy({ ports, session, body }: PostCall<`POST ${Path}`, 'portfolio'>): Promise<Answer> {
  requireOwner(session);
  const [all, programmes] = await Promise.all([ports.read.list('strategy', {}), ports.read.list('programme', {})]);
  const item = keepStrategy(all, body, programmes);
  if (!all.includes(item)) {
    const when = body.version === 0 ? 'absent' : { version: body.version };
    const { ok } = await ports.write.transact([{ put: 'strategy', item, when }]);
    if (!ok) throw strategyChanged();
  }
  return { seeOther: '/organiser/portfolio', data: item };
}

function requireOwner(session: Any['session']): void {
  if (isOwner(session)) return;
  throw new AppError('forbidden', 'role-needed', 'Only those whom the settings of this site name can write a strategy down.');
}
