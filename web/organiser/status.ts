import { type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayAgo, sayMoment } from '../say.ts';
import { type Console, consolePage, listTable } from './frame.ts';
import { statusContent as words } from './status.en.ts';

type StatusParams = Console & {
  /** When the oldest fact that is not yet on the bus happened. */
  readonly factsSince: Instant | undefined;
  /** When the mail was taken in hand that has been on its way the longest. */
  readonly claimedSince: Instant | undefined;
  readonly lastSent: Instant | undefined;
  /** Mails that did not leave, newest first. */
  readonly failed: readonly Item<'mail'>[];
  readonly barred: readonly (Item<'address'> & { readonly to: string | undefined })[];
  readonly jobs: readonly { readonly job: string; readonly run: Item<'jobRun'> | undefined }[];
  readonly now: Instant;
};

/** Seconds after which something that waits is a trouble. */
const slowAfter = 600;

/** What waits, which mails failed or came back, and when each job last ran. */
export function statusPage(params: StatusParams): string {
  const { factsSince, claimedSince, lastSent, now, edition } = params;
  const rows = [
    { key: { text: words.factsSince }, value: { html: waits(factsSince, now) } },
    { key: { text: words.claimedSince }, value: { html: waits(claimedSince, now) } },
    { key: { text: words.lastSent }, value: { text: lastSent === undefined ? words.noneSent : sayMoment(lastSent) } },
  ];
  return consolePage(params, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/status', edition),
    body: html`${narrow(html`${paragraph(words.intro)}${summaryList({ rows })}`)}
${heading2(words.jobs)}
${jobTable(params)}
${heading2(words.mails)}
${failedTable(params)}
${heading2(words.addresses)}
${addressTable(params)}
${heading2(words.deadHeading)}
${narrow(html`${paragraph(words.dead)}${paragraph(words.deadWhere)}`)}`,
  });
}

function waits(since: Instant | undefined, now: Instant): Html {
  if (since === undefined) return html`${words.noneWaits}`;
  const late = secondsAfter(since, slowAfter) < now;
  return lines([words.since(sayAgo(since, now)), ...(late ? [words.slow] : [])]);
}

function jobTable({ jobs }: StatusParams): Html {
  const names: Readonly<Record<string, string>> = words.names;
  return listTable({
    name: words.jobs,
    none: words.never,
    head: [words.job, words.ran, words.outcome].map((text) => ({ text })),
    rows: jobs.map(({ job, run }) => [
      { text: names[job] ?? job },
      { text: run ? sayMoment(run.at) : words.never },
      { text: run ? words[run.outcome] : labels.none },
    ]),
  });
}

function failedTable({ failed, edition }: StatusParams): Html {
  const table = listTable({
    name: words.mails,
    none: words.noMails,
    head: [words.mail, words.to, words.problem].map((text) => ({ text })),
    rows: failed.map((one) => [
      { text: labels.templates[one.template] },
      { text: one.to, classes: 'app-break' },
      { text: one.problem ?? labels.none },
    ]),
  });
  const all = link(pathOf('/organiser/editions/{edition}/mails', edition), words.allMails);
  return html`${table}${paragraph(failed.length > 0 ? html`${words.tryAgain} ${all}` : all)}`;
}

function addressTable({ barred }: StatusParams): Html {
  return listTable({
    name: words.addresses,
    none: words.noAddresses,
    head: [words.address, words.why, words.when].map((text) => ({ text })),
    rows: barred.map(({ to, state, at }) => [
      { text: to ?? words.unknown, classes: 'app-break' },
      { text: words[state] },
      { text: sayMoment(at) },
    ]),
  });
}
