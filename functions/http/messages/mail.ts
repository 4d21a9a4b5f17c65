import { dropMail, editMail, isResent, readerOf, requireSeen, resendMail } from '#shared/domain/outgoing.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { inert, linkOfTheReader } from '#web/mail/inert.ts';
import { lettersFor } from '#web/mail/letters.ts';
import { mailPage } from '#web/organiser/mail.ts';
import type { Answer } from '../../runtime/answer.ts';
import { addressKey } from '../../runtime/address-key.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { mailWrites } from '../../runtime/mail-writes.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';
import { changeMail, findMail } from './change-mail.ts';
import { readerBy } from './reader.ts';

type Path = '/organiser/editions/{edition}/mails/{mail}';
type MailRoute = `GET ${Path}` | `POST ${Path}/${'edit' | 'drop' | 'resend'}`;

/** One mail: how it stands, what it says, and what can be done about it. */
export async function showMail(call: Call<MailRoute, 'messages'>, filled?: Filled): Promise<Answer> {
  const { ports, params, session, origin } = call;
  const { read } = ports;
  const [found, mail] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findMail(read, params)]);
  const { recipient: id, urn } = readerOf(mail);
  const [letter, reader] = await Promise.all([
    letterOf(mail, read),
    id === undefined ? undefined : readerBy({ edition: mail.edition, id, urn }, read),
  ]);
  const to = letter?.to ?? mail.to;
  const barred = (await read.get('address', { edition: mail.edition, address: addressKey(to) })) !== undefined;
  const said = letter?.compose(readersLink(origin), mail.edit);
  const page = mailPage({ ...found, organiser: session, mail, said, reader, to, barred, filled });
  return { page, data: { mail, said: said && { subject: said.subject, text: said.text }, to, barred } };
}

/** The mail's page alone, as its reader sees it, with every link out of action. */
export async function previewMail({ ports: { read }, params, origin }: Call<`GET ${Path}/preview`, 'messages'>): Promise<Answer> {
  const mail = await findMail(read, params);
  const said = (await letterOf(mail, read))?.compose(readersLink(origin), mail.edit);
  if (!said) throw new AppError('gone', 'mail-void', 'This email cannot be shown any more: what it was about has gone.');
  return { page: inert(said.html), inert: true };
}

/** Puts another subject or a paragraph into a held mail. */
export async function edit(call: PostCall<`POST ${Path}/edit`, 'messages'>): Promise<Answer> {
  const mail = await changeMail(call, call.params, (current) => editMail(current, call.body));
  return { seeOther: pathTo(mail), data: { mail } };
}

/** Takes a held mail out of the outbox for good. */
export async function drop(call: PostCall<`POST ${Path}/drop`, 'messages'>): Promise<Answer> {
  const { edition, state } = await changeMail(call, call.params, (current) => dropMail(current, call.body));
  return { seeOther: `/organiser/editions/${edition}/outbox`, data: { state } };
}

/**
 * Sends a mail once more to the address its reader has now, and forgets that this address failed once. Invalid
 * `address-bounced` where it is the address that took no mail, unless the organiser says that it works again.
 */
export async function resendOne(call: PostCall<`POST ${Path}/resend`, 'messages'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const { read, write } = ports;
  const current = await findMail(read, params);
  if (isResent(current, body.version)) return resent(current);
  requireSeen(current, body.version);
  const letter = await letterOf(current, read);
  if (!letter) throw new AppError('conflict', 'mail-void', 'What this email was about has gone, so it cannot go again.');
  const { state, copy, facts } = resendMail(current, { to: letter.to, now });
  const key = { edition: current.edition, address: addressKey(letter.to) };
  const barred = (await read.get('address', key)) !== undefined;
  if (barred && letter.to.toLowerCase() === current.to.toLowerCase() && body.again !== true) {
    const message = 'Correct the address first, or say that the mailbox works again';
    throw new AppError('invalid', 'address-bounced', `${message}.`, [{ path: 'again', message }]);
  }
  const { ok } = await write.transact([
    { put: 'mail', item: state, when: { version: current.version } },
    ...mailWrites(copy, 'absent'),
    ...(barred ? [{ remove: 'address', key, when: 'any' } as const] : []),
    ...outboxWrite(current.edition, facts, call),
  ]);
  if (!ok) requireSeen(await findMail(read, params), -1);
  return resent(state);
}

function resent({ edition, resentAs = '' }: Item<'mail'>): Answer {
  return { seeOther: pathTo({ edition, mail: resentAs }), data: { mail: resentAs } };
}

async function letterOf(mail: Item<'mail'>, read: TableReader): Promise<Letter | undefined> {
  return (await lettersFor(mail.template, mail.fact, read, mail.recipient))[0];
}

function pathTo({ edition, mail }: Pick<Item<'mail'>, 'edition' | 'mail'>): string {
  return `/organiser/editions/${edition}/mails/${mail}`;
}

/** Where the reader's own link would be. */
export function readersLink(origin: string): string {
  return `${origin}/l/${linkOfTheReader}`;
}
