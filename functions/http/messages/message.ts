import type { Reader } from '#shared/domain/audience.ts';
import { id } from '#shared/domain/fields.ts';
import { type Message, queueMessage, type Recipient, undoMessage } from '#shared/domain/message.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { momentKey } from '#shared/kernel/ids.ts';
import type { TableReader } from '#shared/ports.ts';
import { inert } from '#web/mail/inert.ts';
import { messageLetter } from '#web/mail/letters/message.ts';
import { messagePage } from '#web/organiser/message.ts';
import { messagesPage } from '#web/organiser/messages.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, type Request } from '../accept.ts';
import { type EditionAndProgramme, findEdition } from '../find.ts';
import { readAudience } from './audience.ts';
import { readersLink } from './mail.ts';

type Path = '/organiser/editions/{edition}/messages/{message}';
type MessageRoute = `GET ${Path}` | `POST ${Path}/${'send' | 'undo'}`;

/** Messages to many, newest first. */
export async function showMessages({
  ports: { read },
  params,
  session,
}: Call<'GET /organiser/editions/{edition}/messages', 'messages'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const messages = await read.list('message', params, { newestFirst: true, limit: 200 });
  return { page: messagesPage({ ...found, organiser: session, messages }), data: { messages } };
}

/** One message. Not found `message-unknown`. */
export async function findMessage(
  read: TableReader,
  key: { readonly edition: string; readonly message: string },
): Promise<Message> {
  const found = id.safeParse(key.message).success ? await read.get('message', key) : undefined;
  if (!found) throw new AppError('not-found', 'message-unknown', 'There is no such message.');
  return found;
}

/** One message: whom it goes to, how one of them reads it (`?as=`), and what became of it once it went. */
export async function showMessage(call: Call<MessageRoute, 'messages'>, filled?: Filled): Promise<Answer> {
  const { ports, params, session, query, origin, newId } = call;
  const { read } = ports;
  const found = await findEdition(read, params.edition, { drafts: true });
  const message = await findMessage(read, params);
  const chosen = message.state === 'draft' ? await readAudience(params.edition, message, read) : undefined;
  const recipients: readonly (Recipient | Reader)[] = chosen?.readers ?? message.recipients ?? [];
  const as = recipients.find((one) => one.id === query['as']) ?? recipients[0];
  const said = as && (await saidTo(as, message, { read, found, origin }));
  const mails = message.sentAt === undefined ? [] : await read.list('mail', params, { startsWith: momentKey(message.sentAt) });
  const own = mails.filter(({ fact }) => fact.type === 'message.sent.v1' && fact.data.message === message.message);
  const setting = { ...found, organiser: session, message, chosen, recipients, requestKey: newId() };
  return {
    page: messagePage({ ...setting, as: as?.id, said, mails: own, filled }),
    data: { message, readers: recipients.length, left: chosen?.left ?? null, said: said?.text ?? null, mails: own },
  };
}

/** How one reader's mail looks, alone, with every link out of action. */
export async function previewMessage({
  ports: { read },
  params,
  query,
  origin,
}: Call<`GET ${Path}/preview`, 'messages'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const message = await findMessage(read, params);
  const recipients = message.recipients ?? (await readAudience(params.edition, message, read)).readers;
  const as = recipients.find((one) => one.id === query['as']) ?? recipients[0];
  const said = as && (await saidTo(as, message, { read, found, origin }));
  if (!said) throw new AppError('gone', 'mail-void', 'Nobody would get this message now.');
  return { page: inert(said.html), inert: true };
}

type Setting = { readonly read: TableReader; readonly found: EditionAndProgramme; readonly origin: string };

async function saidTo(one: Recipient, message: Message, { read, found, origin }: Setting) {
  const [letter] = await messageLetter(message, one, read, found);
  return letter?.compose(readersLink(origin));
}

/** Sends a message in five minutes to those it is for now. */
export async function sendOne(call: PostCall<`POST ${Path}/send`, 'messages'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const current = await findMessage(ports.read, params);
  const { readers } = await readAudience(params.edition, current, ports.read);
  const recipients = readers.map(({ kind, id: reader, urn }) => ({ kind, id: reader, urn }));
  return change(call, (state) => queueMessage(state, { version: body.version, recipients, now }));
}

/** Takes a message back that has not gone. */
export async function undoOne(call: PostCall<`POST ${Path}/undo`, 'messages'>): Promise<Answer> {
  return change(call, undoMessage);
}

async function change(
  call: Request & { readonly params: { readonly edition: string; readonly message: string } },
  decide: (current: Message) => ReturnType<typeof undoMessage>,
): Promise<Answer> {
  const { edition, message } = call.params;
  const { state } = await accept<Message>(call, {
    edition,
    find: () => findMessage(call.ports.read, call.params),
    decide: (current) => {
      if (!current) throw new AppError('not-found', 'message-unknown', 'There is no such message.');
      return decide(current);
    },
    writes: (item, when) => [{ put: 'message', item, when }],
    reference: () => message,
  });
  return { seeOther: `/organiser/editions/${edition}/messages/${message}`, data: { state: state?.state } };
}
