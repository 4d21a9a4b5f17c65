import { signInAsOrganiser } from '../../sign-in-client.ts';
import type { LocalSystem } from '../../system.ts';
import { type FormFields, httpClient, type Posted } from '../http-client.ts';
import type { ContextInputs } from './inputs.ts';
import { address, gatsby, type PrintedYear, source } from './printed.ts';

const edition = 'coventry-context';
export const publicPath = `/editions/${edition}/context`;
const organiserPath = `/organiser/editions/${edition}`;
const contextPath = `${organiserPath}/context`;

/** The demo's city: DfE's code of Coventry. */
const localAuthority = '331';

/** An organiser at work through HTTP. */
export type Desk = {
  readonly post: (path: string, form: FormFields, status?: number) => Promise<Posted>;
  /** Posts JSON and gives the answer as it came. */
  readonly ask: (path: string, body: object) => Promise<{ readonly status: number; readonly text: string }>;
  /** Sends a CSV file to be checked, and confirms it. */
  readonly bringIn: (path: string, csv: string, fields: Readonly<Record<string, string>>) => Promise<void>;
};

/** Signs the demo's organiser in. A step that is not answered as it should be throws. */
export async function deskOf({ origin }: LocalSystem): Promise<Desk> {
  const client = httpClient(origin);
  const cookie = await signInAsOrganiser(origin);
  const post = async (path: string, form: FormFields, status = 303) => {
    const posted = await client.post(path, form, cookie);
    if (posted.status !== status) throw new Error(`${path} answered ${posted.status}, not ${status}: ${faultIn(posted.text)}`);
    return posted;
  };
  return {
    post,
    async ask(path, body) {
      const headers = { cookie, accept: 'application/json', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, text: await response.text() };
    },
    async bringIn(path, csv, fields) {
      const form = new FormData();
      form.set('file', new Blob([csv]), 'file.csv');
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const headers = { accept: 'text/html', cookie, origin, 'sec-fetch-site': 'same-origin' };
      const response = await fetch(origin + path, { method: 'POST', redirect: 'manual', headers, body: form });
      const at = response.headers.get('location');
      if (response.status !== 303 || at === null)
        throw new Error(`${path} answered ${response.status}: ${faultIn(await response.text())}`);
      await post(`${at}/confirm`, {});
    },
  };
}

function faultIn(page: string): string {
  return (/govuk-error-summary__list[^]*?<\/ul>/.exec(page)?.[0] ?? /<h1[^]*?<\/h1>/.exec(page)?.[0] ?? '').replace(
    /<[^>]*>/g,
    ' ',
  );
}

/** Sets the programme up and brings everything in, as an organiser would: files where there are tables, the rest by hand. */
export async function fillContext(desk: Desk, inputs: ContextInputs): Promise<void> {
  await openEdition(desk);
  const table = inputs.ks2.map(({ year, cells }) => [year, ...cells].join(','));
  const fields = { source, address, indicator: 'ks2-expected' };
  await desk.bringIn(`${contextPath}/import`, ['Year,Coventry,Statistical neighbours,England', ...table].join('\r\n'), fields);
  await typeYear(desk, 'attainment-8', inputs.attainment8);
  await typeYear(desk, 'progress-8', inputs.progress8);
  const results = inputs.institutions.map(({ name, kind, met }) => {
    const answers = Array.from({ length: 8 }, (_, index) => (met.includes(index + 1) ? 'yes' : 'no'));
    return [name, kind, 'yes', ...answers].join(',');
  });
  const columns = ['Institution', 'Kind', 'Careers Hub', ...Array.from({ length: 8 }, (_, index) => `Benchmark ${index + 1}`)];
  await desk.bringIn(`${contextPath}/benchmarks`, [columns.join(','), ...results].join('\r\n'), {
    period: '2023-24',
    framework: 'gatsby-2014',
    source: 'Example set (simulated): results by school are not published',
    nationalMean: String(gatsby.national),
    nationalSource: source,
  });
}

async function openEdition({ post }: Desk): Promise<void> {
  await post('/organiser/programmes', {
    programme: 'coventry-strategy',
    name: 'Coventry Primary Aspirations (replay)',
    city: 'Coventry',
    localAuthorities: [localAuthority],
    'organiser.name': 'Steering group (simulated)',
    'organiser.email': 'steering-group@programme.example',
  });
  await post('/organiser/editions', {
    edition,
    programme: 'coventry-strategy',
    name: 'Coventry Primary Aspirations 2025 (replay)',
    starts: '2025-03-03',
    ends: '2025-03-07',
    registrationOpens: '2025-01-06',
    registrationCloses: '2025-02-28',
    surveyCloses: '2025-03-28',
  });
  await post(`${organiserPath}/state`, { state: 'open' });
}

async function typeYear({ post }: Desk, indicator: string, { year, cells }: PrintedYear): Promise<void> {
  const [place, neighbours, england] = cells;
  await post(contextPath, { indicator, source, address, year, place, neighbours, england });
}

const judgements = ['quality of education', 'behaviour and attitudes', 'personal development', 'leadership and management'];

/**
 * Keeps simulated counts of judgements. Asks with an overall judgement on the first of each month until it is refused, and
 * gives that month; then keeps that month's own categories.
 */
export async function judge({ ask }: Desk): Promise<string> {
  const path = `${contextPath}/judgements`;
  const counts = (categories: readonly string[]) =>
    categories.flatMap((one) => [`${one}; outstanding; 12`, `${one}; good; 60`]).join('\n');
  for (const month of ['2024-07', '2024-08', '2024-09', '2024-10', '2024-11']) {
    const of = { day: `${month}-01`, source: 'Simulated counts' };
    const overall = { ...of, framework: 'overall-2019', counts: counts(['overall effectiveness', ...judgements]) };
    if ((await ask(path, overall)).status !== 422) continue;
    const { status, text } = await ask(path, { ...of, framework: 'judgements-2024', counts: counts(judgements) });
    if (status >= 400) throw new Error(`the four judgements were refused: ${text}`);
    return month;
  }
  return 'none';
}

/** Whether the organiser's box flags a sentence as wrong beside the report's own table. */
export async function isFlagged({ ask }: Desk, claim: { readonly sentence: string; readonly table: string }): Promise<boolean> {
  return (await ask(`${organiserPath}/impact/check`, claim)).text.includes('"verdict":"wrong"');
}
