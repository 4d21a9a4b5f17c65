import { AppError } from '#shared/kernel/errors.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { exchangeContent } from '#web/exchange/content.en.ts';
import {
  coverSheet,
  type ExportName,
  exportPage,
  fileFormats,
  fileNamed,
  narrowable,
  sayChosen,
} from '#web/exchange/export-page.ts';
import { auditChosen, sayWho } from '#web/organiser/audit.ts';
import { type Chosen, chosenIn, type ListName } from '#web/organiser/filters.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { type EditionAndProgramme, findEdition } from '../find.ts';
import { mostNewest, sheetsOf } from './rows.ts';

const { export: words, cover } = exchangeContent;

/** What Lambda gives out in one answer is 6 MB, and a file grows by a third on its way. */
const mostBytes = 4_400_000;

type FileCall = Call<`GET /organiser/editions/{edition}/${'export' | 'audit'}/{file}`, 'exchange'>;

/** The lists that can be taken out; with `?list=` and its filters only that one, narrowed. */
export async function showExport({
  ports: { read },
  params,
  query,
  session,
}: Call<'GET /organiser/editions/{edition}/export', 'exchange'>): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const list = narrowable.find((one) => one === query['list']);
  const chosen = list && chosenIn(list, found.edition, query);
  const narrowed = list && chosen && Object.keys(chosen).length > 0 ? { list, chosen } : undefined;
  return { page: exportPage({ ...found, organiser: session, narrowed }), data: { narrowed: narrowed ?? null } };
}

/** One list as a file, but for the audit. */
export async function takeOut(call: FileCall): Promise<Answer> {
  return fileOf(call, (list) => list !== 'audit');
}

/** The audit as a file: all of it, or what one person did or is about one subject. */
export async function takeAuditOut(call: FileCall): Promise<Answer> {
  return fileOf(call, (list) => list === 'audit');
}

async function fileOf(call: FileCall, offered: (list: ExportName) => boolean): Promise<Answer> {
  const { ports, params, query, now } = call;
  const named = fileNamed(params.file);
  if (!named || !offered(named.list)) throw new AppError('not-found', 'export-unknown', words.noSuchFile);
  const { list, format } = named;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const chosen = list === 'audit' ? chosenAudit(query) : chosenOf(list, found, query);
  const sheets = await sheetsOf(params.edition, list, chosen.chosen, ports.read);
  const rows = sheets[0]?.rows.length ?? 0;
  const newest = (list === 'mails' || list === 'audit') && rows === mostNewest ? mostNewest : undefined;
  const cover = coverSheet({ ...found, list, now, rows, newest, filters: chosen.said });
  const { contentType, write } = fileFormats[format];
  const body = Buffer.from(write(format === 'csv' ? sheets : [cover, ...sheets]));
  if (body.length > mostBytes) throw new AppError('invalid', 'export-too-large', words.tooLarge);
  return { download: { name: `${params.edition}-${list}-${londonDate(now)}.${format}`, contentType, body } };
}

function chosenAudit(query: Readonly<Record<string, string | undefined>>) {
  const chosen = auditChosen(query);
  const { subject, by } = chosen;
  const said = [
    ...(subject === undefined ? [] : [[cover.subject, subject] as const]),
    ...(by === undefined ? [] : [[cover.by, sayWho(by, new Map([[by, by.replace('organiser:', '')]]))] as const]),
  ];
  return { chosen, said };
}

function chosenOf(list: ExportName, { edition }: EditionAndProgramme, query: Readonly<Record<string, string | undefined>>) {
  const name: ListName | undefined = narrowable.find((one) => one === list);
  const chosen: Chosen = name ? chosenIn(name, edition, query) : {};
  return { chosen, said: name ? sayChosen(edition, { list: name, chosen }) : [] };
}
