import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { startEngine } from '#local/engine.ts';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import { confirmRegistration, type Registration, submitRegistration } from '#shared/domain/registration.ts';
import { firstTeam, organiserId } from '#shared/domain/team.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, instantOf, secondsAfter } from '#shared/kernel/time.ts';
import type { TableWriter } from '#shared/ports.ts';
import { cityWrites, fullestForm, openEdition, schoolAt, usualForm } from './city.ts';
import { measureExports } from './exports.ts';
import { type Figure, quantile } from './figures.ts';
import { asking, organiserRequest } from './organiser-request.ts';

type BulkWrite = Parameters<TableWriter['bulk']>[0][number];

/** How many registrations the long list has, and the short one that a city usually has; the same with answers of usual length. */
const size = { long: 5000, short: 50, 'long-usual': 5000, 'short-usual': 50 } as const;
type EditionSize = keyof typeof size;
const now = instantOf(new Date());
const { email, token } = asking;
const answered = z.object({ statusCode: z.literal(200) });

/** Pages of a list of 5,000 registrations against the page of a list of 50, the queries that each costs, and both lists as files. */
export async function measureLists(quick: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lists-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db') });
  applyEnvironment({ ...tableEnvironment(engine.endpoint, engine.tableName), SITE_ORIGIN: 'https://site.example' });
  try {
    const { dynamoWriter } = await import('#functions/runtime/table.ts');
    const write = dynamoWriter({ TABLE_NAME: engine.tableName });
    for (const name of ['long', 'short', 'long-usual', 'short-usual'] as const) await write.bulk(editionWrites(name));
    const lists = figuresOf(await loadAll(quick ? 3 : 30));
    const exported = (name: EditionSize) => ({ edition: editionName(name), rows: size[name] });
    return [
      ...lists,
      ...(await measureExports(quick ? 2 : 8, {
        short: exported('short-usual'),
        long: exported('long-usual'),
        fullest: exported('long'),
      })),
    ];
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Page = {
  readonly name: string;
  readonly edition: EditionSize;
  readonly query: Readonly<Record<string, string>>;
  /** The most that it may take, as a multiple of the short list's page. */
  readonly ceiling?: number;
};

const usual = 'the only page of 50';
const pages: readonly Page[] = [
  { name: usual, edition: 'short', query: {} },
  { name: 'the first page of 5,000', edition: 'long', query: {}, ceiling: 1.5 },
  { name: 'a page in the middle of 5,000', edition: 'long', query: { after: keyOf(registrationAt('long', 2500)) }, ceiling: 1.5 },
  { name: 'a search among 5,000 that finds one of each hundred', edition: 'long', query: { q: 'school 7' }, ceiling: 10 },
  { name: 'a search among 5,000 that finds nothing', edition: 'long', query: { q: 'hogwash' }, ceiling: 10 },
  { name: 'what needs an organiser, 5,000 of it', edition: 'long', query: { needs: 'approve' }, ceiling: 2 },
];

type Taken = { readonly milliseconds: number[]; queries: number };

/** Loads each page so many times by turns; the first time fills caches and compiles, and is not counted. */
async function loadAll(rounds: number): Promise<ReadonlyMap<string, Taken>> {
  const { tableClient } = await import('#functions/runtime/table-client.ts');
  const { handler } = await import('#functions/http/organiser.ts');
  let queries = 0;
  const count = () => (queries += 1);
  tableClient.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'QueryCommand') count();
        return next(args);
      },
    { step: 'initialize', name: 'countQueries' },
  );
  const taken = new Map<string, Taken>(pages.map(({ name }) => [name, { milliseconds: [], queries: 0 }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) {
      const [before, started] = [queries, performance.now()];
      answered.parse(await Reflect.apply(handler, undefined, [eventFor(page)]));
      const all = taken.get(page.name);
      if (!all) throw new Error(`${page.name} is no page`);
      if (round > 0) all.milliseconds.push(performance.now() - started);
      all.queries = Math.max(all.queries, queries - before);
    }
  }
  return taken;
}

function figuresOf(taken: ReadonlyMap<string, Taken>): Figure[] {
  const median = (name: string) => quantile(taken.get(name)?.milliseconds ?? [], 0.5);
  const most = Math.max(...[...taken.values()].map(({ queries }) => queries));
  return [
    { name: 'queries for one page of a list, the most', value: most, unit: '', ceiling: 2, note: 'whatever is searched for' },
    ...pages
      .filter(({ name }) => name !== usual)
      .map(({ name, ceiling }) => ({
        name: `${name} / ${usual}`,
        value: median(name) / median(usual),
        unit: '',
        ...(ceiling === undefined ? {} : { ceiling }),
        note: `${median(name).toFixed(0)} against ${median(usual).toFixed(0)} ms, ${taken.get(name)?.queries} queries; p50`,
      })),
  ];
}

function editionName(name: EditionSize): string {
  return `marlow-vale-${name}`;
}

function editionWrites(name: EditionSize): BulkWrite[] {
  const edition = openEdition(editionName(name), now);
  const registrations = Array.from({ length: size[name] }, (_, index) => registrationAt(name, index));
  const session = { organiser: organiserId(email), name: 'Organiser (fictional)', email, provedAt: now };
  return [
    ...cityWrites([edition], 0),
    { put: 'team', item: firstTeam(edition.edition, email, now), when: 'any' },
    {
      put: 'organiserSession',
      item: { ...session, hash: tokenHash(token), expiresAt: epochSecondsOf(secondsAfter(now, 43_200)) },
      when: 'any',
    },
    ...registrations.map((item): BulkWrite => ({ put: 'registration', item, when: 'any' })),
    ...registrations.map(({ edition: of, registration: subject, urn }): BulkWrite => {
      return { put: 'task', item: { edition: of, kind: 'approve', subject, urn, since: now }, when: 'any' };
    }),
  ];
}

/** In the first two, every answer is as long as it can be in plain letters. */
function registrationAt(name: EditionSize, index: number): Registration {
  const edition = openEdition(editionName(name), now);
  const form = name === 'long' || name === 'short' ? fullestForm(edition, index) : usualForm(edition, index);
  const { state } = submitRegistration(undefined, { edition, form, schoolName: schoolAt(index).name, now });
  return index % 2 === 0 ? state : confirmRegistration(state, 'link', now).state;
}

function keyOf({ urn, registration }: Registration): string {
  return `${urn}#${registration}`;
}

function eventFor({ edition, query }: Page) {
  const params = { edition: editionName(edition) };
  const path = `/organiser/editions/${params.edition}/registrations`;
  return organiserRequest({ routeKey: 'GET /organiser/editions/{edition}/registrations', path, params, query });
}
