import type { Contact } from '#shared/domain/fields.ts';
import { mailStates } from '#shared/domain/mail-vocabulary.ts';
import type { Task } from '#shared/domain/task.ts';
import type { TableReader } from '#shared/ports.ts';
import { bouncedPage, type Bounced } from '#web/organiser/bounced.ts';
import { mailsPage } from '#web/organiser/mails.ts';
import type { Answer } from '../../runtime/answer.ts';
import { addressKey } from '../../runtime/address-key.ts';
import type { Call } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { readPage } from '../organiser/read-page.ts';
import { readerBy } from './reader.ts';

type MailsCall = Call<'GET /organiser/editions/{edition}/mails', 'messages'>;

/** A page of an edition's mails, newest first; `?needs=bounced` gives the people whose address takes none. */
export async function showMails(call: MailsCall): Promise<Answer> {
  const { ports, params, query, session } = call;
  if (query['needs'] === 'bounced') return showBounced(call);
  const { read } = ports;
  const found = await findEdition(read, params.edition, { drafts: true });
  const q = (query['q'] ?? '').trim().slice(0, 100).toLowerCase();
  const state = mailStates.find((one) => one === query['state']);
  const page = await readPage({
    after: /^[a-z2-7]{20}$/.test(query['after'] ?? '') ? query['after'] : undefined,
    read: async (options) => {
      const mails = await read.list('mail', params, { ...options, newestFirst: true });
      return mails.map((row) => ({ key: row.mail, row }));
    },
    keeps:
      q === '' && state === undefined
        ? undefined
        : (mail) => (state === undefined || mail.state === state) && mail.to.toLowerCase().includes(q),
  });
  const data = { mails: page.rows, next: page.next ?? null, looked: page.looked ?? null };
  return { page: mailsPage({ ...found, organiser: session, ...page, q, state }), data };
}

async function showBounced({ ports: { read }, params, session }: MailsCall): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const tasks = await read.list('task', params, { startsWith: 'bounced#', limit: 100 });
  const people = (await Promise.all(tasks.map((task) => bouncedOf(task, read)))).flat();
  return { page: bouncedPage({ ...found, organiser: session, people }), data: { people } };
}

async function bouncedOf({ edition, subject, urn, since }: Task, read: TableReader): Promise<Bounced[]> {
  const reader = await readerBy({ edition, id: subject, urn }, read);
  if (!reader) return [];
  const address = await read.get('address', { edition, address: addressKey(reader.contact.email) });
  const { called, contact, record } = reader;
  const { name, email, telephone }: Contact = contact;
  return [{ called, record, name, email, telephone, since, mail: address?.mail }];
}
