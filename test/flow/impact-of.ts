import { edition, type Larkford } from './larkford.ts';

/** The figures an organiser sees live, or the public sees once they are published (until then undefined). */
export async function reportOf({ system, organiser }: Larkford, which: 'live' | 'public'): Promise<unknown> {
  const path = which === 'live' ? `/organiser/editions/${edition}/impact` : `/editions/${edition}/impact`;
  const response = await fetch(system.origin + path, { headers: { accept: 'application/json', cookie: organiser } });
  const answer: unknown = await response.json();
  return typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'figures') : undefined;
}
