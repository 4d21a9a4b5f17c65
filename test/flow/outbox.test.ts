import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendDue, sendMail } from '#functions/consumers/send-mail.ts';
import { changeMail, changeMails } from '#functions/http/messages/change-mail.ts';
import type { Context } from '#functions/runtime/context.ts';
import { mailId } from '#functions/runtime/deliver-mail.ts';
import { dropMail, editMail, holdMail, queueMail } from '#shared/domain/outgoing.ts';
import type { MailHold } from '#shared/domain/mail-vocabulary.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Mailer, Message } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact } from '#shared/system/events.ts';
import { booking, edition, event, organisation, programme, registration } from '../unit/web/examples.ts';
import { startTable, type TestTable } from './engine.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
  await table.write.bulk([
    { put: 'programme', item: programme, when: 'any' },
    { put: 'edition', item: edition, when: 'any' },
    { put: 'registration', item: registration, when: 'any' },
    { put: 'organisation', item: organisation, when: 'any' },
    { put: 'event', item: event, when: 'any' },
    { put: 'booking', item: booking, when: 'any' },
  ]);
});
afterAll(() => table.stop());

const now = instant.parse('2025-01-13T10:00:00.000Z');
const inTime = secondsAfter(now, 60);
const due = secondsAfter(now, 300);
const name = edition.edition;

const at = (moment: typeof now, by: Context['by'] = 'system'): Context => ({
  now: moment,
  newId: randomUUID,
  newToken: () => `${randomUUID()}-${randomUUID()}`.replaceAll('-', '').slice(0, 43),
  origin: 'https://larkford.example',
  by,
});

/** A request of an organiser at a moment. */
const organiser = (moment: typeof now) => ({ ...at(moment), ports: table, requestKey: undefined, bodyDigest: '' });

/** A mailer that keeps what it sends, by mail; it refuses while told to. */
function postOffice() {
  const sent: (Message & { readonly mail: string })[] = [];
  let open = true;
  const mailer: Mailer = {
    async send(message, { mail }) {
      if (!open) throw new AppError('unavailable', 'mail-refused', 'Not now.');
      sent.push({ ...message, mail });
      return { messageId: `ses-${sent.length}` };
    },
  };
  return { sent, ports: { ...table, mailer }, setOpen: (value: boolean) => void (open = value) };
}

const template = 'booking-for-school';
const { urn } = registration;
function booked(): Fact {
  const data = { event: event.event, urn, registration: registration.registration, pupils: 30, version: 1 };
  return { id: randomUUID(), type: 'school.booked.v1', at: now, edition: name, by: 'system', data };
}

const hold = (holds: MailHold | undefined) =>
  table.write.bulk([{ put: 'mailHold', item: { edition: name, holds, at: now, version: 1 }, when: 'any' }]);

/** Gives the outbox a held mail; answers with its key. */
async function held(ports: ReturnType<typeof postOffice>['ports']) {
  await hold('confirmations');
  const fact = booked();
  await sendMail(template, fact, ports, at(now));
  return { edition: name, mail: mailId({ template, fact }, registration.registration) };
}
const read = (key: { edition: string; mail: string }) => table.read.get('mail', key);
const waiting = async () => (await table.read.list('waitingMail', { edition: name })).map(({ mail }) => mail);

describe('what an edition holds', () => {
  const send = async (kind: EmailName, fact: Fact) => {
    const post = postOffice();
    await sendMail(kind, fact, post.ports, at(now));
    return post.sent.length;
  };
  const signedUp = (by: string): Fact => {
    const data = { organisation: organisation.organisation, formats: organisation.formats, version: 1 };
    return { id: randomUUID(), type: 'organisation.signed-up.v1', at: now, edition: name, by, data };
  };
  const confirmed = (): Fact => {
    const data = { organisation: organisation.organisation };
    return { id: randomUUID(), type: 'organisation.confirmed.v1', at: now, edition: name, by: 'link', data };
  };

  test('waits in the outbox, and nothing of it is sent', async () => {
    await hold('confirmations');
    expect(await send(template, booked())).toBe(0);
    expect(await send('colleague-invited', confirmed())).toBeGreaterThan(0);
    await hold('all');
    expect(await send(template, booked())).toBe(0);
    expect(await send('colleague-invited', confirmed())).toBe(0);
  });

  test('is never what somebody has just asked for by themselves, nor what goes to the organiser', async () => {
    await hold('all');
    expect(await send('organisation-signed-up', signedUp('public'))).toBe(1);
    expect(await send('organisation-signed-up', signedUp(`organiser:${'a'.repeat(20)}`))).toBe(0);
    expect(await send('organiser-notice', confirmed())).toBe(1);
  });

  test('is nothing once it holds nothing; what waited goes on waiting', async () => {
    const post = postOffice();
    const key = await held(post.ports);
    await hold(undefined);
    expect(await send(template, booked())).toBe(1);
    expect(await read(key)).toMatchObject({ state: 'held' });
  });
});

