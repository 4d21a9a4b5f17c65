import { holdMail, queueMail } from '#shared/domain/outgoing.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { lettersFor } from '#web/mail/letters.ts';
import { type HeldMail, outboxPage } from '#web/organiser/outbox.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { perPage } from '../organiser/read-page.ts';
import { changeMails } from './change-mail.ts';
import { readersLink } from './mail.ts';

type Path = '/organiser/editions/{edition}/outbox';
type OutboxRoute = `GET ${Path}` | `POST ${Path}/${'hold' | 'send' | 'undo'}`;

/** How many waiting mails one look at the outbox counts. */
const most = 1000;

/** What waits in the outbox, oldest first, a page of it; what is about to go; and what the edition holds. */
export async function showOutbox(call: Call<OutboxRoute, 'messages'>, filled?: Filled): Promise<Answer> {
  const { ports, params, query, session, now } = call;
  const { read } = ports;
  const [found, waiting, messages] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    read.list('waitingMail', params, { limit: most }),
    read.list('message', params, { newestFirst: true, limit: 50 }),
  ]);
  const held = waiting.filter(({ state }) => state === 'held');
  const after = query['after'] ?? '';
  const later = held.filter(({ mail }) => mail > after);
  const shown = later.slice(0, perPage);
  const queued = waiting.filter(({ state }) => state === 'queued');
  const [mails, going] = await Promise.all([
    Promise.all(shown.map((one) => readHeld(one, read, call.origin))),
    Promise.all(queued.slice(0, perPage).map((one) => read.get('mail', one))),
  ]);
  const page = outboxPage({
    ...found,
    organiser: session,
    now,
    mails: mails.flat(),
    count: held.length,
    full: waiting.length === most,
    queued,
    going: going.filter((one) => one !== undefined),
    messages: messages.filter(({ state }) => state === 'queued'),
    first: after === '',
    next: later.length > perPage ? shown.at(-1)?.mail : undefined,
    all: query['all'] === 'yes',
    done: doneIn(query),
    filled,
  });
  return { page, data: { waiting, messages, holds: found.mailPause?.holds ?? 'nothing' } };
}

async function readHeld(key: Item<'waitingMail'>, read: TableReader, origin: string): Promise<HeldMail[]> {
  const mail = await read.get('mail', key);
  if (!mail) return [];
  const [letter] = await lettersFor(mail.template, mail.fact, read, mail.recipient);
  return [{ mail, subject: letter?.compose(readersLink(origin), mail.edit).subject }];
}

function doneIn(query: Readonly<Record<string, string | undefined>>) {
  const what = (['send', 'undo'] as const).find((one) => one === query['done']);
  const number = (name: string) => Number.parseInt(query[name] ?? '0', 10) || 0;
  return what && { what, count: number('count'), late: number('late') };
}

/** Chooses which new mails wait. The same again changes nothing. */
export async function hold(call: PostCall<`POST ${Path}/hold`, 'messages'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const { edition } = params;
  await findEdition(ports.read, edition, { drafts: true });
  await accept<Item<'mailHold'>>(call, {
    edition,
    find: () => ports.read.get('mailHold', { edition }),
    decide: (current) => {
      const holds = body.holds === 'nothing' ? undefined : body.holds;
      const version = (current?.version ?? 0) + 1;
      const state = { edition, holds, at: now, version };
      if (current?.holds === holds) return { state: current ?? state, facts: [] };
      return { state, facts: [{ type: 'outbox.changed.v1', data: { holds: body.holds, version } }] };
    },
    writes: (item, when) => [{ put: 'mailHold', item, when }],
    reference: () => edition,
  });
  return { seeOther: pathTo(edition), data: { holds: body.holds } };
}

/** Sends the ticked mails in five minutes. Conflict `edition-draft` for a draft: it mails nobody. */
export async function send(call: PostCall<`POST ${Path}/send`, 'messages'>): Promise<Answer> {
  const { edition } = await findEdition(call.ports.read, call.params.edition, { drafts: true });
  if (edition.state === 'draft') {
    throw new AppError('conflict', 'edition-draft', 'A draft mails nobody. Open the edition first, then send what waits.');
  }
  const result = await changeMails(call, call.params.edition, call.body.mails, (mail) => queueMail(mail, call.now));
  return done('send', call.params.edition, result);
}

/** Keeps the ticked mails that have not gone. */
export async function undo(call: PostCall<`POST ${Path}/undo`, 'messages'>): Promise<Answer> {
  return done('undo', call.params.edition, await changeMails(call, call.params.edition, call.body.mails, holdMail));
}

function done(what: 'send' | 'undo', edition: string, result: { readonly done: number; readonly late: number }): Answer {
  return { seeOther: `${pathTo(edition)}?done=${what}&count=${result.done}&late=${result.late}`, data: result };
}

function pathTo(edition: string): string {
  return `/organiser/editions/${edition}/outbox`;
}
