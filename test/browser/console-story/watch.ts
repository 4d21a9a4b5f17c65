import type { Page } from 'playwright-core';

/** Something that a browser asked of the console, so that somebody else can ask the same by hand. */
export type Asked = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly contentType: string;
  /** None where it was a file. */
  readonly body: string | undefined;
};

/** What the browser asked of the console, each once by method and path. */
export type Watched = { readonly asked: ReadonlyMap<string, Asked> };

/** Keeps what a page asks of the console. */
export function watch(page: Page): Watched {
  const asked = new Map<string, Asked>();
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (!pathname.startsWith('/organiser/')) return;
    const contentType = request.headers()['content-type'] ?? '';
    const body = contentType.startsWith('multipart/') ? undefined : (request.postData() ?? undefined);
    const one = { method: request.method(), path: `${pathname}${search}`, contentType, body };
    asked.set(`${one.method} ${one.path}`, one);
  });
  return { asked };
}

type Asking = Pick<Asked, 'method' | 'path'> & Partial<Asked> & { readonly accept?: string };

/** Asks the same as somebody else: with their cookies, by hand. Gives the status and what came. */
export async function askAs(
  person: { readonly page: Page },
  origin: string,
  { method, path, contentType = '', body, accept = 'text/html' }: Asking,
) {
  const cookies = await person.page.context().cookies();
  const response = await fetch(`${origin}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      accept,
      origin,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { 'content-type': contentType }),
    },
    ...(method === 'GET' ? {} : { body: body ?? fileBody() }),
  });
  return { status: response.status, text: await response.text() };
}

function fileBody(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['Organisation\nFictional']), 'organisations.csv');
  return form;
}
