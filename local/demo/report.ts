import { editionTotal } from '#shared/domain/totals.ts';
import type { ReportDocument } from '#shared/domain/report/items.ts';
import { valueIn } from '#shared/domain/report/document.ts';
import { printed } from './printed-2025.ts';
import type { Figures } from './ledger.ts';

/** The live figures, as the demo compares them. */
export function figuresOf(live: unknown): Figures {
  const figures = editionTotal.parse(typeof live === 'object' && live !== null ? Reflect.get(live, 'figures') : undefined);
  const { schools, hosts, organisations, pupilsFaceToFace, pupilsOnline } = figures;
  const statements = figures.statements.map(({ text, mean = null, n, responseRate = null }) => ({ text, mean, n, responseRate }));
  return { schools, hosts, organisations, pupilsFaceToFace, pupilsOnline, statements };
}

/** Where the published report differs from the live figures it was made of, but for what it withholds. */
export function publishedDifferences(report: ReportDocument, figures: Figures): string[] {
  const totals = Object.entries(liveNames).flatMap(([figure, live]) =>
    valueIn(report, figure) === figures[live] ? [] : [`${figure}: published ${valueIn(report, figure)}, live ${figures[live]}`],
  );
  const statements = report.statements.flatMap(({ text, mean, n }, index) => {
    const own = figures.statements[index];
    const same = (mean === undefined || mean === own?.mean) && (n === undefined || n === own?.n);
    return same ? [] : [`“${text}” is published otherwise than it was counted`];
  });
  return [...totals, ...statements];
}

const liveNames = {
  schools: 'schools',
  hosts: 'hosts',
  organisations: 'organisations',
  'pupils-face-to-face': 'pupilsFaceToFace',
  'pupils-online': 'pupilsOnline',
} as const;

/** What a statement shows of who chose what, or why it does not. */
function shownOf({ statements }: ReportDocument, text: string): string {
  const found = statements.find((one) => one.text === text);
  if (!found) return 'not published';
  const range = found.interval ? `likely ${found.interval.low.toFixed(2)} to ${found.interval.high.toFixed(2)}; ` : '';
  return `${range}${found.answers ? `answers 1 to 5: ${found.answers.join(', ')}` : `distribution withheld: ${found.withheld}`}`;
}

/** Where the report and the client's own count disagree, in sentences. */
export function differences(figures: Figures, counted: Figures): string[] {
  const plain = (['schools', 'hosts', 'organisations', 'pupilsFaceToFace', 'pupilsOnline'] as const).flatMap((name) =>
    figures[name] === counted[name] ? [] : [`${name}: the report says ${figures[name]}, the client counted ${counted[name]}`],
  );
  const statements = figures.statements.flatMap((one, index) => {
    const own = counted.statements[index];
    const same = own && own.mean === one.mean && own.n === one.n && own.responseRate === one.responseRate;
    return same ? [] : [`“${one.text}”: the report says ${inWords(one)}, the client counted ${own ? inWords(own) : 'nothing'}`];
  });
  return [...plain, ...statements];
}

/** Where the report differs from the figures that were printed of the 2025 week. */
export function printedDifferences(figures: Figures): string[] {
  const { pupilsFaceToFace: faceToFace, pupilsOnline: online, means } = printed;
  const exact = (['schools', 'hosts', 'organisations'] as const).flatMap((name) =>
    figures[name] === printed[name] ? [] : [`${name}: ${figures[name]}, printed ${printed[name]}`],
  );
  const within = (name: string, value: number, range: { readonly from: number; readonly to: number }) =>
    value >= range.from && value <= range.to ? [] : [`${name}: ${value}, printed between ${range.from} and ${range.to}`];
  const expected = [means.hosting, means.enjoyed, means.again];
  const wrong = figures.statements.flatMap(({ text, mean }, index) =>
    mean === expected[index] ? [] : [`“${text}”: ${mean}, printed ${expected[index]}`],
  );
  return [
    ...exact,
    ...within('face to face', figures.pupilsFaceToFace, faceToFace),
    ...within('online', figures.pupilsOnline, online),
    ...wrong,
  ];
}

type Result = {
  readonly note: string;
  readonly figures: Figures;
  readonly report: ReportDocument;
  readonly week: readonly string[];
  readonly evidence: readonly string[];
  readonly requests: { readonly accepted: number; readonly refused: number };
  readonly mails: Readonly<Record<string, number>>;
  readonly facts: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
};

/** The result as lines for the terminal. */
export function summary({ note, figures, report, week, evidence, requests, mails, facts, problems }: Result): string {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`);
  return [
    '',
    note,
    'The week itself',
    ...week.map((line) => `  ${line}`),
    'What it came to',
    ...counts({ schools: figures.schools, hosts: figures.hosts, organisations: figures.organisations }),
    ...counts({
      'pupils face to face (headcounts)': figures.pupilsFaceToFace,
      'pupils online (headcounts)': figures.pupilsOnline,
    }),
    ...figures.statements.flatMap((one) => [
      `  ${one.mean === null ? '     –' : one.mean.toFixed(2).padStart(6)}  “${one.text}” (n = ${one.n}, response rate ${percent(one.responseRate)})`,
      `          ${shownOf(report, one.text)}`,
    ]),
    ...evidence,
    `Requests: ${requests.accepted} accepted, ${requests.refused} refused as they should be`,
    'Mails by kind',
    ...counts(mails),
    'Facts by type',
    ...counts(facts),
    problems.length === 0
      ? 'The published report equals the client’s own count. See demo-report.html and demo-report.json.'
      : `Differences:\n${problems.map((one) => `  ${one}`).join('\n')}`,
  ].join('\n');
}

function inWords({ mean, n, responseRate }: Figures['statements'][number]): string {
  return `${mean ?? 'no mean'} from n = ${n}, response rate ${percent(responseRate)}`;
}

function percent(rate: number | null): string {
  return rate === null ? '–' : `${Math.round(rate * 100)} %`;
}

/** The published page as one file: its style inlined, its script left out, and a note that it is a replay. */
export async function reportPage(page: string, origin: string): Promise<string> {
  const path = /href="(\/assets\/styles[^"]+)"/.exec(page)?.[1] ?? '';
  const styles = await (await fetch(origin + path)).text();
  const note = '<p class="govuk-body"><strong>Simulated replay; the schools that took part are not published.</strong></p>';
  return page
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
    .replace(/<script[^>]*><\/script>/, '')
    .replace(/<link rel="icon"[^>]*>/, '')
    .replace(/(<h1[^>]*>[^]*?<\/h1>)/, (heading) => `${heading}${note}`);
}
