import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendDue } from '#functions/consumers/send-mail.ts';
import type { Context } from '#functions/runtime/context.ts';
import { deliver } from '#functions/runtime/deliver-mail.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import type { Mailer, Message } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact, FactType } from '#shared/system/events.ts';
import { fact as factSchema } from '#shared/system/fact.ts';
import { lettersFor } from '#web/mail/letters.ts';
import { memoryTable } from '#test/memory-table.ts';
import { at, booking, edition, event as exampleEvent, programme, registration } from '../web/examples.ts';

// Everything here is the real road from a fact to a mail; only the table is in memory, and the order in which its reads and
// writes and the provider's answers come is the scheduler's to choose.

type Change = 'book' | 'give-back' | 'move' | 'cancel';
/** A change, or time enough for what was called for to be sent. */
type Step = Change | 'pause';
type Fault = 'none' | 'refused' | 'no answer';
type Sent = Message['calendar'];

/** A city with one school and one event, whose every step waits for its turn. */
async function start(turn: () => Promise<void>, faults: readonly Fault[]) {
  const table = memoryTable();
  const waiting = faults[Symbol.iterator]();
  const sent: Sent[] = [];
  const mailer: Mailer = {
    async send({ calendar }) {
      await turn();
      const fault = waiting.next().value ?? 'none';
      if (fault === 'refused') throw new AppError('unavailable', 'mail-refused', 'Not now.');
      if (calendar) sent.push(calendar);
      await turn();
      if (fault === 'no answer') throw new Error('socket hang up');
      return { messageId: `ses-${sent.length}` };
    },
  };
  const { read, write } = table;
  const slow = {
    read: {
      ...read,
      get: (name, key) => turn().then(() => read.get(name, key)),
      list: (name, partition, options) => turn().then(() => read.list(name, partition, options)),
    } satisfies typeof read,
    write: { ...write, transact: (writes) => turn().then(() => write.transact(writes)) } satisfies typeof write,
    mailer,
  };
  await write.bulk([
    { put: 'programme', item: programme, when: 'any' },
    { put: 'edition', item: edition, when: 'any' },
    { put: 'registration', item: registration, when: 'any' },
    { put: 'event', item: { ...exampleEvent, host: undefined, venue: 'Hall 0' }, when: 'any' },
  ]);
  return { table, slow, sent, mailer };
}

type City = Awaited<ReturnType<typeof start>>;

const aBooking = { event: booking.event, urn: booking.urn, registration: booking.registration, pupils: 30 };

/** Makes one change, as the pages do, if it can be made; gives the mail it calls for. */
async function change({ table }: City, what: Change, step: number): Promise<{ template: EmailName; fact: Fact } | undefined> {
  const { read, write } = table;
  const [event, held] = await Promise.all([read.get('event', booking), read.get('booking', booking)]);
  if (!event || event.state === 'cancelled') return undefined;
  const moment = secondsAfter(at, step);
  const factOf = (type: FactType, data: object) =>
    factSchema.parse({ id: `fact-${step}`, type, at: moment, edition: edition.edition, by: 'link', data });
  const { kind, halfDay } = event;
  const version = event.version + 1;
  if (what === 'book' && !held) {
    await write.transact([{ put: 'booking', item: booking, when: 'absent' }]);
    return { template: 'booking-for-school', fact: factOf('school.booked.v1', { ...aBooking, version: 1 }) };
  }
  if (what === 'give-back' && held) {
    await write.transact([{ remove: 'booking', key: booking, when: { version: 1 } }]);
    return { template: 'place-changed', fact: factOf('booking.given-back.v1', { ...aBooking, version: 1 }) };
  }
  if (what === 'move') {
    const moved = { ...event, halfDay: `2025-03-0${3 + (step % 5)}-${step % 2 ? 'am' : 'pm'}`, venue: `Hall ${step}`, version };
    await write.transact([{ put: 'event', item: moved, when: { version: event.version } }]);
    const data = { event: event.event, kind, halfDay: moved.halfDay, before: halfDay, changed: ['halfDay', 'venue'], version };
    return { template: 'event-moved', fact: factOf('event.moved.v1', data) };
  }
  if (what !== 'cancel') return undefined;
  await write.transact([{ put: 'event', item: { ...event, state: 'cancelled', version }, when: { version: event.version } }]);
  return { template: 'event-cancelled', fact: factOf('event.cancelled.v1', { event: event.event, kind, halfDay, version }) };
}

function contextAt(seconds: number): Context {
  let tokens = 0;
  return {
    now: secondsAfter(at, seconds),
    newId: () => idOf(String(tokens++)),
    newToken: () => idOf('token', String(seconds), String(tokens++)),
    origin: 'https://larkford.example',
    by: 'system',
  };
}

