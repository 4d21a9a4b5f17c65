import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import type { Filled } from '../filled.ts';
import { fieldErrors, form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { exchangeContent } from './content.en.ts';

const { import: words } = exchangeContent;

/** One thing to mend in a file. */
export type Refused = { readonly row: number; readonly column: string; readonly value: string; readonly fix: string };

/** What becomes of each row of a file. */
export type ImportRows = {
  readonly ready: readonly { readonly row: number; readonly name: string; readonly email: string }[];
  readonly already: readonly { readonly row: number; readonly name: string }[];
  readonly refused: readonly Refused[];
  /** What the import has added, where it still is as it was or has changed since. */
  readonly added: readonly { readonly name: string }[];
  /** Columns of the file that are not read. */
  readonly ignored: readonly string[];
};

type FormParams = Console & {
  readonly filled?: Filled | undefined;
  readonly columns: { readonly needed: readonly string[]; readonly optional: readonly string[] };
};

/** The form that takes a file of organisations. */
export function importFormPage({ filled, columns, ...console }: FormParams): string {
  const path = pathOf('/organiser/editions/{edition}/import', console.edition);
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${paragraph(words.intro)}
${narrow(fileForm(path, filled, { label: words.file, hint: words.fileHint, submit: words.submit }))}
${heading2(words.needed)}
${bullets(columns.needed)}
${paragraph(words.help)}
${paragraph(words.agreedHint)}
${heading2(words.optional)}
${bullets(columns.optional)}
${paragraph(words.more)}`,
  });
}

type FileWords = {
  readonly label: string;
  readonly hint?: string;
  /** What is asked besides. */
  readonly more?: Html;
  readonly submit: string;
};

/** The form that takes one file, named `file`. */
export function fileForm(path: string, filled: Filled | undefined, { label, hint, more, submit }: FileWords): Html {
  const message = fieldErrors(filled?.issues ?? []).get('file');
  return html`<form method="post" action="${path}" enctype="multipart/form-data" novalidate>${input({
    name: 'file',
    id: 'file',
    type: 'file',
    label: { text: label },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: message === undefined ? undefined : { text: message },
  })}${more}${button({ text: submit, preventDoubleClick: true })}</form>`;
}

type ImportParams = Console & {
  readonly import: string;
  readonly state: 'checked' | 'confirmed' | 'undone';
  readonly rows: ImportRows;
};

/** What a file would add and what there is to mend; once it is confirmed, what it added. */
export function importPage({ rows, state, import: batch, ...console }: ImportParams): string {
  const { edition } = console.edition;
  const at = { edition, import: batch };
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/import/{import}', at),
    body: html`${stateOf(rows, state, at)}
${paragraph(link(pathOf('/organiser/editions/{edition}/import', { edition }), words.again))}`,
  });
}

function stateOf(
  rows: ImportRows,
  state: ImportParams['state'],
  at: { readonly edition: string; readonly import: string },
): Html {
  const { ready, already, refused, added, ignored } = rows;
  if (state === 'undone') return paragraph(words.undone(added.length));
  if (state === 'confirmed') {
    const undo = form({
      action: pathOf('/organiser/editions/{edition}/import/{import}/undo', at),
      submit: words.undo,
      submitClasses: 'govuk-button--secondary',
    });
    return html`${paragraph(words.added(added.length))}${added.length > 0 && html`${paragraph(words.undoAdvice)}${undo}`}`;
  }
  const confirm = form({
    action: pathOf('/organiser/editions/{edition}/import/{import}/confirm', at),
    submit: words.confirm(ready.length),
  });
  const wrong = new Set(refused.map(({ row }) => row)).size;
  return html`${paragraph(words.said(ready.length, already.length, wrong))}
${ignored.length > 0 && paragraph(words.ignored(ignored.join(', ')))}
${refused.length > 0 && html`${heading2(words.refused)}${paragraph(words.mend)}${refusedTable(refused)}`}
${heading2(words.ready)}
${ready.length === 0 ? paragraph(words.nothing) : html`${bullets(ready.map(({ name }) => name))}${paragraph(words.mails)}${confirm}`}
${already.length > 0 && html`${heading2(words.there)}${bullets(already.map(({ name }) => name))}`}`;
}

/** What there is to mend, row by row. */
export function refusedTable(refused: readonly Refused[]): Html {
  return listTable({
    name: words.refused,
    none: '',
    head: [words.row, words.column, words.value, words.fix].map((text) => ({ text })),
    rows: refused.map(({ row, column, value, fix }) => [
      { text: `${words.row} ${row}` },
      { text: column },
      { text: value, classes: 'app-break' },
      { text: fix },
    ]),
  });
}
