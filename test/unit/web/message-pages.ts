import type { Reader } from '#shared/domain/audience.ts';
import type { Message } from '#shared/domain/message.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import type { FormState } from '#web/forms.ts';
import { bouncedPage } from '#web/organiser/bounced.ts';
import { mailPage } from '#web/organiser/mail.ts';
import { mailsPage } from '#web/organiser/mails.ts';
import { messageFormPage } from '#web/organiser/message-form.ts';
import { messagePage } from '#web/organiser/message.ts';
import { messagesPage } from '#web/organiser/messages.ts';
import { outboxPage } from '#web/organiser/outbox.ts';
import * as example from './examples.ts';

const { at, mail, organisation, registration, setting, volunteer } = example;
const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const viewer = { ...setting, organiser: { name: 'Fictional Organiser', roles: [] } };
const due = secondsAfter(at, 300);
const { problem, ...clean } = mail;
const held: Item<'mail'> = { ...clean, template: 'booking-for-school', state: 'held', attempts: 0 };
const queued: Item<'mail'> = { ...held, mail: 'q'.repeat(20), state: 'queued', sendAfter: due };
const list = { next: undefined, looked: undefined, first: true, q: '', state: undefined };
const said = {
  subject: 'You have places for 30 pupils',
  text: 'Your pupils have places\n\nSee all your places\nhttps://larkford.example/l/link-of-the-reader-alone\n',
  replyTo: { name: 'Larkford Council (fictional)', address: 'programme@larkford.example' },
};
const record = '/organiser/editions/coventry-2025/registrations/103644/school';
const reader = { record, called: registration.schoolName, contact: registration.contact };
const one = { ...console, said, reader, to: mail.to, barred: false };
const message: Message = {
  edition: setting.edition.edition,
  message: 'm'.repeat(20),
  subject: 'Where to park',
  body: 'Hello ((name))\n\nPlease park at the back.',
  groups: ['attending', 'organisations'],
  kind: 'rotation',
  day: '2025-03-03',
  open: 'place',
  state: 'draft',
  writtenAt: at,
  version: 1,
};
const readers: Reader[] = [
  {
    kind: 'school',
    id: registration.registration,
    urn: registration.urn,
    contact: registration.contact,
    called: registration.schoolName,
  },
  { kind: 'organisation', id: organisation.organisation, contact: organisation.contact, called: organisation.name },
  { kind: 'volunteer', id: volunteer.volunteer, contact: volunteer.contact, called: volunteer.contact.name },
];
const left = { withdrawn: 1, unconfirmed: 2, unreachable: 1, repeated: 2 };
const none = { withdrawn: 0, unconfirmed: 0, unreachable: 0, repeated: 0 };
const written = {
  ...console,
  message,
  chosen: { readers, left },
  recipients: readers,
  as: readers[0]?.id,
  said,
  mails: [],
  requestKey: 'request-key-0001',
};
const box = {
  ...console,
  now: at,
  mails: [
    { mail: held, subject: 'You have places for 30 pupils' },
    {
      mail: { ...held, mail: 'h'.repeat(20), to: 'second@school.example', edit: { note: 'Park at the back' } },
      subject: undefined,
    },
  ],
  count: 2,
  full: false,
  queued: [],
  going: [],
  messages: [],
  first: true,
  next: undefined,
  all: false,
  done: undefined,
};
const wrong = (path: string, values: FormState['values'] = {}): FormState => ({
  values,
  issues: [{ path, message: 'Mend this answer' }],
});
const changed = (values: FormState['values']): FormState => ({
  values,
  issues: [],
  message: 'Somebody else changed it meanwhile.',
});
const waiting = { edition: queued.edition, mail: queued.mail, state: 'queued', sendAfter: due } as const;

