import * as z from 'zod/mini';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { type Instant, instant } from '#shared/kernel/time.ts';
import { reportOf } from './impact-of.ts';
import {
  confirmedSchool,
  edition,
  halfDay,
  type Larkford,
  openLink,
  organiserList,
  postJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

const lastAfternoon = instant.parse('2025-03-14T16:20:00.000Z');
export const host = 'office@alder-bank.example';
export const guest = 'office@bramble-lane.example';

const part = z.object({
  event: z.string(),
  host: z.boolean(),
  state: z.string(),
  open: z.array(z.string()),
  version: z.int(),
  accepts: z.boolean(),
  until: z.string(),
});
const figures = z.object({
  statements: z.array(
    z.object({ statement: z.string(), n: z.int(), respondents: z.int(), invited: z.int(), mean: z.optional(z.number()) }),
  ),
});

/** The fictional city once its schools have been asked how it was, with what tests of the survey do there. */
export class Surveyed {
  larkford: Larkford;

  constructor(larkford: Larkford) {
    this.larkford = larkford;
  }

  /** Opens the newest link mailed to an address; gives its cookie. */
  open(email: string): Promise<string> {
    return openLink(this.larkford, email);
  }

  /** Moves the clock; the organiser signs in anew. */
  async moveTo(moment: Instant): Promise<void> {
    this.larkford.system.clock.set(moment);
    this.larkford = { ...this.larkford, organiser: await signInAsOrganiser(this.larkford.system.origin) };
  }

  async asOrganiser(path: string, body: object): Promise<void> {
    const cookie = this.larkford.organiser;
    const { status, body: answer } = await postJson(this.larkford, `/organiser/editions/${edition}/${path}`, body, { cookie });
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  }

  async run(job: Parameters<Larkford['system']['runJob']>[0]): Promise<void> {
    await this.larkford.system.settle();
    await this.larkford.system.runJob(job);
    await this.larkford.system.settle();
  }

  answer(event: string, body: object, cookie: string) {
    return postJson(this.larkford, `/my/survey/${event}`, body, { cookie });
  }

  /** How far a school has come with one event, or with all it is asked about. */
  async partOf(event: string, cookie: string) {
    return part.parse(await this.larkford.client.read(`/my/survey/${event}`, cookie));
  }
  async listOf(cookie: string) {
    return z.object({ events: z.array(part) }).parse(await this.larkford.client.read('/my/survey', cookie)).events;
  }

  mails(to: string): string[] {
    return this.larkford.system.inbox.list({ to }).map(({ subject }) => subject);
  }

  /** One statement as it is counted now. */
  async figureOf(statement: string) {
    await this.run('aggregate');
    return figures.parse(await reportOf(this.larkford, 'live')).statements.find((one) => one.statement === statement);
  }

  async html(path: string, cookie: string): Promise<{ status: number; text: string }> {
    const headers = { accept: 'text/html', cookie };
    const response = await fetch(this.larkford.system.origin + path, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  }
}

/**
 * Alder Bank hosts and comes to Monday's event and joins one online; Bramble Lane comes to Monday's, and to one whose pupils
 * nobody has counted yet. On the last afternoon both are asked. `further` schools come to Monday's too.
 */
export async function startSurveyed(further: readonly { urn: string; email: string }[] = []): Promise<Surveyed> {
  const city = new Surveyed(await startLarkford());
  const { larkford } = city;
  await confirmedSchool(larkford);
  await confirmedSchool(larkford, { urn: '900002', roles: ['attending'], hallCapacity: undefined, 'contact.email': guest });
  for (const { urn, email } of further)
    await confirmedSchool(larkford, { urn, roles: ['attending'], hallCapacity: undefined, 'contact.email': email });
  const organisations = [await signedUpOrganisation(larkford)];
  const event = { organisations, halfDay, despiteClash: true, sessions: 2, places: 100 };
  await city.asOrganiser('events', { ...event, reference: 'monday', kind: 'rotation', title: 'Monday rotation', host: '900001' });
  await city.asOrganiser('events', { ...event, reference: 'online', kind: 'online', title: 'Ask an engineer' });
  await city.asOrganiser('events', { ...event, reference: 'later', kind: 'online', title: 'Counted late' });
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  for (const [school, at] of [
    ['900001', 'monday'],
    ['900002', 'monday'],
    ['900001', 'online'],
    ['900002', 'later'],
    ...further.map(({ urn }) => [urn, 'monday'] as const),
  ] as const) {
    const id = registrations.find(({ registration }) => registration['urn'] === school)?.registration['registration'];
    await city.asOrganiser(`events/${at}/bookings`, { registration: id, cohorts: { year4: 20 } });
    if (at !== 'later') await city.asOrganiser(`events/${at}/attendance`, { urn: school, attended: 18 });
  }
  await city.asOrganiser('state', { state: 'running' });
  await city.run('aggregate');
  await city.moveTo(lastAfternoon);
  await city.run('invite-schools');
  return city;
}
