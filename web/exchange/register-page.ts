import { type RegisterChange, registerChanges } from '#shared/domain/register-changes.ts';
import type { School } from '#shared/domain/school.ts';
import type { Filled } from '../filled.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { fileForm, type Refused, refusedTable } from './import-page.ts';
import { registerContent as words } from './register.en.ts';

/** Longer lists are cut: nobody reads on. */
const listed = 200;

type FormParams = Console & { readonly open: number; readonly filled?: Filled | undefined };

/** The form that takes a file of the register. */
export function registerFormPage({ open, filled, ...console }: FormParams): string {
  const path = pathOf('/organiser/editions/{edition}/register', console.edition);
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${paragraph(words.intro)}
${paragraph(words.now(sayNumber(open)))}
${heading2(words.from)}
${paragraph(words.fromText)}
${narrow(fileForm(path, filled, { label: words.file, submit: words.submit }))}
${heading2(words.larger)}
${paragraph(words.largerText)}`,
  });
}

type ImportParams = Console & {
  readonly import: string;
  readonly state: 'checked' | 'confirmed' | 'undone';
  readonly changes: readonly RegisterChange[];
  readonly unchanged: number;
  readonly refused: readonly Refused[];
  readonly elsewhere: number;
  /** Open schools that the file does not name. */
  readonly left: readonly School[];
};

/** What a file would change in the register; once it is confirmed, what it changed. */
export function registerImportPage(params: ImportParams): string {
  const { edition, state } = params;
  const at = { edition: edition.edition, import: params.import };
  return consolePage(params, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/register/{import}', at),
    body: html`${state === 'undone' ? paragraph(words.undone) : state === 'confirmed' ? confirmed(params, at) : checked(params, at)}
${paragraph(link(pathOf('/organiser/editions/{edition}/register', edition), words.again))}`,
  });
}

type At = { readonly edition: string; readonly import: string };

function checked({ changes, unchanged, refused, elsewhere, left }: ImportParams, at: At): Html {
  const [added = 0, closed = 0, changed = 0] = registerChanges.map((kind) => changes.filter((one) => one.kind === kind).length);
  const action = pathOf('/organiser/editions/{edition}/register/{import}/confirm', at);
  return html`${paragraph(words.said(added, changed, closed, unchanged))}
${elsewhere > 0 && paragraph(words.elsewhere(elsewhere))}
${refused.length > 0 && html`${heading2(words.refused)}${paragraph(words.mend)}${refusedTable(refused)}`}
${heading2(words.changes)}
${changes.length === 0 ? paragraph(words.nothing) : html`${changeTable(changes, words.changes)}${form({ action, submit: words.confirm(changes.length) })}`}
${left.length > 0 && html`${heading2(words.left)}${paragraph(words.leftText)}${schoolList(left)}`}`;
}

function confirmed({ changes }: ImportParams, at: At): Html {
  const action = pathOf('/organiser/editions/{edition}/register/{import}/undo', at);
  return html`${paragraph(words.confirmed(changes.length))}
${changes.length > 0 && html`${paragraph(words.undoAdvice)}${form({ action, submit: words.undo, submitClasses: 'govuk-button--secondary' })}`}
${heading2(words.changed)}
${changeTable(changes, words.changed)}`;
}

function changeTable(changes: readonly RegisterChange[], name: string): Html {
  const table = listTable({
    name,
    none: words.nothing,
    head: [words.school, words.urn, words.what].map((text) => ({ text })),
    rows: changes.slice(0, listed).map((one) => [{ text: one.school.name }, { text: one.school.urn }, { text: whatOf(one) }]),
  });
  return html`${table}${changes.length > listed && paragraph(words.more(changes.length - listed))}`;
}

function whatOf({ kind, school, before }: RegisterChange): string {
  return kind === 'changed' && before && before.name !== school.name ? words.was(before.name) : words.kinds[kind];
}

function schoolList(schools: readonly School[]): Html {
  const shown = bullets(schools.slice(0, listed).map(({ name, urn }) => `${name} (${urn})`));
  return html`${shown}${schools.length > listed && paragraph(words.more(schools.length - listed))}`;
}
