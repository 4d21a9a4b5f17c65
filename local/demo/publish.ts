import { type ReportDocument, reportDocument } from '#shared/domain/report/items.ts';
import { localOrganisers } from '../identity.ts';
import { signInAsOrganiser } from '../sign-in-client.ts';
import type { LocalSystem } from '../system.ts';
import { edition, must, settle } from './browsing.ts';
import { httpClient } from './http-client.ts';
import { printedElsewhere } from './printed-2025.ts';

const publicPath = `/editions/${edition}/impact`;
const organiserPath = `/organiser/editions/${edition}`;

/** What was published, and the live figures as the organiser sees them. */
export type Published = { readonly report: ReportDocument; readonly live: unknown; readonly secondCookie: string };

/** One organiser prepares the report with what others printed of the week, a second one publishes it; reads both. */
export async function publishAndRead(system: LocalSystem): Promise<Published> {
  await settle(system);
  const client = httpClient(system.origin);
  const cookie = await signInAsOrganiser(system.origin);
  const [, second] = localOrganisers;
  must(await client.post(`${organiserPath}/team`, { email: second.email, roles: ['publisher'] }, cookie), 303);
  for (const printed of printedElsewhere) must(await client.post(`${organiserPath}/impact/printed`, printed, cookie), 303);
  const words = { actions: 'Share what worked | | planned\nRun such events more often | | planned' };
  must(await client.post(`${organiserPath}/impact/prepare`, words, cookie), 303);
  must(await client.post(`${organiserPath}/impact/publish`, { version: 1 }, cookie), 403);
  const secondCookie = await signInAsOrganiser(system.origin, second.id);
  must(await client.post(`${organiserPath}/impact/publish`, { version: 1 }, secondCookie), 303);
  const { publishedAt: _, digest: __, ...document } = record(await client.read(publicPath));
  return { report: reportDocument.parse(document), live: await client.read(`${organiserPath}/impact`, cookie), secondCookie };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
