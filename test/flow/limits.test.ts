import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waitOf } from '#functions/http/limit.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { sendLimits } from '#shared/system/protections.ts';
import { edition, type Larkford, organisationForm, postJson, schoolForm, schoolJson, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const register = `/editions/${edition}/schools/register`;
const [hour] = sendLimits;
/** The clock runs on while the tests do. */
const slack = 120;
let mailboxes = 0;
let email: string;
beforeEach(() => {
  mailboxes += 1;
  email = `mailbox-${mailboxes}@limits.example`;
});

/** Registers as JSON; other answers each time, so that each one would be mailed. */
function send(pupils: number, address = email, urn = '900001') {
  return postJson(
    larkford,
    register,
    schoolJson({ urn, contact: { name: 'A. Fictional', email: address }, cohorts: { year4: pupils } }),
  );
}

async function sendHour(): Promise<number[]> {
  const statuses: number[] = [];
  for (let turn = 1; turn <= hour.sends; turn += 1) statuses.push((await send(turn)).status);
  return statuses;
}

describe('one address makes us send five mails an hour', () => {
  test('and no sixth: 429 with the seconds to wait, as JSON and as a page, and nothing is written', async () => {
    expect(new Set(await sendHour())).toEqual(new Set([201]));
    const sixth = await fetch(new URL(register, larkford.system.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(schoolJson({ contact: { name: 'A. Fictional', email }, cohorts: { year4: 99 } })),
    });
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(hour.seconds - slack);
    expect(Number(sixth.headers.get('retry-after'))).toBeLessThanOrEqual(hour.seconds);
    expect(await sixth.json()).toMatchObject({ code: 'too-many', status: 429 });
    const page = await fetch(new URL(register, larkford.system.origin), {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        urn: '900001',
        roles: 'attending',
        'contact.name': 'A',
        'contact.email': email,
        'cohorts.year4': '7',
        halfDays: '2025-03-10-am',
      }).toString(),
    });
    expect(page.status).toBe(429);
    expect(await page.text()).toMatch(/Try again in (?:1 hour|5\d minutes)\./);
    await larkford.system.settle();
    expect(larkford.system.inbox.list({ to: email })).toHaveLength(hour.sends);
  });

  test('for all schools together, whatever the case of its letters', async () => {
    await sendHour();
    expect((await send(1, email.toUpperCase(), '900002')).status).toBe(429);
  });

  test('but another address is unaffected, and so is another form', async () => {
    await sendHour();
    expect((await send(1, `other-${email}`)).status).toBe(201);
    const { status } = await larkford.client.post(
      `/editions/${edition}/organisations/sign-up`,
      organisationForm({ 'contact.email': email }),
    );
    expect(status).toBe(303);
  });

  test('and the same answers again cost nothing', async () => {
    await sendHour();
    expect((await send(hour.sends)).status).toBe(201);
  });

  test('even when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: hour.sends + 3 }, (_, turn) => send(turn + 1)));
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(hour.sends);
    expect(answers.every(({ status }) => status === 201 || status === 429)).toBe(true);
  });
});

test('thirty people behind one school’s network register within a minute', async () => {
  const forms = Array.from({ length: 30 }, (_, person) => schoolForm({ 'contact.email': `person-${person}@one-school.example` }));
  const answers = await Promise.all(forms.map((form) => larkford.client.post(register, form)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
});

test('the hour moves with the clock', async () => {
  await sendHour();
  expect((await send(50)).status).toBe(429);
  larkford.system.clock.advance(hour.seconds - slack);
  expect((await send(50)).status).toBe(429);
  larkford.system.clock.advance(slack);
  expect((await send(50)).status).toBe(201);
});

test('the first people of an hour may come all at once', async () => {
  larkford.system.clock.advance(hour.seconds);
  const answers = await Promise.all(Array.from({ length: 30 }, (_, person) => send(30, `early-${person}@limits.example`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
});

test('twenty mails a day are enough, and the wait is until the first of them is a day old', () => {
  const [, day] = sendLimits;
  const start = instant.parse('2025-01-13T10:00:00.000Z');
  const sent = Array.from({ length: day.sends }, (_, turn) => secondsAfter(start, turn * 3600));
  const now = secondsAfter(start, day.sends * 3600);
  expect(waitOf(sent.slice(1), now)).toBe(0);
  expect(waitOf(sent, now)).toBe(day.seconds - day.sends * 3600);
  expect(waitOf(sent, secondsAfter(start, day.seconds))).toBe(0);
});
