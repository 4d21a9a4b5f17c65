import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormFields } from '#local/demo/http-client.ts';
import { rebuildAll } from '#local/rebuild.ts';
import { pupilsOnce } from '#shared/domain/instruments/pupils.ts';
import { canonicalJson } from '#shared/kernel/text.ts';
import type { TableWriter } from '#shared/ports.ts';
import { edition, postJson } from './larkford.ts';
import { guest, host, startSurveyed, type Surveyed } from './surveyed.ts';

let city: Surveyed;
let teacher = '';
let otherTeacher = '';
beforeAll(async () => {
  city = await startSurveyed();
  teacher = await city.open(host);
  otherTeacher = await city.open(guest);
});
afterAll(() => city.larkford.stop());

/** Opens a class; gives its code. */
async function open(pupils: number, event = 'monday', cookie = teacher): Promise<string> {
  const { status, body } = await postJson(city.larkford, '/my/classes', { event, year: 'year4', pupils }, { cookie });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body['code']);
}

const all = { fun: 5, again: 3, 'many-jobs': 2, 'same-job': 3, 'any-job': 1 };

/** Sends all answers of one child at once. */
function send(code: string, answers: object = all, headers: Record<string, string> = {}) {
  return postJson(city.larkford, `/c/${code}`, answers, headers);
}

function see(code: string, cookie = teacher) {
  return city.larkford.client.read(`/my/classes/${code}`, cookie);
}

/** Every item of the table, in no order that matters. */
async function everything(): Promise<Record<string, unknown>[]> {
  const { endpoint, tableName } = city.larkford.system.engine;
  const client = new DynamoDBClient({ endpoint });
  const items: Record<string, unknown>[] = [];
  let from: Record<string, never> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    items.push(...Items.map((item) => unmarshall(item)));
    from = LastEvaluatedKey && JSON.parse(JSON.stringify(LastEvaluatedKey));
  } while (from);
  client.destroy();
  return items.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

