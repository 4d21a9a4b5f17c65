import type { FundingLine } from '#shared/domain/funding/items.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { fundingContent as words } from './content.en.ts';
import { sayPounds } from './say.ts';

type Params = Console & {
  readonly lines: readonly FundingLine[];
  readonly filled?: Filled | undefined;
};

/** Every funder's money, and the form for another line. */
export function fundingPage({ lines, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/funding', { edition });
  const state = formState(filled);
  const fields = html`${textField({ ...state, path: 'line', label: words.short, hint: words.shortHint, spellcheck: false })}
${promiseFields(state)}`;
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${paragraph(words.intro)}
${bullets([
  link(pathOf('/organiser/editions/{edition}/funding/sessions', { edition }), words.sessions),
  link(pathOf('/organiser/editions/{edition}/funding/evaluation', { edition }), words.evaluation),
])}
${heading2(words.lines)}
${linesTable(lines)}
${may(console, 'coordinator') && html`${heading2(words.add)}${narrow(form({ action: path, body: fields, submit: words.save }))}`}`,
  });
}

function linesTable(lines: readonly FundingLine[]): Html {
  const sum = (of: (one: FundingLine) => number) => sayPounds(lines.reduce((total, one) => total + of(one), 0));
  const table = listTable({
    name: words.lines,
    none: words.none,
    head: [words.funder, words.year, words.amountHead, words.spent, words.left, words.promised].map((text) => ({ text })),
    rows: lines.map((one) => [
      { html: link(pathOf('/organiser/editions/{edition}/funding/lines/{line}', one), one.funder) },
      { text: one.year },
      { text: sayPounds(one.pence) },
      { text: sayPounds(one.spent) },
      { text: sayPounds(one.pence - one.spent) },
      { text: String(one.deliverables.length) },
    ]),
  });
  return html`${table}${
    lines.length > 0 &&
    paragraph(
      words.all(
        sum(({ pence }) => pence),
        sum(({ spent }) => spent),
      ),
    )
  }`;
}

function promiseFields(state: FormState): Html {
  return html`${textField({ ...state, path: 'funder', label: words.funder })}
${textField({ ...state, path: 'amount', label: words.amount, width: 10, inputmode: 'numeric', spellcheck: false })}
${textField({ ...state, path: 'year', label: words.year, hint: words.yearHint, width: 10, spellcheck: false })}
${textareaField({ ...state, path: 'conditions', label: words.conditions, optional: true, rows: 3 })}
${textareaField({ ...state, path: 'words', label: words.words, hint: words.wordsHint, optional: true, rows: 5 })}`;
}

type OneLine = Console & {
  readonly line: FundingLine;
  readonly people: ReadonlyMap<string, string>;
  readonly filled?: Filled | undefined;
};

/** The form that puts a line right, with how it stood before. */
export function lineFormPage({ line, people, filled, ...console }: OneLine): string {
  const action = pathOf('/organiser/editions/{edition}/funding/lines/{line}/edit', line);
  const { funder, pence, year, conditions, words: own } = line;
  const held: FormState = {
    values: {
      funder: [funder],
      amount: [String(pence / 100)],
      year: [year],
      conditions: conditions === undefined ? [] : [conditions],
      words: own === undefined ? [] : [own],
    },
    issues: [],
  };
  const { past } = words;
  return consolePage(console, {
    title: words.line.edit,
    path: action,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding/lines/{line}', line),
    body: html`${may(console, 'coordinator') && narrow(form({ action, body: promiseFields(filled ?? held), submit: words.save }))}
${heading2(past.title)}
${listTable({
  name: past.title,
  none: past.none,
  head: [past.until, words.funder, words.amountHead, words.year, past.by].map((text) => ({ text })),
  rows: line.past.map((one) => [
    { text: sayMoment(one.until) },
    { text: one.funder },
    { text: sayPounds(one.pence) },
    { text: one.year },
    { text: people.get(one.by) ?? past.somebody },
  ]),
})}`,
  });
}
