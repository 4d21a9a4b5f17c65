import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoReader, dynamoWriter } from '#functions/runtime/table.ts';
import { createClock } from '#local/clock.ts';
import { type FormFields, type HttpClient, httpClient } from '#local/demo/http-client.ts';
import type { LoadHandler } from '#local/handlers.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { type LocalSystem, startLocalSystem } from '#local/system.ts';
import { instant } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';

/** The fictional city's edition when the clock stands at `start`. */
export const edition = 'larkford-2025';
const start = instant.parse('2025-01-13T10:00:00.000Z');
export const halfDay = '2025-03-10-am';

/** The whole system with the fictional city, on a data folder of its own. */
export type Larkford = {
  readonly system: LocalSystem;
  readonly client: HttpClient;
  /** The table, as functions have it. */
  readonly read: TableReader;
  readonly write: TableWriter;
  /** The organiser's cookie. */
  readonly organiser: string;
  readonly stop: () => Promise<void>;
};

/** Starts the system with the real functions, or with some of them wrapped. */
export async function startLarkford(loadHandler?: LoadHandler): Promise<Larkford> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aspirations-test-'));
  const system = await startLocalSystem({
    dataDir,
    seed: true,
    quiet: true,
    clock: createClock(start),
    ...(loadHandler ? { loadHandler } : {}),
  });
  const organiser = await signInAsOrganiser(system.origin);
  const table = { TABLE_NAME: system.engine.tableName };
  return {
    system,
    client: httpClient(system.origin),
    read: dynamoReader(table),
    write: dynamoWriter(table),
    organiser,
    stop: async () => {
      await system.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A school's form as a browser posts it. */
export function schoolForm(more: FormFields = {}): FormFields {
  return {
    urn: '900001',
    roles: ['host', 'attending'],
    'contact.name': 'A. Fictional',
    'contact.email': 'office@alder-bank.example',
    'cohorts.year4': 30,
    'cohorts.year5': 28,
    hallCapacity: 120,
    halfDays: [halfDay],
    ...more,
  };
}

/** The same, as JSON. */
export function schoolJson(more: object = {}): object {
  return {
    urn: '900001',
    roles: ['host', 'attending'],
    contact: { name: 'A. Fictional', email: 'office@alder-bank.example' },
    cohorts: { year4: 30, year5: 28 },
    hallCapacity: 120,
    halfDays: [halfDay],
    ...more,
  };
}

/** An organisation's form as a browser posts it. */
export function organisationForm(more: FormFields = {}): FormFields {
  return {
    name: 'Fictional Engineering',
    sector: 'engineering-manufacturing',
    formats: ['rotation'],
    halfDays: [halfDay],
    workshopsPerHalfDay: 4,
    placesPerWorkshop: 30,
    yearGroups: ['year4', 'year5'],
    'contact.name': 'O. Fictional',
    'contact.email': 'team@engineering.example',
    publicCredit: 'yes',
    ...agreed,
    ...more,
  };
}

/** Yes to each safeguarding statement, as a browser posts it. */
export const agreed = {
  'safeguarding.rules': 'yes',
  'safeguarding.neverAlone': 'yes',
  'safeguarding.photoId': 'yes',
  'safeguarding.noDbsCopy': 'yes',
} as const;

/** Posts JSON and gives status and body. */
export async function postJson({ system }: Larkford, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, system.origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer: Record<string, unknown> = JSON.parse((await response.text()) || '{}');
  return { status: response.status, body: answer };
}

/** Presses Continue on the newest link mailed to an address; gives the link session's cookie. */
export async function openLink({ system, client }: Larkford, email: string): Promise<string> {
  const [mail] = system.inbox.list({ to: email, limit: 1 });
  const link = mail?.links.find((one) => one.includes('/l/')) ?? '';
  const { cookie } = await client.post(new URL(link).pathname, {});
  return cookie;
}

/** Registers a school and confirms it by its link. */
export async function confirmedSchool(larkford: Larkford, more: FormFields = {}): Promise<void> {
  const form = schoolForm(more);
  await larkford.client.post(`/editions/${edition}/schools/register`, form);
  await larkford.system.settle();
  await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, String(form['contact.email'])));
  await larkford.system.settle();
}

/** Signs an organisation up; gives its id. */
export async function signedUpOrganisation(larkford: Larkford): Promise<string> {
  await larkford.client.post(`/editions/${edition}/organisations/sign-up`, organisationForm());
  const { organisations } = await organiserList(larkford, 'organisations');
  return organisations?.[0]?.['organisation'] ?? '';
}

type Row = Record<string, string> & { readonly registration: Record<string, string> };

/** An organiser's list, as JSON. */
export async function organiserList(larkford: Larkford, list: string, of = edition): Promise<Record<string, Row[]>> {
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${of}/${list}`, {
    headers: { accept: 'application/json', cookie: larkford.organiser },
  });
  const lists: Record<string, Row[]> = JSON.parse(await response.text());
  return lists;
}
