import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { withdrawVisitor } from '#functions/http/my/visitor-changes.ts';
import type { cancel } from '#functions/http/organiser/cancellation.ts';
import type { addEvent } from '#functions/http/organiser/events.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';
import type { TableWriter } from '#shared/ports.ts';
import { edition, halfDays, organisation, programme, volunteer } from '../unit/web/examples.ts';
import { startTable, type TestTable } from './engine.ts';

const name = edition.edition;
const now = instant.parse('2025-02-24T10:00:00.000Z');
const visitors = [
  { kind: 'organisation', subject: organisation.organisation },
  { kind: 'volunteer', subject: volunteer.volunteer },
] as const;
type Who = (typeof visitors)[number];

let table: TestTable;
let handlers: {
  readonly addEvent: typeof addEvent;
  readonly cancel: typeof cancel;
  readonly withdrawVisitor: typeof withdrawVisitor;
};
beforeAll(async () => {
  table = await startTable();
  handlers = {
    ...(await import('#functions/http/organiser/events.ts')),
    ...(await import('#functions/http/organiser/cancellation.ts')),
    ...(await import('#functions/http/my/visitor-changes.ts')),
  };
});
afterAll(() => table.stop());

let event = '';
/** Each test has a half-day of its own: one person is at one place. */
let turn = 0;
beforeEach(async () => {
  turn += 1;
  event = `event-${randomUUID().slice(0, 8)}`;
  const items = [
    { put: 'programme', item: programme },
    { put: 'edition', item: edition },
    { put: 'organisation', item: organisation },
    { put: 'volunteer', item: volunteer },
  ] as const;
  await table.write.bulk(items.map((one) => ({ ...one, when: 'any' })));
});

/** A request in which something else happens once, after everything was read and before anything is written. */
function callWith(meanwhile?: () => Promise<unknown>) {
  let todo = meanwhile;
  const write: TableWriter = {
    ...table.write,
    transact: async (writes) => {
      const first = todo;
      todo = undefined;
      await first?.();
      return table.write.transact(writes);
    },
  };
  const unused = { query: {}, cookies: {}, headers: {}, method: 'POST', path: '/', origin: 'https://larkford.example' };
  const request = { now, newId: randomUUID, newToken: randomUUID, requestKey: undefined, bodyDigest: 'digest' };
  return { ...unused, ...request, ports: { read: table.read, write } };
}

const session = (rest: object) => ({ hash: 'hash', expiresAt: 2_000_000_000, ...rest });

function record(meanwhile?: () => Promise<unknown>) {
  const body = {
    reference: event,
    kind: 'online',
    title: 'Ask an engineer',
    organisations: [organisation.organisation],
    volunteers: [volunteer.volunteer],
    halfDay: halfDays[turn] ?? '',
    sessions: 1,
    places: 100,
    despiteClash: true,
  };
  const call: object = { ...callWith(meanwhile), params: { edition: name }, session: session({ name: 'Organiser' }), body };
  return Reflect.apply(handlers.addEvent, undefined, [call]);
}

async function withdraw({ kind, subject }: Who, meanwhile?: () => Promise<unknown>) {
  const own = { edition: name, purpose: kind, subject, link: 'link' };
  const call: object = { ...callWith(meanwhile), params: {}, session: session(own), body: { version: organisation.version } };
  return Reflect.apply(handlers.withdrawVisitor, undefined, [call]);
}

const offerOf = ({ subject }: Who) => table.read.get('offer', { edition: name, event, visitor: subject });
const stateOf = async ({ kind, subject }: Who) =>
  kind === 'organisation'
    ? (await table.read.get('organisation', { edition: name, organisation: subject }))?.state
    : (await table.read.get('volunteer', { edition: name, volunteer: subject }))?.state;

describe.each(visitors)('given a $kind that is named for an event and withdraws at the same moment', (who) => {
  test('when it withdraws while the event is being recorded, then the event is refused and offers nothing', async () => {
    await expect(record(() => withdraw(who))).rejects.toMatchObject({
      code: 'event-parts-unknown',
      issues: [{ path: `${who.kind}s`, message: expect.stringMatching(/who take part|that take part/) }],
    });
    expect(await offerOf(who)).toBeUndefined();
    expect(await stateOf(who)).toBe('withdrawn');
  });

  test('when the event is recorded while it withdraws, then the new place is given back with the others', async () => {
    await withdraw(who, () => record());
    expect(await stateOf(who)).toBe('withdrawn');
    expect(await offerOf(who)).toMatchObject({ state: 'declined' });
  });
});

test('a school booked while its event is being cancelled is shown first, and no place is lost', async () => {
  await record();
  const key = { edition: name, event };
  const book = () =>
    table.write.transact([{ reserve: 'event', key, counter: 'placesFree', by: 10, when: { state: 'confirmed' } }]);
  const body = { version: 1, placesFree: 100 };
  const call: object = { ...callWith(book), params: key, session: session({}), body };
  await expect(Reflect.apply(handlers.cancel, undefined, [call])).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect(await table.read.get('event', key)).toMatchObject({ state: 'confirmed', placesFree: 90 });
});

test('the largest event there can be is recorded in one transaction', async () => {
  const organisations = Array.from({ length: 12 }, (_, index) => idOf('organisation', String(index)));
  const volunteers = Array.from({ length: 36 }, (_, index) => idOf('volunteer', String(index)));
  await table.write.bulk([
    ...organisations.map((id) => ({ put: 'organisation', item: { ...organisation, organisation: id }, when: 'any' }) as const),
    ...volunteers.map((id) => ({ put: 'volunteer', item: { ...volunteer, volunteer: id }, when: 'any' }) as const),
  ]);
  const body = {
    reference: event,
    kind: 'online',
    title: 'Everybody at once',
    organisations,
    volunteers,
    halfDay: halfDays[0] ?? '',
    sessions: 1,
    places: 100,
  };
  const call: object = { ...callWith(), requestKey: 'request-key-0001', params: { edition: name }, session: session({}), body };
  await Reflect.apply(handlers.addEvent, undefined, [call]);
  expect(await table.read.list('offer', { edition: name, event })).toHaveLength(48);
});
