import type { Balance, Coverage } from '#shared/domain/funding/coverage.ts';
import type { CourseChanges } from '#shared/domain/disclosure/course-changes.ts';
import type { FundingLine, PublishedResult, SpendEntry } from '#shared/domain/funding/items.ts';
import type { Allocation, BandChanges } from '#shared/domain/funding/needs.ts';
import type { Progress } from '#shared/domain/funding/outputs.ts';
import type { ShownSeries } from '../context/page.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, link, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { claimsContent } from './claims.en.ts';
import { fundingContent } from './content.en.ts';
import { progressTable } from './deliverables.ts';
import { evaluationContent } from './evaluation.en.ts';
import { changesSection, type ShownWave, wavesSection } from './evaluation.ts';
import { moneyRows } from './line.ts';
import { needsSection } from './needs.ts';
import { quotesTable } from './quotes.ts';
import { sayDate, sayPounds } from './say.ts';
import { balanceSection, coverageTable } from './sessions.ts';
import { reportContent as words } from './report.en.ts';

/** All that one funder reads. */
export type ReportParams = {
  readonly line: FundingLine;
  /** When it was counted. */
  readonly now: Instant;
  readonly spends: readonly SpendEntry[];
  readonly progress: readonly Progress[];
  readonly coverage: readonly Coverage[];
  readonly balance: Balance;
  readonly waves: readonly ShownWave[];
  readonly changes: CourseChanges | undefined;
  readonly byBand: readonly BandChanges[];
  readonly allocation: readonly Allocation[];
  readonly called: ReadonlyMap<string, string>;
  readonly indicators: readonly ShownSeries[];
  readonly quotes: readonly PublishedResult[];
};

/** The report to one funder, in the programme's own words and numbers, to read and to print. */
export function funderReportPage(params: Console & ReportParams): string {
  const { line, now, spends, progress, coverage, balance, waves, changes, byBand, allocation, called, indicators, quotes } =
    params;
  const base = '/organiser/editions/{edition}/funding/lines/{line}';
  return consolePage(params, {
    title: words.title(line.funder, line.year),
    path: pathOf(`${base}/report`, line),
    backLink: pathOf(base, line),
    body: html`${line.words !== undefined && line.words.split('\n').map((one) => lead(one))}
${paragraph(words.counted(sayMoment(now)))}
${heading2(words.money)}${summaryList({ rows: moneyRows(line) })}${spendTable(spends)}
${heading2(words.deliverables)}${progressTable(progress)}
${heading2(words.outputs)}${outputsTable(progress)}
${coverageTable(coverage, called)}
${balanceSection(balance)}
${wavesSection(waves)}
${changesSection(changes, byBand)}
${heading2(evaluationContent.need.title)}${needsSection(allocation, called, indicators)}
${heading2(evaluationContent.quote.title)}${quotesTable(quotes)}
<div class="app-screen">${heading2(words.take)}${paragraph(words.print)}
${paragraph(link(pathOf(`${base}/report/{file}`, { ...line, file: 'report.csv' }), words.csv))}</div>`,
  });
}

function spendTable(spends: readonly SpendEntry[]): Html {
  const { line: text } = fundingContent;
  return listTable({
    name: text.spending,
    none: text.noneSpent,
    head: [text.evidence, text.on, fundingContent.amountHead, text.what].map((each) => ({ text: each })),
    rows: spends.map(({ evidence, on, pence, what }) => [
      { text: evidence },
      { text: sayDate(on) },
      { text: sayPounds(pence) },
      { text: what },
    ]),
  });
}

function outputsTable(progress: readonly Progress[]): Html {
  return listTable({
    name: words.outputs,
    none: words.noOutputs,
    head: [claimsContent.output, claimsContent.kind, claimsContent.on, claimsContent.pupils, claimsContent.counts].map(
      (text) => ({
        text,
      }),
    ),
    rows: progress.flatMap(({ what, outputs }) =>
      outputs.map(({ title, kind, on, pupils }) => [
        { text: title },
        { text: claimsContent.kinds[kind] },
        { text: sayDate(on) },
        { text: kind === 'wave' ? '' : sayNumber(pupils) },
        { text: what },
      ]),
    ),
  });
}
