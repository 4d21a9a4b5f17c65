import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { book } from '#functions/http/organiser/events.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { instant } from '#shared/kernel/time.ts';
import type { TestTable } from './engine.ts';
import { type Faults, startFaultyTable } from './faulty-table.ts';
import { edition, event as anEvent, programme, registration } from '../unit/web/examples.ts';

const name = edition.edition;
const now = instant.parse('2025-02-24T10:00:00.000Z');
/** Conflicts come by a fixed sequence; only when requests meet is left to the machine. */
let drawn = 0;
function random(): number {
  drawn += 1;
  return Number.parseInt(tokenHash(`draw ${drawn}`).slice(0, 8), 16) / 2 ** 32;
}

let table: TestTable & { readonly faults: Faults };
let handler: typeof book;
beforeAll(async () => {
  table = await startFaultyTable(random);
  ({ book: handler } = await import('#functions/http/organiser/events.ts'));
  await table.write.bulk([
    { put: 'programme', item: programme, when: 'any' },
    { put: 'edition', item: edition, when: 'any' },
  ]);
});
afterAll(() => table.stop());
beforeEach(() => {
  Object.assign(table.faults, { chance: 0, conflicts: 0 });
});

const urnOf = (index: number) => String(800_001 + index);

/** An event with so many places, and so many confirmed schools. */
async function eventFor(places: number, schools: number): Promise<string> {
  const event = `event-${randomUUID().slice(0, 8)}`;
  const item = { ...anEvent, event, state: 'confirmed', places, placesFree: places } as const;
  await table.write.bulk([{ put: 'event', item, when: 'any' }]);
  await table.write.bulk(
    Array.from({ length: schools }, (_, index) => schoolNumber(index)).flatMap((one) => [
      { put: 'registration', item: one, when: 'any' } as const,
      { put: 'schoolPlace', item: { edition: name, urn: one.urn, registration: one.registration, bookings: 0 }, when: 'any' },
    ]),
  );
  return event;
}

function schoolNumber(index: number) {
  const id = `${'b'.repeat(16)}${[...String(index).padStart(4, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  return { ...registration, urn: urnOf(index), registration: id, schoolName: `Fictional ${index}`, state: 'confirmed' } as const;
}

/** Books every school with so many pupils at once; gives what each was told: `booked`, or the code of the refusal. */
async function bookAll(event: string, schools: number, pupils: number): Promise<string[]> {
  // Registrations stay as they are here: a hundred lists of a hundred would try how fast the engine is.
  const registrations = await table.read.list('registration', { edition: name });
  const read = { ...table.read, list: async () => registrations };
  const answers = Array.from({ length: schools }, async (_, index) => {
    const { registration: id } = schoolNumber(index);
    const request = { now, newId: randomUUID, newToken: randomUUID, requestKey: randomUUID(), bodyDigest: 'digest' };
    const call: object = {
      ...request,
      ports: { read, write: table.write },
      params: { edition: name, event },
      session: { name: 'Organiser' },
      body: { registration: id, cohorts: { year4: pupils } },
    };
    try {
      await Reflect.apply(handler, undefined, [call]);
      return 'booked';
    } catch (error) {
      if (error instanceof AppError) return `${error.kind} ${error.code}`;
      throw error;
    }
  });
  return Promise.all(answers);
}

const freeAt = async (event: string) => (await table.read.get('event', { edition: name, event }))?.placesFree;
const bookedAt = async (event: string) => (await table.read.list('booking', { edition: name, event })).length;

test('of a hundred clients for the last place exactly one gets it, and the others are told clearly that it is full', async () => {
  const event = await eventFor(1, 100);
  table.faults.chance = 0.4;
  const answers = await bookAll(event, 100, 1);
  const clear = ['booked', ...Array.from({ length: 99 }, () => 'conflict full')];
  expect(answers.toSorted()).toEqual(clear);
  expect(table.faults.conflicts, 'the table was one that conflicts').toBeGreaterThan(0);
  expect([await freeAt(event), await bookedAt(event)]).toEqual([0, 1]);
}, 60_000);

test('while there are places for all, nobody who meets another transaction is told that the event is full', async () => {
  const event = await eventFor(300, 25);
  table.faults.chance = 0.6;
  expect(await bookAll(event, 25, 12)).toEqual(Array.from({ length: 25 }, () => 'booked'));
  expect(table.faults.conflicts).toBeGreaterThan(0);
  expect([await freeAt(event), await bookedAt(event)]).toEqual([0, 25]);
}, 60_000);

test('a table that conflicts each time is busy, not full, and no place is lost', async () => {
  const event = await eventFor(10, 1);
  table.faults.chance = 1;
  expect(await bookAll(event, 1, 1)).toEqual(['unavailable busy']);
  table.faults.chance = 0;
  expect([await freeAt(event), await bookedAt(event)]).toEqual([10, 0]);
}, 60_000);

test('one write alone that meets a transaction is tried again, and no place is taken twice', async () => {
  const event = await eventFor(10, 1);
  Object.assign(table.faults, { chance: 0.5, inARow: 3 });
  const key = { edition: name, event };
  const taken: boolean[] = [];
  while (taken.length < 12) {
    const when = { state: 'confirmed' };
    taken.push((await table.write.transact([{ reserve: 'event', key, counter: 'placesFree', by: 1, when }])).ok);
  }
  expect(taken.filter((ok) => ok)).toHaveLength(10);
  expect(table.faults.conflicts).toBeGreaterThan(0);
  expect(await freeAt(event)).toBe(0);
}, 60_000);
