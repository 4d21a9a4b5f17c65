import { localOrganisers } from '#local/identity.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { confirmedSchool, edition, halfDay, type Larkford, organiserList, postJson, signedUpOrganisation } from './larkford.ts';

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

const events = `/organiser/editions/${edition}/events`;

/** Has one school host an event of one organisation on Monday, with 25 places of its own booked. */
export async function bookedMonday(larkford: Larkford): Promise<void> {
  await confirmedSchool(larkford);
  const organisation = await signedUpOrganisation(larkford);
  const event = {
    reference: 'monday',
    kind: 'rotation',
    title: 'Monday',
    organisations: [organisation],
    host: '900001',
    halfDay,
  };
  const headers = { cookie: larkford.organiser };
  await postJson(larkford, events, { ...event, sessions: 4, places: 60 }, headers);
  const { registrations } = await organiserList(larkford, 'registrations');
  const registration = registrations?.[0]?.registration['registration'];
  await postJson(larkford, `${events}/monday/bookings`, { registration, cohorts: { year4: 25 } }, headers);
}

/** Says how many came on Monday, and has the figures follow. */
export async function countMonday(larkford: Larkford, attended: number): Promise<void> {
  await postJson(larkford, `${events}/monday/attendance`, { urn: '900001', attended }, { cookie: larkford.organiser });
  await larkford.system.settle();
  await larkford.system.runJob('aggregate');
  await larkford.system.settle();
}
