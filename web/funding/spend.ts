import type { FundingLine, SpendEntry } from '#shared/domain/funding/items.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { form, type FormState } from '../forms.ts';
import { html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { fundingContent } from './content.en.ts';
import { spendFields } from './line.ts';
import { sayDate, sayPounds } from './say.ts';

const { spend: words, past, line: lineWords } = fundingContent;

type Params = Console & {
  readonly line: FundingLine;
  readonly entry: SpendEntry;
  readonly people: ReadonlyMap<string, string>;
  readonly filled?: Filled | undefined;
};

/** One entry: how it stands, how it stood before, and the forms to put it right or undo it. */
export function spendPage({ line, entry, people, filled, ...console }: Params): string {
  const action = pathOf('/organiser/editions/{edition}/funding/lines/{line}/spend/{spend}', entry);
  const { on, pence, what, urn } = entry;
  const held: FormState = {
    values: { on: [on], amount: [String(pence / 100)], what: [what], urn: urn === undefined ? [] : [urn] },
    issues: [],
  };
  const rows = [
    [lineWords.on, sayDate(on)],
    [fundingContent.amountHead, sayPounds(pence)],
    [lineWords.what, what],
  ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } }));
  const changes = html`${heading2(words.correct)}${narrow(form({ action, body: spendFields(filled ?? held), submit: fundingContent.save }))}
${heading2(words.undo)}${paragraph(words.undoAdvice)}
${form({ action: `${action}/undo`, submit: words.undo, submitClasses: 'govuk-button--warning' })}`;
  return consolePage(console, {
    title: words.title(entry.evidence),
    path: action,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding/lines/{line}', line),
    body: html`${entry.state === 'undone' && insetText({ text: words.undone })}${summaryList({ rows })}
${entry.state === 'entered' && may(console, 'coordinator') && changes}
${heading2(past.title)}
${listTable({
  name: past.title,
  none: past.none,
  head: [past.until, lineWords.on, fundingContent.amountHead, lineWords.what, past.by].map((text) => ({ text })),
  rows: entry.past.map((one) => [
    { text: sayMoment(one.until) },
    { text: sayDate(one.on) },
    { text: sayPounds(one.pence) },
    { text: one.what },
    { text: people.get(one.by) ?? past.somebody },
  ]),
})}`,
  });
}
