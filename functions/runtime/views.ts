import type { TableWriter } from '#shared/ports.ts';
import type { Context } from './context.ts';

type Viewing = Context & { readonly ports: object; readonly params: Readonly<Record<string, string | undefined>> };

/**
 * Keeps in the audit that an organiser looked at personal data: which page, and whose where the path names one, in
 * their timeline too. A GET
 * changes nothing that anybody answers for; that somebody looked is not theirs to leave out. Decision 019.
 */
export async function keepView(routeKey: string, { ports, params, now, newId, by }: Viewing): Promise<void> {
  const { edition, ...rest } = params;
  if (edition === undefined || !canWrite(ports)) throw new Error('a view is kept by a function that writes, in an edition');
  // The gateway promises no order of the parameters; the path has one.
  const [last] = [...routeKey.matchAll(/\{(\w+)\}/g)].slice(-1);
  const subject = rest[last?.[1] ?? ''] ?? 'edition';
  const item = { edition, subject, at: now, entry: newId(), by, what: 'viewed', details: { route: routeKey } };
  const timeline = subject === 'edition' ? [] : [{ put: 'history' as const, item, when: 'any' as const }];
  await ports.write.bulk([{ put: 'audit', item, when: 'any' }, ...timeline]);
}

function canWrite(ports: object): ports is { readonly write: TableWriter } {
  return 'write' in ports;
}