/** What stands in the hidden fields of a page. */
function hiddenIn(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

describe('one child, without script', () => {
  let code = '';
  let last: FormFields = {};
  beforeAll(async () => {
    code = await open(3);
    await city.larkford.system.settle();
  });

  test('answers page by page; each but the last answers 200 with the next, and nothing is stored', async () => {
    const before = await everything();
    let { text } = await city.html(`/c/${code.toUpperCase()}`, '');
    for (const [index, { id, text: asked }] of pupilsOnce.statements.entries()) {
      expect(text).toContain(`<h1 class="govuk-heading-xl" id="question">${asked}</h1>`);
      last = { ...hiddenIn(text), [id]: String(Reflect.get(all, id)) };
      expect(last['page']).toBe(String(index + 1));
      if (index === 4) break;
      const next = await city.larkford.client.post(`/c/${code}`, last);
      expect([next.status, next.cookie]).toEqual([200, '']);
      text = next.text;
    }
    expect(await everything()).toEqual(before);
  });

  test('the last page is stored by two writes, and answered 303', async () => {
    const before = new Set((await everything()).map(canonicalJson));
    const sent = await city.larkford.client.post(`/c/${code}`, last);
    expect(sent).toMatchObject({ status: 303, location: `/c/${code}/thanks`, cookie: '' });
    const changed = (await everything()).filter((item) => !before.has(canonicalJson(item)));
    expect(changed.map(({ sk }) => String(sk).replace(/#.*/, '')).sort()).toEqual(['ANSWER', 'SCHOOL']);
    expect(await city.larkford.read.list('pupilAnswer', { edition, code })).toMatchObject([{ answers: all }]);
  });

  test('sent again, and again with other answers, it is the same one', async () => {
    for (const more of [{}, { 'any-job': '3' }]) {
      expect((await city.larkford.client.post(`/c/${code}`, { ...last, ...more })).status).toBe(303);
    }
    expect(await city.larkford.read.list('pupilAnswer', { edition, code })).toMatchObject([{ answers: all }]);
    expect(await see(code)).toMatchObject({ answers: 1, pupils: 3 });
  });

  test('goes back, skips, and finds what was chosen before', async () => {
    const first = hiddenIn((await city.html(`/c/${code}`, '')).text);
    const second = await city.larkford.client.post(`/c/${code}`, { ...first, fun: '4' });
    const back = await city.larkford.client.post(`/c/${code}`, { ...hiddenIn(second.text), go: 'back' });
    expect(back.text).toMatch(/name="fun" value="4"[^>]*>.*?you chose this/s);
    const skipped = await city.larkford.client.post(`/c/${code}`, { ...hiddenIn(back.text), go: 'skip' });
    expect(hiddenIn(skipped.text)).not.toHaveProperty('fun');
    expect(hiddenIn(skipped.text)['requestKey']).toBe(first['requestKey']);
  });

  test('who skips everything is thanked, and is no answer', async () => {
    expect((await send(code, {})).status).toBe(200);
    expect(await city.larkford.read.list('pupilAnswer', { edition, code })).toHaveLength(1);
  });

  test.each([[{ fun: 6 }], [{ fun: 0 }], [{ again: 4 }], [{ fun: 'Great' }], [{ fun: 2.5 }], [{ name: 'x' }], [{ fun: [1, 2] }]])(
    'what is on no page is refused: %j',
    async (answers) => {
      expect((await send(code, answers)).status).toBe(422);
      expect(await city.larkford.read.list('pupilAnswer', { edition, code })).toHaveLength(1);
    },
  );

  test('the thanks lead the next child to a first page with another key', async () => {
    expect((await city.html(`/c/${code}/thanks`, '')).text).toContain(`href="/c/${code}"`);
    const keys = await Promise.all([1, 2].map(async () => hiddenIn((await city.html(`/c/${code}`, '')).text)['requestKey']));
    expect(new Set(keys).size).toBe(2);
  });
});

describe('a code', () => {
  test('leads to its class, in capitals and with a space too', async () => {
    const code = await open(2);
    const typed = `${code.slice(0, 3).toUpperCase()} ${code.slice(3)}`;
    expect(await city.larkford.client.post('/c', { code: typed })).toMatchObject({ status: 303, location: `/c/${code}` });
  });

  test.each(['bbbbbb', 'hello', 'monday!', '%20'])('that is no class’s is asked for again: %s', async (code) => {
    const again = await city.larkford.client.post('/c', { code });
    expect(again.status).toBe(422);
    expect(again.text).toContain('We do not know this code. Look at it again');
    expect((await city.html(`/c/${encodeURIComponent(code)}`, '')).status).toBe(404);
  });

  test('of another school’s class opens nothing for a teacher', async () => {
    const code = await open(2);
    expect((await city.html(`/my/classes/${code}`, otherTeacher)).status).toBe(404);
    const changed = await postJson(city.larkford, `/my/classes/${code}`, { pupils: 50 }, { cookie: otherTeacher });
    expect(changed.status).toBe(404);
  });

  test('is for schools’ links alone, and for events that the school is at', async () => {
    const visitor = await city.open('team@engineering.example');
    expect((await city.html('/my/classes', visitor)).status).toBe(403);
    const elsewhere = await postJson(
      city.larkford,
      '/my/classes',
      { event: 'later', year: 'year4', pupils: 9 },
      { cookie: teacher },
    );
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'not-booked' } });
  });
});

describe('a whole class', () => {
  let code = '';
  beforeAll(async () => {
    code = await open(30);
  });

  test('at once: everybody is taken, a tenth more too, and not one besides', async () => {
    const answers = await Promise.all(Array.from({ length: 36 }, () => send(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(33);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, body }) => [status, body['code']])).toEqual(Array(3).fill([409, 'class-full']));
    expect(await city.larkford.read.list('pupilAnswer', { edition, code })).toHaveLength(33);
  });

  test('a child beyond it is sent to the teacher, who makes room', async () => {
    const key = hiddenIn((await city.html(`/c/${code}`, '')).text)['requestKey'] ?? '';
    const form = { requestKey: key, page: '5', 'any-job': '2' };
    const full = await city.larkford.client.post(`/c/${code}`, form);
    expect(full.status).toBe(409);
    expect(full.text).toContain('Tell your teacher.');
    expect(full.text).toContain('Teachers: you can change this on your page of the class.');
    await postJson(city.larkford, `/my/classes/${code}`, { pupils: 31 }, { cookie: teacher });
    expect((await city.larkford.client.post(`/c/${code}`, form)).status).toBe(303);
    expect(await see(code)).toMatchObject({ answers: 34, pupils: 31 });
  });

  test('cannot be made smaller than its answers', async () => {
    const smaller = await postJson(city.larkford, `/my/classes/${code}`, { pupils: 20 }, { cookie: teacher });
    expect(smaller).toMatchObject({ status: 422, body: { code: 'answers-taken' } });
  });

  test('once it is closed takes nothing, until it is opened again', async () => {
    await postJson(city.larkford, `/my/classes/${code}`, { state: 'closed' }, { cookie: teacher });
    expect(await send(code)).toMatchObject({ status: 409, body: { code: 'class-closed' } });
    expect((await city.html(`/c/${code}`, '')).text).toContain('This class has finished');
    await postJson(city.larkford, `/my/classes/${code}`, { state: 'open', pupils: 40 }, { cookie: teacher });
    expect((await send(code)).status).toBe(200);
  });
});

describe('what is stored of an answer', () => {
  test('joins it to no code of a child, no device, no time and no request', async () => {
    const code = await open(5);
    const secret = 'canary7canary';
    await send(code, all, {
      'idempotency-key': `${secret}-key`,
      cookie: `__Host-link=${secret}; session=${secret}`,
      'user-agent': secret,
      'x-forwarded-for': '203.0.113.77',
      referer: `http://${secret}.example/`,
      'accept-language': secret,
    });
    await city.run('aggregate');
    const items = await everything();
    const answers = items.filter(({ sk, pk }) => String(sk).startsWith('ANSWER#') && String(pk).includes(code));
    expect(answers.map((item) => Object.keys(item).sort())).toEqual([['answer', 'answers', 'code', 'edition', 'pk', 'sk']]);
    const text = JSON.stringify(items);
    expect(text).not.toContain(secret);
    expect(text).not.toContain('203.0.113.77');
    // The answer's own id stands nowhere but in it: no fact, history, request or total knows it.
    const id = String(answers[0]?.['answer']);
    expect(items.filter((item) => JSON.stringify(item).includes(id))).toHaveLength(1);
  });

  test('no fact, and nothing in the history, is written for an answer', async () => {
    const code = await open(5);
    await city.larkford.system.settle();
    const before = (await everything()).length;
    await Promise.all([send(code), send(code), send(code)]);
    await city.larkford.system.settle();
    expect(await everything()).toHaveLength(before + 3);
  });
});

