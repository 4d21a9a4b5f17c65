import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeMails } from '#functions/http/messages/change-mail.ts';
import type { Context } from '#functions/runtime/context.ts';
import { deliver, mailId, resend } from '#functions/runtime/deliver-mail.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { mailHolds } from '#shared/domain/mail-vocabulary.ts';
import { holdMail, queueMail } from '#shared/domain/outgoing.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { epochSecondsOf, instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Letter, Mailer } from '#shared/ports.ts';
import { emailName } from '#shared/system/email-names.ts';
import { emails } from '#shared/system/emails.ts';
import { eventExamples } from '#shared/system/event-examples.ts';
import type { Fact } from '#shared/system/events.ts';
import { fact as factSchema } from '#shared/system/fact.ts';
import { edition, programme } from '../unit/web/examples.ts';
import { startTable, type TestTable } from './engine.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
  await table.write.bulk([{ put: 'programme', item: programme, when: 'any' }]);
});
afterAll(() => table.stop());

const now = instant.parse('2025-01-13T10:00:00.000Z');
const name = edition.edition;
const state = (of: Edition['state']) => table.write.bulk([{ put: 'edition', item: { ...edition, state: of }, when: 'any' }]);

/** Every mail with every fact that causes it. */
const causes = emailName.options.flatMap((template) => emails[template].on.map((type) => ({ template, type })));

const letter: Letter = {
  recipient: idOf('reader'),
  to: 'somebody@school.example',
  grant: {
    edition: name,
    purpose: 'volunteer',
    subject: idOf('reader'),
    until: epochSecondsOf(secondsAfter(now, 86_400)),
  },
  compose: (link) => ({
    subject: 'Hello',
    html: `<p>${link}</p>`,
    text: link,
    replyTo: { name: 'Larkford', address: 'programme@larkford.example' },
  }),
};

let facts = 0;
function factOf({ type }: (typeof causes)[number], by: string): Fact {
  facts += 1;
  return factSchema.parse({ id: `fact-${facts}`, type, at: now, edition: name, by, data: eventExamples[type] });
}

function postOffice() {
  const sent: string[] = [];
  const links: string[] = [];
  const mailer: Mailer = {
    async send(_, { mail }) {
      sent.push(mail);
      return { messageId: `ses-${mail}` };
    },
  };
  const context = (moment: typeof now): Context => ({
    now: moment,
    newId: randomUUID,
    newToken: () => {
      links.push(randomUUID());
      return links.at(-1) ?? '';
    },
    origin: 'https://larkford.example',
    by: 'system',
  });
  return { sent, links, ports: { ...table, mailer }, context };
}

const byWhom = fc.constantFrom('public', 'link', 'system', `organiser:${'a'.repeat(20)}`);
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('fact' as const), cause: fc.constantFrom(...causes), by: byWhom, later: fc.boolean() }),
    fc.record({ do: fc.constant('hold' as const), holds: fc.option(fc.constantFrom(...mailHolds), { nil: undefined }) }),
    fc.constantFrom({ do: 'press send' as const }, { do: 'undo' as const }, { do: 'send what waits' as const }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('whatever fact arrives, and whatever is pressed, a draft mails nobody, makes no link and loses no mail', async () => {
  await state('draft');
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const post = postOffice();
      const made: string[] = [];
      for (const step of all) {
        if (step.do === 'fact') {
          const cause = { template: step.cause.template, fact: factOf(step.cause, step.by) };
          const due = step.later ? secondsAfter(now, 300) : undefined;
          await deliver(letter, cause, post.ports, post.context(now), due);
          made.push(mailId(cause, letter.recipient));
        } else if (step.do === 'hold') {
          await table.write.bulk([
            { put: 'mailHold', item: { edition: name, holds: step.holds, at: now, version: 1 }, when: 'any' },
          ]);
        } else await press(step.do, made, post);
      }
      await press('send what waits', made, post);
      expect([...post.sent, ...post.links]).toEqual([]);
      for (const mail of made) expect(await table.read.get('mail', { edition: name, mail })).toMatchObject({ state: 'held' });
    }),
    { numRuns: 40 },
  );
}, 60_000);

type Post = ReturnType<typeof postOffice>;

async function press(what: 'press send' | 'undo' | 'send what waits', mails: readonly string[], post: Post): Promise<void> {
  const request = { ...post.context(now), ports: table, requestKey: undefined, bodyDigest: '' };
  if (what === 'press send') await changeMails(request, name, mails, (mail) => queueMail(mail, now));
  else if (what === 'undo') await changeMails(request, name, mails, holdMail);
  else {
    for (const mail of mails) {
      const waiting = await table.read.get('mail', { edition: name, mail });
      if (waiting) await resend(letter, waiting, post.ports, post.context(secondsAfter(now, 600)));
    }
  }
}

test.each(causes)('$template on $type goes once the edition is open', async (cause) => {
  await state('open');
  await table.write.bulk([{ put: 'mailHold', item: { edition: name, at: now, version: 1 }, when: 'any' }]);
  const post = postOffice();
  await deliver(letter, { template: cause.template, fact: factOf(cause, 'public') }, post.ports, post.context(now));
  expect(post.sent).toHaveLength(1);
});

test('what waited in the draft waits on when it opens, for a person to send', async () => {
  await state('draft');
  const [cause] = causes;
  if (!cause) throw new Error('there are mails');
  const post = postOffice();
  const { template } = cause;
  const fact = factOf(cause, 'public');
  await deliver(letter, { template, fact }, post.ports, post.context(now));
  await state('open');
  const mail = mailId({ template, fact }, letter.recipient);
  const waiting = await table.read.get('mail', { edition: name, mail });
  expect(waiting).toMatchObject({ state: 'held' });
  expect(post.sent).toEqual([]);
  if (waiting) await resend(letter, waiting, post.ports, post.context(now));
  expect(post.sent).toEqual([mail]);
});

test('an edition that is not known mails nobody', async () => {
  const [cause] = causes;
  if (!cause) throw new Error('there are mails');
  const post = postOffice();
  const elsewhere = { ...factOf(cause, 'public'), edition: 'nowhere-2025' };
  await deliver(letter, { template: cause.template, fact: elsewhere }, post.ports, post.context(now));
  expect(post.sent).toEqual([]);
});

test('nothing but the one place that looks hands a mail to the mailer', () => {
  const sources = globSync('{functions,shared,web}/**/*.ts').filter((file) => /mailer\.send\(/.test(readFileSync(file, 'utf8')));
  expect(sources).toEqual(['functions/runtime/deliver-mail.ts']);
});