/** The pages of mails, outbox and messages, in every state. */
export const messagePages: Record<string, () => string> = {
  'organiser-mails-empty': () => mailsPage({ ...console, ...list, rows: [] }),
  'organiser-mails': () => mailsPage({ ...console, ...list, rows: [mail, held, queued], next: 'q'.repeat(20) }),
  'organiser-mails-nothing': () =>
    mailsPage({ ...console, ...list, rows: [], q: 'nobody', state: 'held', looked: 1000, first: false }),
  'organiser-mails-held': () => mailsPage({ ...console, ...list, rows: [held], mailPause: { holds: 'all' } }),
  'organiser-mails-not-going': () =>
    mailsPage({ ...console, ...list, rows: [held], mailPause: { holds: 'confirmations', refusedSince: at } }),
  'organiser-bounced': () =>
    bouncedPage({
      ...console,
      people: [
        {
          ...registration.contact,
          record,
          called: registration.schoolName,
          telephone: '01632 960 001',
          since: at,
          mail: mail.mail,
        },
        {
          ...volunteer.contact,
          record: '/organiser/editions/coventry-2025/visitors/volunteer/one',
          called: volunteer.contact.name,
          telephone: undefined,
          since: at,
          mail: undefined,
        },
      ],
    }),
  'organiser-bounced-empty': () => bouncedPage({ ...console, people: [] }),
  'organiser-mail-bounced': () => mailPage({ ...one, mail, barred: true }),
  'organiser-mail-bounced-errors': () => mailPage({ ...one, mail, barred: true, filled: wrong('again') }),
  'organiser-mail-corrected': () =>
    mailPage({ ...one, mail: { ...mail, resentAs: 'n'.repeat(20) }, to: 'new@school.example', barred: true }),
  'organiser-mail-held': () =>
    mailPage({ ...one, mail: { ...held, edit: { subject: 'Your places', note: 'Park at the back' } } }),
  'organiser-mail-held-errors': () => mailPage({ ...one, mail: held, filled: wrong('reason', { reason: [''] }) }),
  'organiser-mail-held-refused': () =>
    mailPage({ ...one, mail: { ...held, edit: { note: 'Theirs' } }, filled: changed({ subject: ['Mine'], note: ['Mine too'] }) }),
  'organiser-mail-queued': () => mailPage({ ...one, mail: queued }),
  'organiser-mail-dropped': () => mailPage({ ...one, mail: { ...held, state: 'dropped', dropReason: 'They know already' } }),
  'organiser-mail-gone': () => mailPage({ ...one, mail, said: undefined, reader: undefined }),
  'organiser-mail-viewer': () => mailPage({ ...one, ...viewer, mail: held }),
  'organiser-outbox-empty': () => outboxPage({ ...box, mails: [], count: 0 }),
  'organiser-outbox': () => outboxPage({ ...box, mailPause: { holds: 'confirmations' } }),
  'organiser-outbox-all': () => outboxPage({ ...box, all: true, next: 'h'.repeat(20), count: 51 }),
  'organiser-outbox-many': () => outboxPage({ ...box, first: false, full: true, count: 1000 }),
  'organiser-outbox-soon': () =>
    outboxPage({
      ...box,
      queued: [waiting, { ...waiting, mail: 'r'.repeat(20) }],
      going: [queued],
      messages: [{ ...message, state: 'queued', recipients: readers, sendAfter: due }],
      done: { what: 'send', count: 2, late: 1 },
    }),
  'organiser-outbox-errors': () => outboxPage({ ...box, filled: wrong('mails') }),
  'organiser-outbox-setting-errors': () => outboxPage({ ...box, filled: wrong('holds') }),
  'organiser-outbox-viewer': () => outboxPage({ ...box, ...viewer }),
  'organiser-messages-empty': () => messagesPage({ ...console, messages: [] }),
  'organiser-messages': () =>
    messagesPage({
      ...console,
      messages: [message, { ...message, message: 's'.repeat(20), state: 'sent', sentAt: due, recipients: readers }],
    }),
  'organiser-message-new': () => messageFormPage({ ...console, current: undefined, requestKey: 'request-key-0001' }),
  'organiser-message-new-errors': () =>
    messageFormPage({
      ...console,
      current: undefined,
      requestKey: 'request-key-0001',
      filled: {
        values: { subject: ['Hello ((nmae))'] },
        issues: ['subject', 'body', 'groups', 'kind', 'day', 'open'].map((path, index) => ({
          path,
          message: `Mend answer ${index + 1}`,
        })),
      },
    }),
  'organiser-message-change': () => messageFormPage({ ...console, current: message, requestKey: 'request-key-0001' }),
  'organiser-message-change-refused': () =>
    messageFormPage({
      ...console,
      current: message,
      requestKey: 'request-key-0001',
      filled: changed({ subject: ['Mine'], body: ['Mine too'], groups: ['volunteers'] }),
    }),
  'organiser-message': () => messagePage(written),
  'organiser-message-nobody': () =>
    messagePage({ ...written, chosen: { readers: [], left: none }, recipients: [], as: undefined, said: undefined }),
  'organiser-message-all-held': () => messagePage({ ...written, mailPause: { holds: 'all' } }),
  'organiser-message-refused': () => messagePage({ ...written, filled: changed({}) }),
  'organiser-message-queued': () =>
    messagePage({ ...written, chosen: undefined, message: { ...message, state: 'queued', sendAfter: due, recipients: readers } }),
  'organiser-message-sent': () =>
    messagePage({
      ...written,
      chosen: undefined,
      message: { ...message, state: 'sent', sentAt: due, recipients: readers },
      mails: [{ ...mail, template: 'organiser-message', state: 'delivered' }],
    }),
  'organiser-message-viewer': () => messagePage({ ...written, ...viewer }),
};
