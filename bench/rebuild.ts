import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#local/engine.ts';
import { applyEnvironment, tableEnvironment } from '#local/environment.ts';
import { rebuildAll } from '#local/rebuild.ts';
import { halfDaysOf } from '#shared/domain/edition.ts';
import { bookSchool, type Event, recordEvent, takeAttendance } from '#shared/domain/event.ts';
import {
  type AskedAbout,
  confirmRegistration,
  inviteToSurvey,
  type Registration,
  submitRegistration,
} from '#shared/domain/registration.ts';
import { answerSurvey } from '#shared/domain/survey.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instantOf } from '#shared/kernel/time.ts';
import type { TableWriter } from '#shared/ports.ts';
import { items, keyPart } from '#shared/system/table.ts';
import { cityWrites, openEdition, schoolAt, usualForm } from './city.ts';
import { type Figure, quantile } from './figures.ts';

type BulkWrite = Parameters<TableWriter['bulk']>[0][number];

/** One city's year. */
const size = { registrations: 200, events: 60, bookings: 300, answers: 130 } as const;
const now = instantOf(new Date());
const edition = openEdition('marlow-vale-rebuilt', now);

/** Destroying and recounting all totals of one city's year, against merely reading the same items. */
export async function measureRebuild(quick: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db') });
  applyEnvironment(tableEnvironment(engine.endpoint, engine.tableName));
  const client = new DynamoDBClient({});
  try {
    const { dynamoReader, dynamoWriter } = await import('#functions/runtime/table.ts');
    const env = { TABLE_NAME: engine.tableName };
    const ports = { read: dynamoReader(env), write: dynamoWriter(env), newId: randomUUID };
    await ports.write.bulk([...cityWrites([edition], size.registrations), ...yearWrites()]);
    await rebuildAll(ports, () => undefined);
    const rebuilds: number[] = [];
    const reads: number[] = [];
    for (let round = 0; round < (quick ? 2 : 7); round += 1) {
      rebuilds.push(
        await secondsOf(async () => {
          if (!(await rebuildAll(ports, () => undefined))) throw new Error('a rebuild gave other totals');
        }),
      );
      reads.push(await secondsOf(() => readAll(client, engine.tableName)));
    }
    return figuresOf(quantile(rebuilds, 0.5), quantile(reads, 0.5));
  } finally {
    client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(rebuild: number, read: number): Figure[] {
  const what = `${size.registrations} registrations, ${size.events} events, ${size.bookings} bookings, ${size.answers} answers`;
  return [
    { name: 'rebuild of one city-year', value: rebuild, unit: 's', ceiling: 2, note: `${what}; totals equal to the byte` },
    {
      name: 'rebuild / bare read of the same items',
      value: rebuild / read,
      unit: '',
      note: `the read takes ${read.toFixed(3)} s`,
    },
  ];
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Queries the very partitions that a rebuild counts, item for item, and does nothing with them. */
async function readAll(client: DynamoDBClient, TableName: string): Promise<void> {
  const key = { edition: edition.edition };
  const events = Array.from({ length: size.events }, (_, index) =>
    keyPart(items.booking.pk, { ...key, event: eventAt(index).event }),
  );
  let read = 0;
  for (const pk of [items.registration.pk, items.event.pk, items.response.pk].map((one) => keyPart(one, key)).concat(events)) {
    const input = {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, input)) read += Items.length;
  }
  const there = size.registrations + size.events + size.bookings + size.answers;
  if (read !== there) throw new Error(`read ${read} items of ${there}`);
}

/** A year as the functions would have left it. */
function yearWrites(): BulkWrite[] {
  const schools = Array.from({ length: size.registrations }, (_, index) => registrationAt(index));
  const bookings = Array.from({ length: size.bookings }, (_, index) => {
    const school = schools[(index * 7) % schools.length] ?? registrationAt(0);
    const form = { registration: school.registration, cohorts: { year4: 20 + (index % 11) } };
    const event = eventAt(index % size.events);
    const { state } = bookSchool(event, school, form, now);
    return takeAttendance(state, { event, attended: 19 + (index % 11), now }).state;
  });
  const answers = schools.slice(0, size.answers).map((school, index) => {
    const form = { hosting: 5, enjoyed: 4 + (index % 2), again: 5, quote: 'They talked about it all week.', quoteConsent: true };
    return answerSurvey(undefined, { edition, school, asked: askedAt(index), form, now }).state;
  });
  return [
    ...schools.map((item): BulkWrite => ({ put: 'registration', item, when: 'any' })),
    ...Array.from({ length: size.events }, (_, index): BulkWrite => ({ put: 'event', item: eventAt(index), when: 'any' })),
    ...bookings.map((item): BulkWrite => ({ put: 'booking', item, when: 'any' })),
    ...answers.map((item): BulkWrite => ({ put: 'response', item, when: 'any' })),
  ];
}

function registrationAt(index: number): Registration {
  const { state } = submitRegistration(undefined, {
    edition,
    form: usualForm(edition, index),
    schoolName: schoolAt(index).name,
    now,
  });
  return inviteToSurvey(confirmRegistration(state, 'link', now).state, [askedAt(index)], now).state;
}

function askedAt(index: number): AskedAbout {
  return { event: eventAt(index % size.events).event, host: true };
}

function eventAt(index: number): Event {
  const slots = halfDaysOf(edition);
  const form = {
    reference: `event-${index + 1}`,
    kind: 'rotation',
    title: 'Fictional rotation',
    organisations: [0, 1, 2, 3].map((one) => idOf('organisation', String((index + one) % 26))),
    host: schoolAt(index % 13).urn,
    halfDay: slots[index % slots.length] ?? '',
    sessions: 4,
    places: 400,
  } as const;
  return recordEvent(edition, { ...form, organisations: [...form.organisations] }).state;
}
