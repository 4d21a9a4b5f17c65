import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#local/engine.ts';
import { type LocalSystem, startLocalSystem } from '#local/system.ts';
import { type Edition, halfDaysOf } from '#shared/domain/edition.ts';
import { recordEvent } from '#shared/domain/event.ts';
import { pupilsOnce } from '#shared/domain/instruments/pupils.ts';
import { classCodeOf, openClass } from '#shared/domain/pupils/class.ts';
import { confirmRegistration, inviteToSurvey, submitRegistration } from '#shared/domain/registration.ts';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, instantOf, secondsAfter } from '#shared/kernel/time.ts';
import { cityWrites, fullestForm, heaviestForm, openEdition, usualForm } from './city.ts';
import type { Figure } from './figures.ts';
import { type MeteredWrite, startWriteMeter, type WriteMeter } from './write-meter.ts';

const now = instantOf(new Date());
const edition = openEdition('marlow-vale-units', now);

/** Write units of what is accepted and of the whole road after it, weighed on the real items between functions and engine. */
export async function measureWriteUnits(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-units-'));
  const engine = await startEngine({ dbPath: join(folder, 'table.db') });
  const meter = await startWriteMeter(engine.endpoint);
  try {
    process.env['DYNAMODB_ENDPOINT'] = meter.endpoint;
    const system = await startLocalSystem({ dataDir: join(folder, 'data'), quiet: true });
    try {
      return await measure(system, meter);
    } finally {
      await system.stop();
    }
  } finally {
    await meter.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(system: LocalSystem, meter: WriteMeter): Promise<Figure[]> {
  const { dynamoWriter } = await import('#functions/runtime/table.ts');
  const write = dynamoWriter({ TABLE_NAME: system.engine.tableName });
  await write.bulk(cityWrites([edition], 10));
  const respondent = invited(edition);
  const oneClass = classOf(respondent);
  const expiresAt = epochSecondsOf(secondsAfter(now, 3600));
  const grant = { edition: edition.edition, purpose: 'survey', subject: respondent.registration, urn: respondent.urn } as const;
  await write.bulk([
    { put: 'registration', item: respondent, when: 'any' },
    { put: 'pupilClass', item: oneClass, when: 'any' },
    { put: 'classCode', item: { code: oneClass.code, edition: oneClass.edition, urn: oneClass.urn }, when: 'any' },
    { put: 'event', item: heldEvent(edition, respondent.urn), when: 'any' },
    ...['usual', 'fullest'].map(
      (token) =>
        ({
          put: 'linkSession',
          item: { hash: tokenHash(token), ...grant, link: tokenHash('made up'), expiresAt },
          when: 'any',
        }) as const,
    ),
  ]);
  await system.settle();
  meter.take();
  const register = `/editions/${edition.edition}/schools/register`;
  const post = (path: string, body: unknown, cookie = '') => postAndSettle({ system, meter }, { path, body, cookie });
  const usual = await post(register, usualForm(edition, 0));
  const fullest = await post(register, fullestForm(edition, 1));
  const heaviest = await post(register, heaviestForm(edition, 2));
  const answers = { hosting: 5, enjoyed: 5, again: 4 };
  const answer = await post(
    '/my/survey/monday-rotation',
    { ...answers, quote: 'They talked about it all week.', quoteConsent: true },
    '__Host-link=usual',
  );
  const quoteFull = { ...answers, enjoyed: 4, quote: 'w'.repeat(600), quoteConsent: true };
  const fullestAnswer = await post('/my/survey/monday-rotation', quoteFull, '__Host-link=fullest');
  const bothFull = { ...quoteFull, improve: 'w'.repeat(400) };
  const longestAnswer = await post('/my/survey/monday-rotation', bothFull, '__Host-link=fullest');
  const child = await post(`/c/${oneClass.code}`, { fun: 5, again: 3, 'many-jobs': 3, 'same-job': 3, 'any-job': 2 });
  return [
    ...figuresOf('a child’s answer', child, 4),
    ...figuresOf('registration', usual, 8),
    ...figuresOf('registration, every field full', fullest, 8),
    ...figuresOf('registration, full of emoji', heaviest, undefined),
    ...figuresOf('answer', answer, 4),
    ...figuresOf('answer, quote full, changed', fullestAnswer, 4),
    ...figuresOf('answer, both boxes full, changed', longestAnswer, undefined),
  ];
}

/** A registration of a host that confirmed and was asked how it was. */
function invited(of: Edition) {
  const { state } = submitRegistration(undefined, {
    edition: of,
    form: usualForm(of, 9),
    schoolName: 'Fictional Primary School',
    now,
  });
  return inviteToSurvey(confirmRegistration(state, 'link', now).state, [{ event: 'monday-rotation', host: true }], now).state;
}

/** A class of the school that was asked. */
function classOf(school: ReturnType<typeof invited>) {
  const form = { event: 'monday-rotation', year: 'year4', pupils: 30 } as const;
  const event = heldEvent(edition, school.urn);
  return openClass({ edition, school, event, form, code: classCodeOf('bench'), instrument: pupilsOnce, now }).state;
}

function heldEvent(of: Edition, host: string) {
  const [halfDay = ''] = halfDaysOf(of);
  const organisations = [0, 1, 2, 3].map((one) => idOf('organisation', String(one)));
  const form = { reference: 'monday-rotation', kind: 'rotation', title: 'Fictional rotation', sessions: 4, places: 400 } as const;
  return recordEvent(of, { ...form, organisations, host, halfDay }).state;
}

type Running = { readonly system: LocalSystem; readonly meter: WriteMeter };
type Post = { readonly path: string; readonly body: unknown; readonly cookie: string };

/** Posts as a browser's script would, with a request key, waits for all that follows, and gives all that was written. */
async function postAndSettle({ system, meter }: Running, { path, body, cookie }: Post): Promise<readonly MeteredWrite[]> {
  const response = await fetch(new URL(path, system.origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  await system.settle();
  return meter.take();
}

function figuresOf(name: string, writes: readonly MeteredWrite[], ceiling: number | undefined): Figure[] {
  const accepting = writes.find(({ operation }) => operation === 'TransactWriteItems');
  if (!accepting) throw new Error(`${name} was accepted without a transaction`);
  const rest = writes.filter((one) => one !== accepting);
  const kinds = accepting.items.map((item) =>
    item
      .replace(/EDITION#[^#\s]+#/, '')
      .split(/[#\s]/)[0]
      ?.toLowerCase(),
  );
  return [
    {
      name: `write units, accepting: ${name}`,
      value: accepting.units,
      unit: 'units',
      ...(ceiling === undefined ? {} : { ceiling }),
      note: kinds.join(', '),
    },
    {
      name: `write units, whole road: ${name}`,
      value: writes.reduce((sum, one) => sum + one.units, 0),
      unit: 'units',
      note: rest
        .map(
          ({ units, items: [first = ''] }) =>
            `${first
              .replace(/EDITION#[^#\s]+#/, '')
              .split(/[#\s]/)[0]
              ?.toLowerCase()} ${units}`,
        )
        .join(', '),
    },
  ];
}