describe('a count by show of hands', () => {
  let code = '';
  const tally = { present: 20, fun: { 5: 18, 1: 2 }, again: { 3: 20 }, 'many-jobs': { 1: 5, 2: 5, 3: 10 } };
  const whole = { ...tally, 'same-job': { 3: 20 }, 'any-job': { 2: 20 } };
  beforeAll(async () => {
    code = await open(24, 'online');
  });
  const enter = (body: object) => postJson(city.larkford, `/my/classes/${code}/tally`, body, { cookie: teacher });

  test('is refused where a question does not add up, and what was typed stays', async () => {
    expect(await enter(tally)).toMatchObject({
      status: 422,
      body: { code: 'does-not-add-up', errors: [{ path: 'same-job' }, { path: 'any-job' }] },
    });
    const form = { present: '20', 'fun.5': '19' };
    const typed = await city.larkford.client.post(`/my/classes/${code}/tally`, form, teacher);
    expect(typed.status).toBe(422);
    expect(typed.text).toContain('These add up to 19, and 20 children were there');
    expect(typed.text).toMatch(/name="fun.5"[^>]*value="19"/);
  });

  test('is taken from the same budget, and can be corrected', async () => {
    expect((await enter(whole)).status).toBe(200);
    expect(await see(code)).toMatchObject({ answers: 20, tallied: 20 });
    expect((await enter(whole)).status).toBe(200);
    expect(await see(code)).toMatchObject({ answers: 20 });
    expect(await enter({ ...whole, present: 60 })).toMatchObject({ status: 422 });
    for (let more = 0; more < 7; more += 1) expect((await send(code)).status).toBe(200);
    expect(await send(code)).toMatchObject({ status: 409, body: { code: 'class-full' } });
  });

  test('counts with the answers given on tablets', async () => {
    await city.run('aggregate');
    const [total] = (await city.larkford.read.list('classTotal', { edition })).filter((one) => one.code === code);
    expect(total?.said).toMatchObject({
      classes: 1,
      asked: 24,
      answered: 27,
      counts: { fun: [2, 0, 0, 0, 25], again: [0, 0, 27] },
    });
  });
});

describe('what is counted', () => {
  test('adds up from class to event and school, and from schools to the edition', async () => {
    await city.run('aggregate');
    const [classes, events, schools, whole] = await Promise.all([
      city.larkford.read.list('classTotal', { edition }),
      city.larkford.read.list('eventTotal', { edition }),
      city.larkford.read.list('schoolTotal', { edition }),
      city.larkford.read.get('editionTotal', { edition }),
    ]);
    const answered = (parts: readonly { readonly children?: readonly { readonly answered: number }[] | undefined }[]) =>
      parts.flatMap(({ children = [] }) => children).reduce((sum, one) => sum + one.answered, 0);
    const stored = await Promise.all(classes.map(({ code }) => city.larkford.read.list('pupilAnswer', { edition, code })));
    expect(answered(events)).toBe(stored.flat().length + 20);
    expect(answered(schools)).toBe(answered(events));
    expect(answered(whole ? [whole] : [])).toBe(answered(events));
  });

  test('is not moved by counting again', async () => {
    const before = await city.larkford.read.list('classTotal', { edition });
    await city.run('aggregate');
    expect(await city.larkford.read.list('classTotal', { edition })).toEqual(before);
  });

  test('is not moved by an older count that ends late', async () => {
    const { recountClasses } = await import('#functions/jobs/recount-classes.ts');
    const code = await open(8);
    const answeredIn = async () =>
      (await city.larkford.read.list('classTotal', { edition })).find((one) => one.code === code)?.said.answered;
    const { read, write } = city.larkford;
    const ports = { read, write, newId: randomUUID };
    await send(code);
    let overtaken = false;
    const late: TableWriter = {
      ...write,
      transact: async (writes) => {
        if (!overtaken) {
          overtaken = true;
          await send(code);
          await recountClasses(edition, ports);
          expect(await answeredIn()).toBe(2);
        }
        return write.transact(writes);
      },
    };
    await recountClasses(edition, { ...ports, write: late });
    expect([overtaken, await answeredIn()]).toEqual([true, 2]);
  });

  test('comes out the same to the byte when all of it is rebuilt', async () => {
    await city.run('aggregate');
    const lines: string[] = [];
    const { read, write } = city.larkford;
    expect(await rebuildAll({ read, write, newId: randomUUID }, (line) => lines.push(line))).toBe(true);
    expect(lines.join()).toContain('equal to the byte');
  });
});
