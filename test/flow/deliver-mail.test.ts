import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#functions/runtime/context.ts';
import { deliver, mailId, resend } from '#functions/runtime/deliver-mail.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Letter, Mailer, Message } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { edition } from '../unit/web/examples.ts';
import { startTable, type TestTable } from './engine.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
  await table.write.bulk([{ put: 'edition', item: { ...edition, edition: 'larkford' }, when: 'any' }]);
});
afterAll(() => table.stop());

const now = instant.parse('2025-01-13T10:00:00.000Z');
const template = 'school-registered' as const;

function factOf(): Fact {
  const data = { registration: idOf('r'), urn: '900001', roles: ['host' as const], pupils: 30, version: 1 };
  return { id: randomUUID(), type: 'school.registered.v1', at: now, edition: 'larkford', data };
}

const letter: Letter = {
  recipient: idOf('r'),
  to: 'office@school.example',
  grant: {
    edition: 'larkford',
    purpose: 'registration',
    subject: idOf('r'),
    urn: '900001',
    until: epochSecondsOf(secondsAfter(now, 86_400)),
  },
  compose: (link) => ({
    subject: 'Confirm',
    html: `<p>${link}</p>`,
    text: link,
    replyTo: { name: 'Larkford', address: 'programme@larkford.example' },
  }),
};

const context: Context = {
  now,
  newId: randomUUID,
  newToken: () => `${randomUUID()}-${randomUUID()}`.replaceAll('-', '').slice(0, 43),
  origin: 'https://larkford.example',
  by: 'system',
};

/** A mailer that keeps what it sends, and fails as told: before sending (refused) or after it (no answer). */
function mailer(fail?: 'refused' | 'no answer'): Mailer & { readonly sent: Message[] } {
  const sent: Message[] = [];
  let failing = fail;
  return {
    sent,
    async send(message) {
      const failure = failing;
      failing = undefined;
      if (failure === 'refused') throw new AppError('unavailable', 'mail-refused', 'Not now.');
      sent.push(message);
      if (failure === 'no answer') throw new Error('socket hang up');
      return { messageId: `ses-${sent.length}` };
    },
  };
}

const read = (fact: Fact) => table.read.get('mail', { edition: 'larkford', mail: mailId({ template, fact }, letter.recipient) });

test('a letter is sent once however often its fact is delivered, also at the same time', async () => {
  const post = mailer();
  const fact = factOf();
  await Promise.all([1, 2, 3].map(() => deliver(letter, { template, fact }, { ...table, mailer: post }, context)));
  await deliver(letter, { template, fact }, { ...table, mailer: post }, context);
  expect(post.sent).toHaveLength(1);
  expect(await read(fact)).toMatchObject({ state: 'sent', sesMessageId: 'ses-1', attempts: 1 });
});

test('the link in the mail opens by its hash; the token itself is not stored', async () => {
  const post = mailer();
  await deliver(letter, { template, fact: factOf() }, { ...table, mailer: post }, context);
  const token = post.sent[0]?.text.split('/l/')[1] ?? '';
  expect(await table.read.get('link', { hash: tokenHash(token) })).toMatchObject({
    purpose: 'registration',
    urn: '900001',
    revoked: false,
  });
  expect(await table.read.get('link', { hash: token })).toBeUndefined();
});

test('a refusal gives the claim back, and the next try sends', async () => {
  const post = mailer('refused');
  const fact = factOf();
  await expect(deliver(letter, { template, fact }, { ...table, mailer: post }, context)).rejects.toThrow('Not now.');
  await deliver(letter, { template, fact }, { ...table, mailer: post }, context);
  expect(post.sent).toHaveLength(1);
});

test('after a lost answer the claim stays open and nobody sends again, until the sweeper finds no evidence', async () => {
  const post = mailer('no answer');
  const fact = factOf();
  await deliver(letter, { template, fact }, { ...table, mailer: post }, context);
  await deliver(letter, { template, fact }, { ...table, mailer: post }, context);
  expect(post.sent).toHaveLength(1);
  const open = await read(fact);
  expect(open?.state).toBe('claimed');
  const due = await table.read.due('mail', 'claimed', now, 10);
  expect(due).toContainEqual({ edition: 'larkford', mail: open?.mail });
  if (open) await resend(letter, open, { ...table, mailer: post }, context);
  expect(post.sent).toHaveLength(2);
  expect(await read(fact)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('two sweepers at once send one mail between them', async () => {
  const post = mailer('no answer');
  const fact = factOf();
  await deliver(letter, { template, fact }, { ...table, mailer: post }, context);
  const open = await read(fact);
  if (open) await Promise.all([1, 2].map(() => resend(letter, open, { ...table, mailer: post }, context)));
  expect(post.sent).toHaveLength(2);
});
