import type { ServerResponse } from 'node:http';
import { scrollRegion } from '#web/components/table.ts';
import { type Html, html } from '#web/html.ts';
import { replyPage } from './local-page.ts';
import type { Status } from './status.ts';

/** The page that shows what waits, what failed and what ran. */
export function statusPage(response: ServerResponse, status: Status): void {
  const { outbox, mails, stream } = status;
  replyPage(
    response,
    'Status',
    html`<p>It is ${status.now} here. Also as <a href="/status.json">JSON</a>.</p>
<dl><dt>Outbox</dt><dd>${outbox.pending} waiting${outbox.pending > 0 ? `, the oldest for ${outbox.oldestSeconds} s` : ''}</dd>
<dt>Mails</dt><dd>${mails.count}${mails.last ? html`; the last <a href="/inbox/${mails.last.id}">to ${mails.last.to}</a> at ${mails.last.date}` : ''}</dd>
<dt>Stream</dt><dd>${stream.delivered} records delivered since the start</dd></dl>
<h2>Queues</h2>${grid(
      'Queues',
      ['Queue', 'Ready', 'In work', 'Waiting for a retry', 'Dead letters'],
      status.queues.map(({ name, ready, inFlight, waiting, dead }) => [name, ready, inFlight, waiting, dead]),
    )}
<h2 id="dead">Dead letters</h2>${status.deadLetters.length === 0 ? html`<p>None.</p>` : status.deadLetters.map(deadLetter)}
<h2>Schedules</h2>${grid(
      'Schedules',
      ['Job', 'When', 'Last run', 'Next run', 'Last problem', 'Now'],
      status.schedules.map(({ name, expression, lastRun, nextRun, problem }) => [
        name,
        expression,
        lastRun ?? 'never',
        nextRun ?? 'never',
        problem ?? '',
        html`<form method="post" action="/local/jobs/${name}"><button type="submit">Run ${name} now</button></form>`,
      ]),
    )}
<h2>Clock</h2><form method="post" action="/local/clock"><label for="set">Set the clock to (UTC, like 2025-03-03T09:00:00.000Z)</label> <input id="set" name="set" type="text"> <button type="submit">Set</button></form>`,
  );
}

function deadLetter({ id, queue, receiveCount, diedAt, body }: Status['deadLetters'][number]): Html {
  return html`<details><summary>${queue}: given up after ${receiveCount} tries at ${diedAt}</summary><pre>${body}</pre></details>
<form method="post" action="/status/retry"><input type="hidden" name="id" value="${id}"><button type="submit">Try again</button></form>`;
}

function grid(name: string, head: readonly string[], rows: readonly (readonly (string | number | Html)[])[]): Html {
  return scrollRegion(
    name,
    html`<table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`,
  );
}