/** One delivery of a fact by its queue, which tries again what was refused. */
async function consume({ slow }: City, { template, fact }: { template: EmailName; fact: Fact }, step: number): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      for (const letter of await lettersFor(template, fact, slow.read))
        await deliver(letter, { template, fact }, slow, contextAt(step));
      return;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** The minute's and the quarter's jobs, until nothing waits. */
async function settle({ table, mailer }: City): Promise<void> {
  for (let round = 1; round <= 60; round += 1) {
    const context = contextAt(10_000 + 1000 * round);
    await sendDue('queued', context.now, { ...table, mailer }, context);
    await sendDue('claimed', context.now, { ...table, mailer }, context);
    const mails = await table.read.list('mail', edition);
    if (mails.every(({ state }) => state !== 'queued' && state !== 'claimed')) return;
  }
  throw new Error('mails still wait');
}

const contents = ({ state, starts, ends, where }: NonNullable<Sent>) => [state, starts, ends, where].join();

test('whatever the order of sends, sequences rise with each change, and the last entry sent is how the place stands', async () => {
  let cancels = 0;
  const steps = fc.constantFrom<Step[]>('pause', 'pause', 'pause', 'book', 'give-back', 'move', 'cancel');
  const changes = fc.array(steps, { minLength: 2, maxLength: 9 });
  const faults = fc.array(fc.constantFrom<Fault[]>('none', 'none', 'refused', 'no answer'), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), changes, faults, async (scheduler, wanted, planned) => {
      const city = await start(() => scheduler.schedule(Promise.resolve()), planned);
      const underWay: Promise<void>[] = [];
      const everything = (async () => {
        // Booked first: without a place there is little to tell.
        for (const [step, what] of (['book', ...wanted] as const).entries()) {
          await scheduler.schedule(Promise.resolve());
          if (what === 'pause') await Promise.all(underWay);
          const mail = what === 'pause' ? undefined : await change(city, what, step);
          if (mail) underWay.push(consume(city, mail, step), consume(city, mail, step));
        }
        await Promise.all(underWay);
      })();
      await scheduler.waitFor(everything);
      const draining = settle(city);
      await scheduler.waitFor(draining);
      const sent = city.sent.filter((one) => one !== undefined);
      expect(new Set(sent.map(({ uid }) => uid)).size).toBeLessThanOrEqual(1);
      for (const [index, { sequence, ...entry }] of sent.entries()) {
        const before = sent[index - 1];
        if (!before) continue;
        const same = contents({ ...entry, sequence }) === contents(before);
        // What was claimed but refused has had its number: the same may come back with a higher one.
        expect(sequence).toBeGreaterThanOrEqual(same ? before.sequence : before.sequence + 1);
      }
      const [event, held] = await Promise.all([city.table.read.get('event', booking), city.table.read.get('booking', booking)]);
      const stands = held !== undefined && event?.state === 'confirmed';
      const last = sent.at(-1);
      if (stands) expect(last).toMatchObject({ state: 'CONFIRMED', where: event.venue });
      else expect(last?.state ?? 'CANCELLED').toBe('CANCELLED');
      if (last?.state === 'CANCELLED') cancels += 1;
    }),
    { numRuns: 600 },
  );
  expect(cancels).toBeGreaterThan(100);
}, 120_000);

test('a cancellation waits while it is unclear whether the invitation left, and goes once that is closed', async () => {
  const city = await start(() => Promise.resolve(), ['no answer']);
  const booked = await change(city, 'book', 1);
  if (booked) await consume(city, booked, 1);
  const cancelled = await change(city, 'cancel', 2);
  if (cancelled) await consume(city, cancelled, 2);
  const states = async () => (await city.table.read.list('mail', edition)).map(({ template, state }) => [template, state]);
  expect(await states()).toEqual([
    ['booking-for-school', 'claimed'],
    ['event-cancelled', 'queued'],
  ]);
  const minute = contextAt(60);
  expect(await sendDue('queued', minute.now, { ...city.table, mailer: city.mailer }, minute)).toBe(0);
  expect(city.sent.map((one) => one?.state)).toEqual(['CONFIRMED']);
  await settle(city);
  expect(city.sent.map((one) => [one?.state, one?.sequence])).toEqual([
    ['CONFIRMED', 0],
    ['CANCELLED', 1],
  ]);
  expect((await states()).map(([, state]) => state)).toEqual(['dropped', 'sent']);
});

test('who was never invited gets no cancellation in their calendar', async () => {
  const city = await start(() => Promise.resolve(), []);
  const booked = await change(city, 'book', 1);
  const cancelled = await change(city, 'cancel', 2);
  if (cancelled) await consume(city, cancelled, 2);
  if (booked) await consume(city, booked, 1);
  expect(city.sent).toEqual([]);
  expect((await city.table.read.list('mail', edition)).map(({ template }) => template)).toEqual(['event-cancelled']);
});
