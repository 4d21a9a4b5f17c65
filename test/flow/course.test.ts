import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { childCodes, pairOf } from '#shared/domain/pupils/course.ts';
import { pairedMeanChange, pairedShareChange } from '#shared/domain/statistics/paired.ts';
import { edition, postJson } from './larkford.ts';
import { host, startSurveyed, type Surveyed } from './surveyed.ts';

let city: Surveyed;
let teacher = '';
let code = '';
let codes: string[] = [];
beforeAll(async () => {
  city = await startSurveyed();
  teacher = await city.open(host);
  const form = { event: 'monday', year: 'year5', pupils: 12, rounds: 'twice' };
  code = String((await postJson(city.larkford, '/my/classes', form, { cookie: teacher })).body['code']);
  const shown = await city.larkford.client.read(`/my/classes/${code}/codes`, teacher);
  codes = Array.isArray(Reflect.get(Object(shown), 'codes')) ? Reflect.get(Object(shown), 'codes') : [];
});
afterAll(() => city.larkford.stop());

const answers = (anyJob: number, listening: number, jobs: number) => ({
  'any-job': anyJob,
  'skill-listening': listening,
  'jobs-named': jobs,
});
const send = (child: string, body: object) => postJson(city.larkford, `/c/${code}`, { child, ...body });

async function everything(): Promise<Record<string, unknown>[]> {
  const { endpoint, tableName } = city.larkford.system.engine;
  const client = new DynamoDBClient({ endpoint });
  const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  client.destroy();
  expect(LastEvaluatedKey).toBeUndefined();
  return Items.map((item) => unmarshall(item));
}

/** Every text that stands anywhere in the table. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/[#_]/)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('a course', () => {
  test('gives each child a code of its own, always the same, and no two alike', () => {
    expect(codes).toHaveLength(12);
    expect(new Set(codes).size).toBe(12);
    for (const one of codes) expect(one).toMatch(/^[bcdfghjkmnpqrstvwxz]{4}$/);
    expect(childCodes('a key', 30).slice(0, 12)).toEqual(childCodes('a key', 12));
    expect(childCodes('another key', 12)).not.toEqual(childCodes('a key', 12));
  });

  test('asks a child for its own code first, and lets in no code of anybody else', async () => {
    const first = (await city.html(`/c/${code}`, '')).text;
    expect(first).toContain('Type in your own code');
    const wrong = await city.larkford.client.post(`/c/${code}`, { page: '0', child: 'zzzz' });
    expect([wrong.status, wrong.text.includes('This is no code of your class')]).toEqual([422, true]);
    expect((await send('zzzz', answers(1, 1, 3))).status).toBe(422);
    const right = await city.larkford.client.post(`/c/${code}`, { page: '0', child: codes[0]?.toUpperCase() });
    expect(right.text).toContain(`1 of ${pupilsTwice.statements.length}`);
    expect(right.text).toContain(`name="child" value="${codes[0]}"`);
    expect(await city.larkford.read.list('courseAnswer', { edition, code })).toEqual([]);
  });

  test('keeps one answer a child before, and one after, however often it is sent', async () => {
    for (const [index, child] of codes.slice(0, 11).entries()) {
      expect((await send(child, answers(index < 5 ? 3 : 1, 2, 4))).status).toBe(200);
      expect((await send(child, answers(1, 4, 9))).status).toBe(200);
    }
    expect(await city.larkford.read.list('courseAnswer', { edition, code })).toHaveLength(11);
    await postJson(city.larkford, `/my/classes/${code}`, { round: 'endline' }, { cookie: teacher });
    for (const [index, child] of codes.slice(1).entries())
      expect((await send(child, answers(index < 8 ? 3 : 1, 3, 6))).status).toBe(200);
    expect(await city.larkford.read.list('courseAnswer', { edition, code })).toHaveLength(22);
  });

  test('is counted in matched pairs, apart from children who answered only once', async () => {
    await city.run('aggregate');
    const whole = await city.larkford.read.get('editionTotal', { edition });
    const said = whole?.children?.find(({ instrument }) => instrument === 'pupils-twice');
    expect(said?.course).toMatchObject({ matched: 10, baselineOnly: 1, endlineOnly: 1 });
    const { changes = {} } = said?.course ?? {};
    // Of the ten pairs, 4 said yes before (the fifth answered before only) and 8 after.
    expect(changes['any-job']).toMatchObject({ n: 10, gained: 4, lost: 0 });
    expect(changes['jobs-named']).toEqual({ n: 10, gained: 0, lost: 0, sum: 20, squares: 40 });
    expect(changes['maths']).toMatchObject({ n: 0 });
    expect(pairedShareChange(changes['any-job'] ?? { n: 1, gained: 0, lost: 0 })).toMatchObject({ n: 10, change: 40 });
    expect(pairedMeanChange(changes['jobs-named'] ?? { n: 3, sum: 0, squares: 0 })).toMatchObject({ change: 2, low: 2, high: 2 });
  });

  test('holds no code of a child, and no time, beside an answer', async () => {
    const items = await everything();
    const kept = items.filter(({ pk, sk }) => String(pk).endsWith(`#COURSE#${code}`) && String(sk).startsWith('ANSWER#'));
    expect(kept.map((item) => Object.keys(item).sort())).toEqual(
      Array(22).fill(['answers', 'code', 'edition', 'pair', 'pk', 'round', 'sk']),
    );
    const texts = new Set(items.flatMap(textsIn));
    expect(codes.filter((one) => texts.has(one))).toEqual([]);
    const pairs = new Set(kept.map(({ pair }) => String(pair)));
    const elsewhere = items.filter((item) => !kept.includes(item)).flatMap(textsIn);
    expect(elsewhere.filter((text) => pairs.has(text))).toEqual([]);
  });

  test('leads from a code to its answers only by the key, and by nothing once that is deleted', async () => {
    const pairsOf = async () =>
      new Set((await city.larkford.read.list('courseAnswer', { edition, code })).map(({ pair }) => pair));
    // Whoever has the whole table and the school's sheet tries every text there is as the key.
    const found = async () => {
      const [texts, pairs] = [new Set((await everything()).flatMap(textsIn)), await pairsOf()];
      return [...texts].flatMap((key) => codes.filter((child) => pairs.has(pairOf(key, child))));
    };
    expect(new Set(await found()).size).toBe(12);
    const deleted = await city.larkford.client.post(`/my/classes/${code}/codes/delete`, {}, teacher);
    expect(deleted).toMatchObject({ status: 303, location: `/my/classes/${code}` });
    await city.larkford.system.settle();
    expect(await found()).toEqual([]);
    expect(await pairsOf()).toHaveProperty('size', 12);
  });

  test('without its key takes no more answers, cannot be opened, and keeps its figures', async () => {
    expect((await send(codes[0] ?? '', answers(3, 3, 3))).status).toBe(409);
    await postJson(city.larkford, `/my/classes/${code}`, { state: 'open' }, { cookie: teacher });
    expect((await send(codes[0] ?? '', answers(3, 3, 3))).status).toBe(422);
    expect((await city.html(`/my/classes/${code}/codes`, teacher)).status).toBe(410);
    expect((await city.html(`/my/classes/${code}`, teacher)).text).toContain('The key is deleted.');
    await city.run('aggregate');
    const whole = await city.larkford.read.get('editionTotal', { edition });
    expect(whole?.children?.[0]?.course).toMatchObject({ matched: 10 });
  });
});