test('a mail from the outbox goes once, five minutes after it was sent, however often that is asked', async () => {
  const post = postOffice();
  const key = await held(post.ports);
  expect(await waiting()).toContain(key.mail);
  for (let time = 0; time < 2; time += 1) {
    const result = await changeMails(organiser(now), name, [key.mail], (mail) => queueMail(mail, now));
    expect(result).toEqual({ done: 1, late: 0 });
  }
  expect(await sendDue('queued', inTime, post.ports, at(inTime))).toBe(0);
  await Promise.all([1, 2, 3].map(() => sendDue('queued', due, post.ports, at(due))));
  await sendDue('queued', due, post.ports, at(due));
  expect(post.sent.filter(({ mail }) => mail === key.mail)).toHaveLength(1);
  expect(await read(key)).toMatchObject({ state: 'sent', attempts: 1 });
  expect(await waiting()).not.toContain(key.mail);
  const late = await changeMails(organiser(due), name, [key.mail], holdMail);
  expect(late).toEqual({ done: 0, late: 1 });
});

test('an undo before that puts it back, and it can be sent again', async () => {
  const post = postOffice();
  const key = await held(post.ports);
  await changeMail(organiser(now), key, (mail) => queueMail(mail, now));
  await changeMail(organiser(inTime), key, holdMail);
  expect(await sendDue('queued', due, post.ports, at(due))).toBe(0);
  expect(await read(key)).toMatchObject({ state: 'held' });
  await changeMail(organiser(due), key, (mail) => queueMail(mail, due));
  const later = secondsAfter(due, 300);
  expect(await sendDue('queued', later, post.ports, at(later))).toBe(1);
});

test('an undo and the sending at the same moment: exactly one wins', async () => {
  const post = postOffice();
  for (let round = 0; round < 12; round += 1) {
    const key = await held(post.ports);
    await changeMail(organiser(now), key, (mail) => queueMail(mail, now));
    const before = post.sent.length;
    const [{ done }] = await Promise.all([
      changeMails(organiser(due), name, [key.mail], holdMail),
      sendDue('queued', due, post.ports, at(due)),
    ]);
    const sent = post.sent.length - before;
    expect(sent + done).toBe(1);
    expect((await read(key))?.state).toBe(done === 1 ? 'held' : 'sent');
    if (done === 1) await changeMail(organiser(due), key, (mail) => dropMail(mail, { version: mail.version, reason: 'Test' }));
  }
});

type Action = 'queue' | 'undo' | 'edit' | 'drop' | 'due' | 'refused';

test('whatever is pressed in whatever order at once, a mail goes at most once, and goes if it says so', async () => {
  const actions = fc.array(
    fc.uniqueArray(fc.constantFrom<Action>('queue', 'undo', 'edit', 'drop', 'due', 'refused'), { maxLength: 3 }),
    {
      minLength: 2,
      maxLength: 5,
    },
  );
  await fc.assert(
    fc.asyncProperty(actions, async (rounds) => {
      const post = postOffice();
      const key = await held(post.ports);
      let moment = now;
      for (const together of rounds) {
        moment = secondsAfter(moment, 1000);
        post.setOpen(!together.includes('refused'));
        await Promise.all(together.map((action) => act(action, key, moment, post)));
      }
      const mail = await read(key);
      const sent = post.sent.filter((one) => one.mail === key.mail);
      expect(sent.length).toBeLessThanOrEqual(1);
      expect(mail?.state === 'sent').toBe(sent.length === 1);
      expect((await waiting()).includes(key.mail)).toBe(mail?.state === 'held' || mail?.state === 'queued');
      await changeMails(organiser(moment), name, [key.mail], holdMail);
      if (mail && sent[0]) expect(sent[0].subject === 'Edited').toBe(mail.edit?.subject === 'Edited');
    }),
    { numRuns: 40 },
  );
}, 60_000);

