import type { FundingLine, SpendEntry } from '#shared/domain/funding/items.ts';
import type { Progress } from '#shared/domain/funding/outputs.ts';
import { summaryList } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { fundingContent } from './content.en.ts';
import { progressTable } from './deliverables.ts';
import { sayDate, sayPounds } from './say.ts';

const { line: words } = fundingContent;

type Params = Console & {
  readonly line: FundingLine;
  readonly spends: readonly SpendEntry[];
  readonly progress: readonly Progress[];
  readonly filled?: Filled | undefined;
};

/** One funder's money: what was promised, what was spent, and the form for more of it. */
export function linePage({ line, spends, progress, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/funding/lines/{line}', line);
  const own = spends.filter((one) => one.line === line.line).toSorted((a, b) => a.on.localeCompare(b.on));
  return consolePage(console, {
    title: line.funder,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding', { edition }),
    body: html`${summaryList({ rows: moneyRows(line) })}
${line.words !== undefined && line.words.split('\n').map((one) => paragraph(one))}
${bullets(waysOn(line))}
${heading2(words.deliverables)}${progressTable(progress)}
${heading2(words.spending)}${spendTable(own)}
${may(console, 'coordinator') && html`${heading2(words.enter)}${narrow(enterForm(path, filled))}`}`,
  });
}

/** What there is of the money. */
export function moneyRows({ year, pence, spent, conditions }: FundingLine) {
  return [
    [fundingContent.year, year],
    [fundingContent.amountHead, sayPounds(pence)],
    [fundingContent.spent, sayPounds(spent)],
    [fundingContent.left, sayPounds(pence - spent)],
    [fundingContent.conditions, conditions ?? words.noConditions],
  ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } }));
}

function waysOn(line: FundingLine): Html[] {
  const base = '/organiser/editions/{edition}/funding/lines/{line}';
  return [
    link(pathOf(`${base}/edit`, line), words.edit),
    link(pathOf(`${base}/deliverables`, line), words.deliverables),
    link(pathOf(`${base}/claims`, line), words.claims),
    link(pathOf(`${base}/report`, line), words.report),
  ];
}

function spendTable(spends: readonly SpendEntry[]): Html {
  return listTable({
    name: words.spending,
    none: words.noneSpent,
    head: [words.evidence, words.on, fundingContent.amountHead, words.what, words.state].map((text) => ({ text })),
    rows: spends.map((one) => [
      { html: link(pathOf('/organiser/editions/{edition}/funding/lines/{line}/spend/{spend}', one), one.evidence) },
      { text: sayDate(one.on) },
      { text: sayPounds(one.pence) },
      { text: one.what },
      { text: words.states[one.state] },
    ]),
  });
}

function enterForm(action: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const body = html`${textField({ ...state, path: 'evidence', label: words.evidence, hint: words.evidenceHint, width: 20, spellcheck: false })}
${spendFields(state)}`;
  return form({ action, body, submit: words.submit });
}

/** What is said of an entry, besides its reference. */
export function spendFields(state: FormState): Html {
  return html`${textField({ ...state, path: 'on', label: words.on, hint: words.onHint, width: 10, spellcheck: false })}
${textField({ ...state, path: 'amount', label: fundingContent.amount, width: 10, inputmode: 'numeric', spellcheck: false })}
${textField({ ...state, path: 'what', label: words.what })}
${textField({ ...state, path: 'urn', label: words.school, width: 10, optional: true, spellcheck: false })}`;
}
