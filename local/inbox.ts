import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { header, type Mail, readMail } from './mime.ts';

/** A mail as SES took it. */
export type CapturedMail = {
  /** Its place in the order of arrival, from 1. */
  readonly id: number;
  readonly messageId: string;
  readonly to: readonly string[];
  readonly date: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly configurationSet: string;
};

export type ReadMail = CapturedMail & Mail & { readonly subject: string; readonly links: readonly string[] };

export type Inbox = {
  /** Newest first. `after` is the id of a mail: only later ones. */
  readonly list: (options?: { readonly to?: string; readonly after?: number; readonly limit?: number }) => readonly ReadMail[];
  readonly find: (id: number) => ReadMail | undefined;
  readonly raw: (id: number) => Buffer | undefined;
  readonly latest: () => CapturedMail | undefined;
  readonly count: () => number;
};

/** Keeps captured mails: the message as a file, the rest as a row. */
export type MailStore = Inbox & {
  readonly keep: (raw: Buffer, mail: Omit<CapturedMail, 'id' | 'messageId'>, also: (messageId: string) => void) => string;
};

/** Opens the mails of a data folder. `atomically` joins the row and what goes with it. */
export function openMailStore(database: DatabaseSync, folder: string, atomically: (work: () => void) => void): MailStore {
  mkdirSync(folder, { recursive: true });
  database.exec(`CREATE TABLE IF NOT EXISTS mails (id INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL UNIQUE,
    recipients TEXT NOT NULL, date TEXT NOT NULL, tags TEXT NOT NULL, configuration_set TEXT NOT NULL)`);
  const insert = database.prepare(
    'INSERT INTO mails (message_id, recipients, date, tags, configuration_set) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM mails WHERE id = ?');
  const some = database.prepare(
    `SELECT * FROM mails WHERE id > ?1 AND (?2 = '' OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE lower(value) = lower(?2)))
     ORDER BY id DESC LIMIT ?3`,
  );
  const read = new Map<number, Mail>();
  const file = (messageId: string) => join(folder, `${messageId}.eml`);

  function open(mail: CapturedMail): ReadMail {
    const parts = read.get(mail.id) ?? readMail(readFileSync(file(mail.messageId)));
    if (read.size > 2000) read.clear();
    read.set(mail.id, parts);
    return { ...mail, ...parts, subject: header(parts.headers, 'subject'), links: linksOf(parts) };
  }
  function find(id: number) {
    const row = select.get(id);
    return row && mailFrom(row);
  }

  return {
    keep(raw, { to, date, tags, configurationSet }, also) {
      const messageId = randomUUID();
      writeFileSync(file(messageId), raw);
      atomically(() => {
        insert.run(messageId, JSON.stringify(to), date, JSON.stringify(tags), configurationSet);
        also(messageId);
      });
      return messageId;
    },
    list: ({ to = '', after = 0, limit = 1000 } = {}) => some.all(after, to, limit).map((row) => open(mailFrom(row))),
    find(id) {
      const mail = find(id);
      return mail && open(mail);
    },
    raw(id) {
      const mail = find(id);
      return mail && readFileSync(file(mail.messageId));
    },
    latest() {
      const [row] = some.all(0, '', 1);
      return row && mailFrom(row);
    },
    count: () => Number(database.prepare('SELECT count(*) AS n FROM mails').get()?.['n'] ?? 0),
  };
}

function mailFrom(row: Readonly<Record<string, unknown>>): CapturedMail {
  const to: unknown = JSON.parse(String(row['recipients']));
  const tags: unknown = JSON.parse(String(row['tags']));
  return {
    id: Number(row['id']),
    messageId: String(row['message_id']),
    to: texts(to),
    date: String(row['date']),
    tags: Object.fromEntries(Object.entries(tags ?? {}).map(([name, values]) => [name, texts(values)])),
    configurationSet: String(row['configuration_set']),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The addresses a reader can follow, each once: first those of the HTML, then those only the text has. */
function linksOf({ html, text }: Mail): string[] {
  const fromHtml = [...html.matchAll(/<a\b[^>]*?\bhref="(https?:[^"]+)"/gi)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
  const fromText = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[.,;:!?)]+$/, ''));
  return [...new Set([...fromHtml, ...fromText])];
}
