import { afterEach, expect, test } from 'vitest';
import { type LoadHandler, loadHandler } from '#local/handlers.ts';
import { reportOf } from './impact-of.ts';
import { confirmedSchool, edition, type Larkford, organiserList, schoolForm, startLarkford } from './larkford.ts';

let larkford: Larkford | undefined;
afterEach(async () => {
  await larkford?.stop();
  larkford = undefined;
});

const register = `/editions/${edition}/schools/register`;
const mailsTo = ({ system }: Larkford, to: string) => system.inbox.list({ to });

/** Real functions, some of them wrapped in a fault. */
function withFault(names: (name: string) => boolean, fault: (run: () => Promise<unknown>) => Promise<unknown>): LoadHandler {
  return async (name) => {
    const handler = await loadHandler(name);
    return names(name) ? (event, context) => fault(() => handler(event, context)) : handler;
  };
}

test('facts that the stream lost over a weekend are published by the sweeper', async () => {
  larkford = await startLarkford(
    withFault(
      (name) => name === 'relay-outbox',
      async () => ({ batchItemFailures: [] }),
    ),
  );
  await larkford.client.post(register, schoolForm());
  await larkford.system.settle();
  expect(mailsTo(larkford, 'office@alder-bank.example')).toHaveLength(0);
  larkford.system.clock.advance(64 * 3600);
  await larkford.system.runJob('sweep-outbox');
  await larkford.system.settle();
  expect(mailsTo(larkford, 'office@alder-bank.example')).toHaveLength(1);
});

test('a fact delivered many times is mailed once and counted once', async () => {
  larkford = await startLarkford(
    withFault(
      (name) => name.startsWith('send-') || name === 'notify-organiser' || name === 'mark-dirty',
      async (run) => {
        const [first] = await Promise.all([run(), run(), run()]);
        await run();
        return first;
      },
    ),
  );
  await confirmedSchool(larkford);
  await larkford.system.runJob('aggregate');
  await larkford.system.settle();
  expect(mailsTo(larkford, 'office@alder-bank.example')).toHaveLength(1);
  expect(mailsTo(larkford, 'programme@larkford.example')).toHaveLength(1);
  expect(await reportOf(larkford, 'live')).toMatchObject({ registrationsConfirmed: 1, registrationsPending: 0 });
});

test('a consumer that dies after its effect does not repeat it', async () => {
  let deaths = 0;
  larkford = await startLarkford(
    withFault(
      (name) => name === 'send-school-registered',
      async (run) => {
        const answer = await run();
        deaths += 1;
        if (deaths === 1) throw new Error('killed after the effect');
        return answer;
      },
    ),
  );
  await larkford.client.post(register, schoolForm());
  await larkford.system.settle();
  larkford.system.clock.advance(200);
  await larkford.system.settle();
  expect(deaths).toBe(2);
  expect(mailsTo(larkford, 'office@alder-bank.example')).toHaveLength(1);
});

test('a message that cannot be read ends in the dead-letter queue, and the rest are done', async () => {
  larkford = await startLarkford();
  larkford.system.queues.send('send-school-registered', [
    'not json',
    JSON.stringify({ detail: { type: 'school.registered.v99' } }),
  ]);
  await larkford.client.post(register, schoolForm());
  for (let receive = 0; receive < 6; receive += 1) {
    await larkford.system.settle();
    larkford.system.clock.advance(6 * 20 + 1);
  }
  await larkford.system.settle();
  const status = await larkford.system.status();
  expect(JSON.stringify(status)).toContain('not json');
  expect(mailsTo(larkford, 'office@alder-bank.example')).toHaveLength(1);
});

test('a hard bounce is shown on the contact and stops further mail to it', async () => {
  larkford = await startLarkford();
  await larkford.client.post(register, schoolForm({ 'contact.email': 'nobody@bounce.example' }));
  await larkford.system.settle();
  const { registrations } = await organiserList(larkford, 'registrations');
  expect(registrations?.[0]?.['mail']).toBe('bounced');
  await larkford.client.post(register, schoolForm({ 'contact.email': 'nobody@bounce.example', wishes: 'Something else' }));
  await larkford.system.settle();
  const { mails } = await organiserList(larkford, 'mails');
  expect(mails?.map(({ state }) => state).sort()).toEqual(['bounced', 'suppressed']);
  expect(mailsTo(larkford, 'nobody@bounce.example')).toHaveLength(1);
});
