import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenHash } from '#shared/kernel/ids.ts';
import {
  edition,
  halfDay,
  type Larkford,
  organiserList,
  postJson,
  schoolJson,
  signedUpOrganisation,
  startLarkford,
} from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

const register = `/editions/${edition}/schools/register`;

// One mailbox sends only so much an hour.
const contactAt = (school: string) => ({ name: 'A. Fictional', email: `office@${school}.example` });

async function registrationOf(urn: string): Promise<Record<string, unknown> | undefined> {
  const { registrations } = await organiserList(larkford, 'registrations');
  return registrations?.find((row) => row.registration['urn'] === urn)?.registration;
}

test('answers changed four times at once are four changes: none overwrites another unseen', async () => {
  await postJson(larkford, register, schoolJson());
  const changes = [31, 32, 33, 34].map((year4) => postJson(larkford, register, schoolJson({ cohorts: { year4 } })));
  expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await registrationOf('900001')).toMatchObject({ version: 5 });
});

test('a request that comes again late gives its first answer, and does not undo what was sent since', async () => {
  const headers = { 'idempotency-key': `first-${tokenHash('one').slice(0, 20)}` };
  const body = (year4: number) => schoolJson({ urn: '900002', contact: contactAt('bramble'), cohorts: { year4 } });
  const first = await postJson(larkford, register, body(20), headers);
  await postJson(larkford, register, body(21));
  const again = await postJson(larkford, register, body(20), headers);
  expect(again).toEqual(first);
  expect(await registrationOf('900002')).toMatchObject({ cohorts: { year4: 21 }, version: 2 });
});

test('a request key with other answers is refused, and changes nothing', async () => {
  const headers = { 'idempotency-key': `other-${tokenHash('two').slice(0, 20)}` };
  const body = (year4: number) => schoolJson({ urn: '900003', contact: contactAt('cedar'), cohorts: { year4 } });
  await postJson(larkford, register, body(20), headers);
  expect(await postJson(larkford, register, body(21), headers)).toMatchObject({
    status: 422,
    body: { code: 'request-key-reused' },
  });
  expect(await registrationOf('900003')).toMatchObject({ cohorts: { year4: 20 }, version: 1 });
});

test('a school that has not confirmed cannot be booked', async () => {
  const organisation = await signedUpOrganisation(larkford);
  const event = {
    reference: 'early',
    kind: 'special',
    title: 'Early',
    organisations: [organisation],
    venue: 'Own site',
    halfDay,
    despiteClash: true,
    sessions: 1,
    places: 60,
  };
  const headers = { cookie: larkford.organiser };
  const organiserPath = `/organiser/editions/${edition}/events`;
  expect((await postJson(larkford, organiserPath, event, headers)).status).toBe(201);
  const booking = { registration: (await registrationOf('900001'))?.['registration'], cohorts: { year4: 10 } };
  expect(await postJson(larkford, `${organiserPath}/early/bookings`, booking, headers)).toMatchObject({
    status: 409,
    body: { code: 'not-confirmed' },
  });
});
