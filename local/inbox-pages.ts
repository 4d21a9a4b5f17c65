import type { ServerResponse } from 'node:http';
import { scrollRegion } from '#web/components/table.ts';
import { html } from '#web/html.ts';
import type { Inbox, ReadMail } from './inbox.ts';
import { mailPolicy, reply, replyJson, replyPage } from './local-page.ts';

/** Answers a GET under `/inbox`; false for a path that is none of its pages. */
export function answerInbox(inbox: Inbox, response: ServerResponse, { pathname, searchParams }: URL): boolean {
  if (pathname === '/inbox.json') {
    const number = (name: string, otherwise: number) => Number(searchParams.get(name) ?? otherwise) || 0;
    const wanted = { to: searchParams.get('to') ?? '', after: number('after', 0), limit: number('limit', 1000) };
    replyJson(response, 200, inbox.list(wanted).map(asJson));
    return true;
  }
  if (pathname === '/inbox') {
    listPage(inbox, response, searchParams.get('to') ?? '');
    return true;
  }
  const [, id, what = '', part] = /^\/inbox\/(\d+)(?:\/(html|raw|parts)(?:\/(\d+))?)?$/.exec(pathname) ?? [];
  const mail = id === undefined ? undefined : inbox.find(Number(id));
  if (!mail) return false;
  if (what === 'parts') return sendPart(mail, Number(part), response);
  if (what === '') mailPage(mail, response);
  else if (what === 'raw') reply(response, { status: 200, type: 'text/plain; charset=utf-8', body: inbox.raw(mail.id) ?? '' });
  else
    reply(response, {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: framed(mail.html),
      headers: { 'content-security-policy': mailPolicy },
    });
  return true;
}

/** A mail for scripts and tests. */
function asJson({ attachments, to, headers, ...mail }: ReadMail) {
  return {
    ...mail,
    to: to.join(', '),
    recipients: to,
    headers: Object.fromEntries(headers),
    attachments: attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length })),
  };
}

/** Links of a mail open in a window of their own, out of the frame. */
function framed(mailHtml: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(mailHtml) ? mailHtml.replace(/<head[^>]*>/i, (head) => head + base) : base + mailHtml;
}

function sendPart(mail: ReadMail, index: number, response: ServerResponse): boolean {
  const attachment = mail.attachments[index];
  if (!attachment) return false;
  const name = encodeURIComponent(attachment.name);
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
  reply(response, { status: 200, type: 'application/octet-stream', body: attachment.content, headers });
  return true;
}

function listPage(inbox: Inbox, response: ServerResponse, to: string): void {
  const mails = inbox.list({ to, limit: 200 });
  const rows = mails.map(
    ({ id, to: recipients, subject, date }) =>
      html`<tr><td><a href="/inbox/${id}">${subject || '(no subject)'}</a></td><td>${recipients.map((one) => html`<a href="${pathTo('/inbox', one)}">${one}</a> `)}</td><td>${date}</td></tr>`,
  );
  const all = to !== '' && html` <a href="/inbox">All mails</a>`;
  replyPage(
    response,
    to === '' ? 'Inbox' : `Inbox of ${to}`,
    mails.length === 0
      ? html`<p>No mail yet. Every mail the system sends lands here; none leaves this machine.${all}</p>`
      : html`<p>${to === '' ? inbox.count() : mails.length} mails, newest first. None of them left this machine. Also as <a href="${pathTo('/inbox.json', to)}">JSON</a>.${all}</p>
${scrollRegion('Mails', html`<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent</th></tr></thead><tbody>${rows}</tbody></table>`)}`,
  );
}

/** A page of the inbox with only the mails to one address; with all of them for an empty one. */
function pathTo(path: string, to: string): string {
  return to === '' ? path : `${path}?to=${encodeURIComponent(to)}`;
}

function mailPage(mail: ReadMail, response: ServerResponse): void {
  const bounce = (kind: string, label: string) =>
    html`<form method="post" action="/local/bounce"><input type="hidden" name="mail" value="${mail.id}"><input type="hidden" name="kind" value="${kind}"><button type="submit">${label}</button></form>`;
  replyPage(
    response,
    mail.subject || '(no subject)',
    html`<p>To ${mail.to.join(', ')}, ${mail.date}. <a href="/inbox/${mail.id}/raw">The message as sent</a></p>
<h2>As HTML</h2><iframe title="The mail as HTML" src="/inbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<p><a href="/inbox/${mail.id}/html">Open it alone</a></p>
<h2>As text</h2><pre>${mail.text}</pre>
<h2>Links</h2><ul>${mail.links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul>
<h2>Attachments</h2>${
      mail.attachments.length === 0
        ? html`<p>None.</p>`
        : html`<ul>${mail.attachments.map(({ name, type, content }, index) => html`<li><a href="/inbox/${mail.id}/parts/${index}">${name}</a> (${type}, ${content.length} bytes)</li>`)}</ul>`
    }
<h2>Headers</h2>${scrollRegion('Headers', html`<table><tbody>${mail.headers.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`)}
<h2>What if it does not arrive?</h2>${bounce('bounce', 'Let it bounce')} ${bounce('complaint', 'Let the reader complain')}`,
  );
}
