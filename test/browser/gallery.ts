import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { assetFile } from '#web/asset-files.ts';
import { emptyForm, form } from '#web/forms.ts';
import { page } from '#web/layout.ts';
import { html } from '#web/html.ts';
import { themeStyle } from '#web/theme-style.ts';
import { formPage, galleryMail, galleryPages } from './gallery-pages.ts';

export type Gallery = {
  readonly origin: string;
  /** The bodies posted to /form so far. */
  readonly posts: readonly URLSearchParams[];
  readonly close: () => Promise<void>;
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Serves the gallery's pages under the policy of the real pages, and a form that wants a name: 422 without, 303 with one. */
export async function startGallery(): Promise<Gallery> {
  const posts: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    answer(request, response, posts).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    posts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port');
  return address;
}

async function answer(request: IncomingMessage, response: ServerResponse, posts: URLSearchParams[]): Promise<void> {
  const name = (request.url ?? '/').slice(1);
  if (name.startsWith('assets/')) return asset(request, response, name.slice('assets/'.length));
  if (request.method === 'POST') return post(request, response, posts);
  if (name === 'mail') return send(response, 200, galleryMail(), "default-src 'none'; style-src 'unsafe-inline'");
  if (name === 'done') return send(response, 200, page({ title: 'Done', heading: 'Done', body: html`` }));
  const shown = galleryPages[name];
  send(response, shown ? 200 : 404, shown?.() ?? '');
}

async function post(request: IncomingMessage, response: ServerResponse, posts: URLSearchParams[]): Promise<void> {
  const body = new URLSearchParams(await text(request));
  posts.push(body);
  const name = body.get('contact.name') ?? '';
  if (name === 'broken' || body.has('yes'))
    return send(response, 503, page({ title: 'Try again', heading: 'Try again', body: html`` }));
  if (name === 'asked') return send(response, 200, askingPage());
  if (name === 'refused') return send(response, 422, page({ title: 'Refused', heading: 'Refused', body: html`` }));
  if (name !== '') return void response.writeHead(303, { location: '/done' }).end();
  const values = Object.fromEntries([...body.keys()].map((key) => [key, body.getAll(key)]));
  send(response, 422, formPage({ ...emptyForm, values, issues: [{ path: 'contact.name', message: 'Enter your name' }] }));
}

function askingPage(): string {
  const body = form({ action: '/form', body: html`<input type="hidden" name="yes" value="yes">`, submit: 'Yes' });
  return page({ title: 'Is that right?', heading: 'Is that right?', body });
}

function asset(request: IncomingMessage, response: ServerResponse, name: string): void {
  const style = themeStyle(name);
  if (style) return void response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(style);
  const file = assetFile(name, String(request.headers['accept-encoding'] ?? ''));
  if (!file) return void response.writeHead(404).end();
  const encoding = file.encoding ? { 'content-encoding': file.encoding } : {};
  response.writeHead(200, { 'content-type': file.contentType, ...encoding }).end(file.body);
}

function send(response: ServerResponse, status: number, body: string, csp = policy): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp }).end(body);
}
