import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recountEdition } from '#functions/jobs/recount.ts';
import { rebuildAll } from '#local/rebuild.ts';
import { edition as editionSchema } from '#shared/domain/edition.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { startTable, type TestTable } from './engine.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const newId = randomUUID;
const now = instant.parse('2025-01-13T10:00:00.000Z');

function registrationOf(edition: string, urn: string, email: string, state: Registration['state']): Registration {
  return {
    edition,
    urn,
    registration: idOf(edition, urn, email),
    schoolName: 'Fictional',
    roles: ['attending'],
    contact: { name: 'A. Fictional', email },
    cohorts: { year4: 20 },
    halfDays: ['2025-03-10-am'],
    state,
    submittedAt: now,
    version: 1,
  };
}

async function add(edition: string, urn: string, email: string, state: Registration['state'] = 'confirmed'): Promise<void> {
  await table.write.transact([
    { put: 'registration', item: registrationOf(edition, urn, email, state), when: 'any' },
    { put: 'dirty', item: { edition, level: 'SCHOOL', part: urn, mark: newId() }, when: 'any' },
  ]);
}

test('a pending registration is counted as pending only', async () => {
  await add('pending', '900001', 'a@school.example', 'pending');
  await add('pending', '900002', 'b@school.example', 'confirmed');
  await recountEdition('pending', { ...table, newId });
  expect(await table.read.get('editionTotal', { edition: 'pending' })).toMatchObject({
    registrationsPending: 1,
    registrationsConfirmed: 1,
    schools: 0,
  });
});

test('one edition’s counts never hold another’s', async () => {
  await add('city-a', '900001', 'a@school.example');
  await add('city-b', '900001', 'a@school.example');
  await add('city-b', '900002', 'b@school.example');
  for (const edition of ['city-a', 'city-b']) await recountEdition(edition, { ...table, newId });
  expect(await table.read.get('editionTotal', { edition: 'city-a' })).toMatchObject({ registrationsConfirmed: 1 });
  expect(await table.read.get('editionTotal', { edition: 'city-b' })).toMatchObject({ registrationsConfirmed: 2 });
  expect(await table.read.list('registration', { edition: 'city-a' })).toHaveLength(1);
});

test('a recount that read before a newer fact never overwrites the newer count', async () => {
  await add('guarded', '900001', 'a@school.example');
  let raced = false;
  const slow: TableReader = {
    ...table.read,
    async list(name, partition, options) {
      const stale = await table.read.list(name, partition, options);
      if (name === 'response' && !raced) {
        raced = true;
        await add('guarded', '900001', 'b@school.example');
        await recountEdition('guarded', { ...table, newId });
      }
      return stale;
    },
  };
  await recountEdition('guarded', { read: slow, write: table.write, newId });
  expect(await table.read.get('schoolTotal', { edition: 'guarded', urn: '900001' })).toMatchObject({ confirmed: 2 });
  expect(await table.read.get('editionTotal', { edition: 'guarded' })).toMatchObject({ registrationsConfirmed: 2 });
});

test('totals rebuilt from the source items are equal to the byte', async () => {
  const plan = { edition: 'rebuilt', programme: 'p', name: 'Rebuilt', state: 'open', version: 1 };
  const dates = {
    starts: '2025-03-10',
    ends: '2025-03-14',
    registrationOpens: '2025-01-01',
    registrationCloses: '2025-03-01',
    surveyCloses: '2025-04-01',
  };
  await table.write.transact([{ put: 'edition', item: editionSchema.parse({ ...plan, ...dates }), when: 'absent' }]);
  for (let school = 0; school < 50; school += 1)
    await add('rebuilt', String(900_100 + school), 'a@school.example', school % 3 ? 'confirmed' : 'pending');
  await recountEdition('rebuilt', { ...table, newId });
  const lines: string[] = [];
  expect(await rebuildAll({ ...table, newId }, (line) => lines.push(line))).toBe(true);
  expect(lines).toEqual(['rebuilt: 50 parts recounted, equal to the byte']);
});
