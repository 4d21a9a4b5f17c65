import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Html, html, render } from '#web/html.ts';

/** A page of the local tools, as a whole document. */
function localPage(title: string, content: Html): string {
  return render(html`<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – local system</title>
<link rel="stylesheet" href="/local/style.css"></head>
<body><header><nav aria-label="Local tools"><a href="/">Site</a> <a href="/inbox">Inbox</a> <a href="/status">Status</a> <a href="/organiser">Organiser</a></nav></header>
<main><h1>${title}</h1>
${content}</main></body></html>
`);
}

/** The looks of all local pages. */
export const localStyle = `body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
:root{color-scheme:light dark;background:Canvas;color:CanvasText}
nav a{margin-right:1rem}li a,dd{overflow-wrap:anywhere}.app-scroll{overflow-x:auto}.app-scroll table{min-width:40rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid GrayText}
iframe{width:100%;height:40rem;border:1px solid #767676}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid GrayText;padding:.6rem}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,section:focus-visible{outline:3px solid Highlight;outline-offset:2px}`;

const policy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
/** A mail's own HTML: no scripts, nothing from elsewhere, links open in a new window. */
export const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** One answer of the local tools; `headers` add to those that every answer has. */
export type LocalReply = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends one answer of the local tools. */
export function reply(response: ServerResponse, { status, type, body, headers = {} }: LocalReply): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': policy,
    // With no-referrer, browsers would send our own forms with the origin null.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

/** Sends a page of the local tools. */
export function replyPage(response: ServerResponse, title: string, content: Html): void {
  reply(response, { status: 200, type: 'text/html; charset=utf-8', body: localPage(title, content) });
}

/** Sends a value as JSON. */
export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  reply(response, { status, type: 'application/json', body: `${JSON.stringify(body, null, 2)}\n` });
}

/** Whether a request comes from this machine and, if from a browser, from our own pages or the address bar. */
export function isOwnRequest(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? '';
  const site = request.headers['sec-fetch-site'] ?? 'none';
  return (
    (from === '::1' || /^(?:::ffff:)?127\./.test(from)) &&
    (site === 'none' || site === 'same-origin') &&
    // A foreign name that leads to this machine is how other sites reach local servers.
    /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? '') &&
    isOwnOrigin(request.headers.origin, request.headers.host)
  );
}

function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host}`;
}

/** A small body, of a form or of JSON, as an object. Throws for anything else. */
export async function smallBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) throw new Error('send at most 10 kB');
  }
  if (!/json/.test(request.headers['content-type'] ?? '')) return Object.fromEntries(new URLSearchParams(text));
  const value: unknown = JSON.parse(text === '' ? '{}' : text);
  if (typeof value !== 'object' || value === null) throw new Error('send an object');
  return Object.fromEntries(Object.entries(value));
}
