import { type Edition, halfDaysOf } from '#shared/domain/edition.ts';
import { type Message, type MessageForm, writeMessage } from '#shared/domain/message.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { timedIdOf } from '#shared/kernel/ids.ts';
import { messageFormPage } from '#web/organiser/message-form.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { findMessage } from './message.ts';

type New = 'GET /organiser/editions/{edition}/write-message' | 'POST /organiser/editions/{edition}/messages';
type Old = `${'GET' | 'POST'} /organiser/editions/{edition}/messages/{message}/edit`;

/** The form to write a message. */
export async function showWrite(call: Call<New, 'messages'>, filled?: Filled): Promise<Answer> {
  const found = await findEdition(call.ports.read, call.params.edition, { drafts: true });
  const page = messageFormPage({ ...found, organiser: call.session, current: undefined, requestKey: call.newId(), filled });
  return { page, data: {} };
}

/** The form to change a message, as it is or as it was typed. */
export async function showChange(call: Call<Old, 'messages'>, filled?: Filled): Promise<Answer> {
  const { ports, params, session, newId } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const current = await findMessage(ports.read, params);
  return { page: messageFormPage({ ...found, organiser: session, current, requestKey: newId(), filled }), data: { current } };
}

/** Keeps a new message as a draft. */
export async function write(call: PostCall<'POST /organiser/editions/{edition}/messages', 'messages'>): Promise<Answer> {
  const { ports, params, body, now, newId } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  requireDay(edition, body);
  const message = timedIdOf(now, 'message', newId());
  const { reference } = await accept<Message>(call, {
    edition: params.edition,
    find: () => Promise.resolve(undefined),
    decide: () => writeMessage(undefined, { edition: params.edition, message, form: body, now }),
    writes: (item, when) => [{ put: 'message', item, when }],
    reference: (state) => state.message,
  });
  return { status: 201, seeOther: pathTo(params.edition, reference), data: { message: reference } };
}

/** Keeps a change to a draft. */
export async function change(call: PostCall<Extract<Old, `POST ${string}`>, 'messages'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  requireDay(edition, body);
  await accept<Message>(call, {
    edition: params.edition,
    find: () => findMessage(ports.read, params),
    decide: (current) => writeMessage(current, { ...params, form: body, now }),
    writes: (item, when) => [{ put: 'message', item, when }],
    reference: ({ message }) => message,
  });
  return { seeOther: pathTo(params.edition, params.message), data: params };
}

function requireDay(edition: Edition, { day }: MessageForm): void {
  if (day === undefined || halfDaysOf(edition).some((one) => one.startsWith(day))) return;
  const message = 'Choose a day from the list';
  throw new AppError('invalid', 'day-unknown', `${message}.`, [{ path: 'day', message }]);
}

function pathTo(edition: string, message: string): string {
  return `/organiser/editions/${edition}/messages/${message}`;
}
