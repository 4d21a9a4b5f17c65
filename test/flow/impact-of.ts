import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { edition, type Larkford } from './larkford.ts';

const organiserPath = `/organiser/editions/${edition}/impact`;

/** The figures an organiser sees live, or the public sees once they are published (until then undefined), by name. */
export async function reportOf({ system, organiser }: Larkford, which: 'live' | 'public'): Promise<unknown> {
  const path = which === 'live' ? organiserPath : `/editions/${edition}/impact`;
  const response = await fetch(system.origin + path, { headers: { accept: 'application/json', cookie: organiser } });
  const answer: unknown = await response.json();
  const figures: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'figures') : undefined;
  if (!Array.isArray(figures)) return figures;
  return Object.fromEntries(figures.map((one: { figure: string; value?: number }) => [one.figure, one.value]));
}

/** One organiser prepares the next version of the report, a second one publishes it. Answers with the two statuses. */
export async function publishReport({ system, client, organiser }: Larkford, version = 1): Promise<number[]> {
  const second = await signInAsOrganiser(system.origin, localOrganisers[1].id);
  const prepared = await client.post(`${organiserPath}/prepare`, {}, organiser);
  const published = await client.post(`${organiserPath}/publish`, { version }, second);
  return [prepared.status, published.status];
}
