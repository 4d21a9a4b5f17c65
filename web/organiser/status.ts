import { type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import { button } from '../components/button.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayAgo, sayMoment, sayNumber } from '../say.ts';
import { type Console, consolePage, listTable } from './frame.ts';
import { statusContent as words } from './status.en.ts';

/** What was just done, to say so once. */
export const doneKinds = ['retried', 'lifted'] as const;

type StatusParams = Console & {
  /** When the oldest fact that is not yet on the bus happened. */
  readonly factsSince: Instant | undefined;
  /** When the mail was taken in hand that has been on its way the longest. */
  readonly claimedSince: Instant | undefined;
  readonly lastSent: Instant | undefined;
  /** Mails that did not leave, newest first. */
  readonly failed: readonly Item<'mail'>[];
  readonly barred: readonly (Item<'address'> & { readonly to: string | undefined })[];
  /** What functions failed at and keep, most in need first; undefined where the queues cannot be read. */
  readonly failures:
    | readonly { readonly name: string; readonly errorImpact: string; readonly count: number; readonly retried: boolean }[]
    | undefined;
  readonly done: (typeof doneKinds)[number] | undefined;
  readonly jobs: readonly { readonly job: string; readonly run: Item<'jobRun'> | undefined }[];
  readonly now: Instant;
};

/** Seconds after which something that waits is a trouble. */
const slowAfter = 600;

/** What waits, what failed, which mails came back, and when each job last ran. */
export function statusPage(params: StatusParams): string {
  const { factsSince, claimedSince, lastSent, now, edition, done } = params;
  const rows = [
    { key: { text: words.factsSince }, value: { html: waits(factsSince, now) } },
    { key: { text: words.claimedSince }, value: { html: waits(claimedSince, now) } },
    { key: { text: words.lastSent }, value: { text: lastSent === undefined ? words.noneSent : sayMoment(lastSent) } },
  ];
  return consolePage(params, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/status', edition),
    body: html`${done && notificationBanner({ type: 'success', text: words.said[done], titleText: words.said.heading, disableAutoFocus: true })}
${narrow(html`${paragraph(words.intro)}${summaryList({ rows })}`)}
${heading2(words.dead)}
${failureTable(params)}
${heading2(words.mails)}
${failedTable(params)}
${heading2(words.addresses)}
${addressTable(params)}
${heading2(words.jobs)}
${jobTable(params)}`,
  });
}

function waits(since: Instant | undefined, now: Instant): Html {
  if (since === undefined) return html`${words.noneWaits}`;
  const late = secondsAfter(since, slowAfter) < now;
  return lines([words.since(sayAgo(since, now)), ...(late ? [words.slow] : [])]);
}

function failureTable({ failures, edition }: StatusParams): Html {
  if (!failures) return paragraph(words.deadUnknown);
  const path = pathOf('/organiser/editions/{edition}/status/retry', edition);
  const again = (name: string, impact: string) => html`<form method="post" action="${path}">
<input type="hidden" name="function" value="${name}">
${small(html`${words.again}<span class="govuk-visually-hidden">: ${impact}</span>`)}</form>`;
  const table = listTable({
    name: words.dead,
    none: words.noneDead,
    head: [words.hurt, words.pieces, words.act].map((text) => ({ text })),
    rows: failures.map(({ name, errorImpact, count, retried }) => [
      { text: errorImpact },
      { text: sayNumber(count) },
      retried ? { html: again(name, errorImpact) } : { text: words.byItself },
    ]),
  });
  return html`${table}${failures.length > 0 && narrow(paragraph(words.deadAdvice))}`;
}

function small(content: Html): Html {
  return button({ html: content, classes: 'govuk-button--secondary', preventDoubleClick: true });
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
      { text: mailNames[one.template] },
      { text: one.to, classes: 'app-break' },
      { text: one.problem ?? labels.none },
    ]),
  });
  const all = link(pathOf('/organiser/editions/{edition}/mails', edition), words.allMails);
  return html`${table}${paragraph(failed.length > 0 ? html`${words.tryAgain} ${all}` : all)}`;
}

function addressTable({ barred, edition }: StatusParams): Html {
  const table = listTable({
    name: words.addresses,
    none: words.noAddresses,
    head: [words.address, words.why, words.when, words.act].map((text) => ({ text })),
    rows: barred.map(({ to, address, state, at }) => [
      { text: to ?? words.unknown, classes: 'app-break' },
      { text: words[state] },
      { text: sayMoment(at) },
      { html: liftForm(edition.edition, address, to) },
    ]),
  });
  return html`${table}${barred.length > 0 && narrow(paragraph(words.liftAdvice))}`;
}

function liftForm(edition: string, address: string, to: string | undefined): Html {
  const path = pathOf('/organiser/editions/{edition}/status/addresses/{address}/lift', { edition, address });
  const hidden = html`<span class="govuk-visually-hidden">: ${to ?? words.unknown}</span>`;
  return html`<form method="post" action="${path}">${small(html`${words.lift}${hidden}`)}</form>`;
}