async function act(
  action: Action,
  key: { edition: string; mail: string },
  moment: typeof now,
  post: ReturnType<typeof postOffice>,
): Promise<void> {
  const change = (decide: Parameters<typeof changeMails>[3]) => changeMails(organiser(moment), name, [key.mail], decide);
  if (action === 'due' || action === 'refused') await sendDue('queued', moment, post.ports, at(moment));
  else if (action === 'queue') await change((mail) => queueMail(mail, secondsAfter(moment, -300)));
  else if (action === 'undo') await change(holdMail);
  else if (action === 'edit') await change((mail) => editMail(mail, { version: mail.version, subject: 'Edited' }));
  else await change((mail) => dropMail(mail, { version: mail.version, reason: 'Not needed' }));
}

test('an edit goes out with the mail: its subject, and its paragraph before the signature', async () => {
  const post = postOffice();
  const key = await held(post.ports);
  const form = { version: 1, subject: 'Your places, and a word on parking', note: 'Park at the back.\n\nThe gate is green.' };
  await changeMail(organiser(now), key, (mail) => editMail(mail, form));
  await expect(changeMail(organiser(now), key, (mail) => editMail(mail, { ...form, note: 'Older' }))).rejects.toThrow(
    'Somebody else changed this email',
  );
  await changeMail(organiser(now), key, (mail) => queueMail(mail, now));
  await sendDue('queued', due, post.ports, at(due));
  const [mail] = post.sent;
  expect(mail?.subject).toBe(form.subject);
  expect(mail?.text).toMatch(/Park at the back\.\n\nThe gate is green\.\n\nWith best wishes/);
  expect(mail?.html).toContain('The gate is green.');
});

describe('when the mail provider refuses', () => {
  test('a queued mail waits, nothing is lost, and the refusal is kept until a mail goes', async () => {
    const post = postOffice();
    const key = await held(post.ports);
    await changeMail(organiser(now), key, (mail) => queueMail(mail, now));
    post.setOpen(false);
    expect(await sendDue('queued', due, post.ports, at(due))).toBe(0);
    expect(await read(key)).toMatchObject({ state: 'queued', attempts: 1, sendAfter: secondsAfter(due, 60) });
    expect(await table.read.get('mailRefusal', { edition: name })).toMatchObject({ since: due });
    post.setOpen(true);
    const later = secondsAfter(due, 60);
    expect(await sendDue('queued', later, post.ports, at(later))).toBe(1);
    expect(await table.read.get('mailRefusal', { edition: name })).toBeUndefined();
  });

  test('it comes back to the outbox with the reason after ten refusals', async () => {
    const post = postOffice();
    const key = await held(post.ports);
    await changeMail(organiser(now), key, (mail) => queueMail(mail, now));
    post.setOpen(false);
    let moment = due;
    for (let time = 0; time < 10; time += 1) {
      moment = secondsAfter(moment, 600);
      await sendDue('queued', moment, post.ports, at(moment));
    }
    expect(await read(key)).toMatchObject({ state: 'held', problem: 'The mail provider refused it again and again' });
  });

  test('a claim that the sweeper found open stays open', async () => {
    const post = postOffice();
    await hold(undefined);
    const fact = booked();
    const lost: Mailer = { send: () => Promise.reject(new Error('socket hang up')) };
    await sendMail(template, fact, { ...table, mailer: lost }, at(now));
    post.setOpen(false);
    await sendDue('claimed', due, post.ports, at(due));
    const key = { edition: name, mail: mailId({ template, fact }, registration.registration) };
    expect(await read(key)).toMatchObject({ state: 'claimed' });
    post.setOpen(true);
    expect(await sendDue('claimed', due, post.ports, at(due))).toBe(1);
  });
});
