import type { HistoryEntry } from '#shared/domain/history.ts';
import { table } from '../components/table.ts';
import type { Filled } from '../filled.ts';
import { form, type FormState, type FormValues, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { sayWhat, sayWho } from './audit.ts';
import { type Console, consolePage } from './frame.ts';
import { type RecordField, recordFields, sayAnswer, valuesOf } from './record-fields.ts';
import { recordsContent as words } from './records.en.ts';

type EditParams = Console & {
  readonly name: string;
  /** The record's own page. */
  readonly path: string;
  readonly record: { readonly version: number };
  readonly fields: readonly RecordField[];
  /** Makes a repeated post harmless. */
  readonly requestKey: string;
  /** What happened to it after it was shown, newest first, and who the organisers among those are. */
  readonly since: readonly HistoryEntry[];
  readonly people: ReadonlyMap<string, string>;
  readonly filled?: Filled | undefined;
};

/** The form by which an organiser changes a record, filled with what we hold or, once sent, with what was typed. */
export function editRecordPage(params: EditParams): string {
  const { name, path, record, fields, requestKey, since: _, people: __, filled, ...console } = params;
  const held = valuesOf(record, fields);
  const state: FormState = filled ?? { values: held, issues: [] };
  const body = html`${hiddenField('version', String(record.version))}${hiddenField('requestKey', requestKey)}${recordFields(fields, state)}`;
  return consolePage(console, {
    title: words.editTitle(name),
    backLink: path,
    filled,
    body: html`${meanwhile(params, held)}
${paragraph(words.editAdvice)}
${paragraph(words.told)}
${narrow(form({ action: `${path}/edit`, body, submit: words.save }))}`,
  });
}

/** For a form that came back because somebody else had changed the record: who, what, and each answer that differs. */
function meanwhile({ record, path, fields, since, people, filled }: EditParams, held: FormValues): Html | undefined {
  const shown = filled?.values['version']?.[0];
  if (!filled || shown === undefined || shown === String(record.version)) return undefined;
  const { meanwhile: text } = words;
  const rows = fields.flatMap((field) => {
    const now = sayAnswer(field, held[field.path]);
    const yours = sayAnswer(field, filled.values[field.path]);
    return now === yours ? [] : [[{ text: field.label }, { text: now || text.empty }, { text: yours || text.empty }]];
  });
  const changes = since.map(({ at, by, what }) => text.who(sayWho(by, people), sayWhat(what), sayMoment(at)));
  const head = [text.answer, text.now, text.yours].map((one) => ({ text: one }));
  return html`${heading2(text.heading)}
${changes.length > 0 && bullets(changes)}
${paragraph(rows.length === 0 ? text.same : text.advice)}
${rows.length > 0 && html`${table({ head, rows, firstCellIsHeader: true, stacks: true })}${paragraph(text.mine)}`}
${paragraph(link(`${path}/edit`, text.theirs))}`;
}
