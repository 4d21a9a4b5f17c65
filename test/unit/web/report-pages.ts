import { buildReport } from '#shared/domain/report/document.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import type { ReportEdition } from '#shared/domain/report/items.ts';
import { checkSentence } from '#shared/domain/claims/check.ts';
import { reportClaimFigures } from '#shared/domain/claims/report-figures.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { publishedReport, reportWords, snapshot, waitingReport } from '#test/unit/report-examples.ts';
import { organiserImpactPage } from '#web/organiser/impact.ts';
import { checkPage } from '#web/organiser/check.ts';
import { rowsPage } from '#web/organiser/rows.ts';
import { reportNotPublishedPage, reportPage } from '#web/report/page.ts';
import { passportPage } from '#web/report/passport-page.ts';
import * as example from './examples.ts';

const { setting, total } = example;
const everything = {
  organiser: { name: 'Fictional Organiser', roles: ['coordinator', 'safeguarding', 'publisher', 'admin'] as const },
};
const console = { ...setting, ...everything };
const empty = { ...snapshot, events: [], schools: [] };
const nothing = { quotes: [], credits: [], summary: [], pledges: [], actions: [], years: [], printed: [] };

/** A report of a week that nobody came to. */
export const emptyReport: ReportEdition = { ...publishedReport, document: buildReport(empty, { ...reportWords, ...nothing }) };

const small = snapshot.events.map((event, index) => (index === 1 ? { ...event, kind: 'special' as const, pupils: 5 } : event));
/** A second version, with a number of pupils that is hidden and answers kept from the first. */
export const laterReport: ReportEdition = {
  ...publishedReport,
  version: 2,
  document: buildReport(
    { ...snapshot, events: small, schools: snapshot.schools.slice(0, 27) },
    { ...reportWords, version: 2 },
    { document: publishedReport.document, snapshot },
  ),
};

const [schools, ...others] = figureDefinitions;
const enjoyed = others.find(({ figure }) => figure === 'statement-enjoyed');
if (!schools || !enjoyed) throw new Error('there are no such figures');
const quotes = reportWords.quotes.map((quote) => ({ id: idOf(quote), quote }));
const wrong = {
  values: { summary: ['34 schools took part.'] },
  issues: ['summary', 'pledges', 'actions', 'quotes', 'reference', 'source', 'address', 'printedOn', 'figures'].map(
    (path, index) => ({
      path,
      message: `Mend answer ${index + 1}`,
    }),
  ),
};

/** The report's pages, for the public and for organisers, in every state. */
export const reportPages: Readonly<Record<string, () => string>> = {
  report: () => reportPage({ ...setting, report: publishedReport }),
  'report-no-answers': () => reportPage({ ...setting, report: emptyReport }),
  'report-later': () => reportPage({ ...setting, report: laterReport }),
  'report-not-published': () => reportNotPublishedPage(setting),
  'report-passport': () => passportPage({ ...setting, report: publishedReport, figure: schools }),
  'report-passport-statement': () => passportPage({ ...setting, report: publishedReport, figure: enjoyed }),
  'organiser-impact': () => organiserImpactPage({ ...console, total, report: publishedReport, quotes }),
  'organiser-impact-waiting': () =>
    organiserImpactPage({ ...console, total, report: undefined, waiting: { report: waitingReport, mine: false }, quotes }),
  'organiser-impact-mine': () =>
    organiserImpactPage({ ...console, total, report: undefined, waiting: { report: waitingReport, mine: true }, quotes }),
  'organiser-impact-errors': () => organiserImpactPage({ ...console, total, report: undefined, quotes, filled: wrong }),
  'organiser-check': () => checkPage(console),
  'organiser-check-found': () =>
    checkPage({
      ...console,
      filled: { values: { sentence: ['34 schools took part.'] }, issues: [] },
      checked: ['34 schools took part.', '33 schools took part.', '4,380 pupils took part.', 'Thank you.'].map((sentence) => ({
        sentence,
        claims: checkSentence(sentence, reportClaimFigures(publishedReport.document)),
      })),
    }),
  'organiser-check-errors': () =>
    checkPage({
      ...console,
      filled: {
        values: {},
        issues: [
          { path: 'sentence', message: 'Enter a sentence' },
          { path: 'table', message: 'Line 1: write more' },
        ],
      },
    }),
  'organiser-rows': () => rowsPage({ ...console, report: publishedReport, figure: enjoyed, rows: enjoyed.rows(snapshot) }),
  'organiser-rows-none': () => rowsPage({ ...console, report: emptyReport, figure: schools, rows: [] }),
};
